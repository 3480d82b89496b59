package standin;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.Script;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why this exists: writes down which methods and properties of Java and Groovy the CPS code uses, so that a test can compare them with
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

    @Override
    public void setArray(Object receiver, Object index, Object value) throws Throwable {
        note(typeOf(receiver) + " putAt", new Object[] {index, value});
        super.setArray(receiver, index, value);
    }

    @Override
    public Object superCall(Class senderType, Object receiver, String method, Object[] arguments) throws Throwable {
        note("super " + typeOf(receiver) + " " + method, arguments);
        return super.superCall(senderType, receiver, method, arguments);
    }

    @Override
    public Object getProperty(Object receiver, String property) throws Throwable {
        noteProperty("get ", receiver, property);
        return super.getProperty(receiver, property);
    }

    @Override
    public void setProperty(Object receiver, String property, Object value) throws Throwable {
        noteProperty("set ", receiver, property);
        super.setProperty(receiver, property, value);
    }

    @Override
    public Object getAttribute(Object receiver, String attribute) throws Throwable {
        note("get " + typeOf(receiver) + ".@" + attribute, new Object[0]);
        return super.getAttribute(receiver, attribute);
    }

    @Override
    public void setAttribute(Object receiver, String attribute, Object value) throws Throwable {
        note("set " + typeOf(receiver) + ".@" + attribute, new Object[0]);
        super.setAttribute(receiver, attribute, value);
    }

    @Override
    public Object methodPointer(Object receiver, String method) {
        note(typeOf(receiver) + ".&" + method, new Object[0]);
        return super.methodPointer(receiver, method);
    }

    /** What a script or a closure has by a name is a variable, and what a map has is an entry. */
    private static void noteProperty(String what, Object receiver, String property) {
        if (receiver instanceof Class<?> type) note(what + "static " + type.getName() + "." + property, new Object[0]);
        else if (!(receiver instanceof Script || receiver instanceof Closure || receiver instanceof Map))
            note(what + typeOf(receiver) + "." + property, new Object[0]);
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
