package standin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Why this exists: `@Library('vault-approle') _` at the top of a Jenkinsfile. The stand-in has that one library. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Library {
    String[] value();
}
