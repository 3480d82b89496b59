package standin;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why this exists: takes the assignments of a declarative `environment { NAME = value }`, also of `credentials('id')`. */
public final class Variables extends GroovyObjectSupport implements Serializable {
    public final List<String> pairs = new ArrayList<>();
    /** For withCredentials, secret texts alone. */
    public final List<Map<String, String>> bindings = new ArrayList<>();

    public Map<String, String> credentials(String id) {
        return Map.of("$class", "StringBinding", "credentialsId", id);
    }

    @Override
    public void setProperty(String name, Object value) {
        if (value instanceof Map<?, ?> binding) bindings.add(Map.of("variable", name, "$class", text(binding, "$class"), "credentialsId", text(binding, "credentialsId")));
        else pairs.add(name + "=" + value);
    }

    private static String text(Map<?, ?> binding, String name) {
        return binding.get(name).toString();
    }
}
