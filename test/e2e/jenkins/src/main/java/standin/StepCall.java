package standin;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why this exists: a step as it was written: its named arguments, or its only one, and its body. */
final class StepCall implements Serializable {
    /** The name of an only argument that was given without one. */
    static final String ONLY = "";

    final String name;
    final Map<String, Object> arguments = new LinkedHashMap<>();
    final Closure<?> body;

    StepCall(String name, Object packed) {
        this.name = name;
        List<Object> given = new ArrayList<>(packed instanceof Object[] array ? Arrays.asList(array) : List.of(packed));
        body = !given.isEmpty() && given.get(given.size() - 1) instanceof Closure<?> last ? last : null;
        if (body != null) given.remove(given.size() - 1);
        if (given.size() > 1) throw new IllegalArgumentException("Expected named arguments but got " + given);
        if (given.isEmpty()) return;
        if (given.get(0) instanceof Map<?, ?> named && !named.containsKey("$class"))
            named.forEach((key, value) -> arguments.put(key.toString(), flat(value)));
        else arguments.put(ONLY, flat(given.get(0)));
    }

    Map<String, Object> asDescribable() {
        Map<String, Object> made = new LinkedHashMap<>(Map.of("$class", name));
        made.putAll(arguments);
        return made;
    }

    Object get(String name) {
        return arguments.getOrDefault(name, arguments.get(ONLY));
    }

    String text(String name) {
        Object value = get(name);
        if (value == null) throw new IllegalArgumentException(this.name + ": no " + name);
        return value.toString();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(arguments.get(name));
    }

    /** Jenkins makes Strings of GStrings before a step sees them. */
    private static Object flat(Object value) {
        if (value instanceof GString) return value.toString();
        if (value instanceof List<?> list) return new ArrayList<>(list.stream().map(StepCall::flat).toList());
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put(key, flat(one)));
            return copy;
        }
        return value;
    }
}
