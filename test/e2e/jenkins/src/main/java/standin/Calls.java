package standin;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.Script;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why this exists: writes down which methods of Java and Groovy the CPS code calls, so that a test can compare them with
 * what Jenkins' sandbox allows.
 */
final class Calls extends DefaultInvoker {
    static final Calls INVOKER = new Calls();
    static final Set<String> SEEN = new TreeSet<>();

    @Override
    public Object methodCall(Object receiver, String method, Object[] arguments) throws Throwable {
        if (receiver instanceof Class<?> type) note("static " + type.getName() + " " + method, arguments);
        else if (!(receiver instanceof Script || receiver instanceof Closure)) note(typeOf(receiver) + " " + method, arguments);
        return super.methodCall(receiver, method, arguments);
    }

    @Override
    public Object constructorCall(Class type, Object[] arguments) throws Throwable {
        note("new " + type.getName(), arguments);
        return super.constructorCall(type, arguments);
    }

    @Override
    public Object getArray(Object receiver, Object index) throws Throwable {
        note(typeOf(receiver) + " getAt", new Object[] {index});
        return super.getArray(receiver, index);
    }

    private static void note(String what, Object[] arguments) {
        StringBuilder line = new StringBuilder(what);
        for (Object argument : arguments) line.append(' ').append(typeOf(argument));
        SEEN.add(line.toString());
    }

    @Override
    public Invoker contextualize(CallSiteBlock tags) {
        return this;
    }

    private static String typeOf(Object receiver) {
        if (receiver == null) return "null";
        return receiver instanceof GString ? "groovy.lang.GString" : receiver instanceof Closure ? "groovy.lang.Closure" : receiver.getClass().getName();
    }
}
