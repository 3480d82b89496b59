package standin;

import hudson.util.Secret;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why this exists: what the blocks around a step give it: a working directory, variables, masks of the console. */
final class Context implements Serializable {
    static final Context NONE = new Context(null, List.of(), List.of());

    /** Null outside of `node`. */
    final String directory;
    /** Each is a map of names to a String or, from credentials, a Secret; later ones win. */
    private final List<Map<String, Object>> variables;
    private final List<Secret> masked;

    private Context(String directory, List<Map<String, Object>> variables, List<Secret> masked) {
        this.directory = directory;
        this.variables = variables;
        this.masked = masked;
    }

    Context in(String other) {
        return new Context(other, variables, masked);
    }

    Context with(Map<String, ?> more) {
        List<Map<String, Object>> all = new ArrayList<>(variables);
        all.add(new LinkedHashMap<>(more));
        List<Secret> secrets = new ArrayList<>(masked);
        more.values().forEach(value -> {
            if (value instanceof Secret secret) secrets.add(secret);
        });
        return new Context(directory, all, secrets);
    }

    void expand(Map<String, String> env) {
        for (Map<String, Object> one : variables) one.forEach((name, value) -> override(env, name, value.toString()));
    }

    /** As EnvVars.override does: an empty value removes, `PATH+X` puts in front. */
    private static void override(Map<String, String> env, String name, String value) {
        int plus = name.indexOf('+');
        if (value.isEmpty()) env.remove(name);
        else if (plus > 0) env.merge(name.substring(0, plus), value, (old, added) -> added + ":" + old);
        else env.put(name, value);
    }

    Set<String> sensitive() {
        Set<String> names = new HashSet<>();
        for (Map<String, Object> one : variables)
            one.forEach((name, value) -> {
                if (value instanceof Secret) names.add(name);
            });
        return names;
    }

    List<String> secrets() {
        return masked.stream().map(Secret::getPlainText).toList();
    }
}
