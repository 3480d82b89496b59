package standin;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.MissingPropertyException;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Why this exists: what a name means in a Jenkinsfile or a library: a variable, a library's step, Jenkins' own step. */
public abstract class PipelineScript extends SerializableScript {
    /** Names that only make a value to be given to a step. */
    private static final Set<String> SYMBOLS =
            Set.of("string", "usernamePassword", "file", "password", "text", "booleanParam", "parameters", "logRotator");

    @Override
    public Object invokeMethod(String name, Object args) {
        Object library = Build.current().libraryVariable(this, name);
        if (library != null) return InvokerHelper.getMetaClass(library).invokeMethod(library, "call", args);
        StepCall call = new StepCall(name, args);
        if (SYMBOLS.contains(name)) return call.asDescribable();
        if (!Steps.KNOWN.containsKey(name))
            throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps " + Steps.KNOWN.keySet());
        return Continuable.suspend(name, call);
    }

    @Override
    public Object getProperty(String name) {
        try {
            return super.getProperty(name);
        } catch (MissingPropertyException missing) {
            Object global = Build.current().globalVariable(name);
            if (global == null) global = Build.current().libraryVariable(this, name);
            if (global == null) global = Build.current().variables().get(name);
            if (global == null) throw missing;
            return global;
        }
    }

    @Override
    public void println(Object value) {
        invokeMethod("echo", new Object[] {String.valueOf(value)});
    }
}
