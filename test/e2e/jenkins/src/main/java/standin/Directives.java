package standin;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.Set;

/** Why this exists: reads a declarative `parameters { }`, `options { }` or `triggers { }`, and refuses what Jenkins would. */
public final class Directives extends GroovyObjectSupport implements Serializable {
    private final String block;

    public Directives(String block) {
        this.block = block;
    }

    private static Set<String> known(String block) {
        return switch (block) {
            case "parameters" -> Set.of("string", "text", "booleanParam", "choice", "password");
            case "options" -> Set.of("ansiColor", "buildDiscarder", "disableConcurrentBuilds", "skipDefaultCheckout", "timeout", "timestamps");
            case "triggers" -> Set.of("cron", "pollSCM", "upstream");
            default -> throw new IllegalArgumentException(block);
        };
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        StepCall call = new StepCall(name, args);
        boolean isArgument = block.equals("options") && name.equals("logRotator");
        if (!isArgument && !known(block).contains(name)) throw new IllegalArgumentException(block + ": no " + name + " is known there");
        if (block.equals("parameters")) call.text("name");
        return call.asDescribable();
    }
}
