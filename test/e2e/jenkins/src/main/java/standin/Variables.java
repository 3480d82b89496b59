package standin;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Why this exists: takes the assignments of a declarative `environment { NAME = value }`. */
public final class Variables extends GroovyObjectSupport implements Serializable {
    public final List<String> pairs = new ArrayList<>();

    @Override
    public void setProperty(String name, Object value) {
        pairs.add(name + "=" + value);
    }
}
