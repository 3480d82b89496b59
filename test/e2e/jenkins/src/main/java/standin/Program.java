package standin;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.Envs;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why this exists: all of a build that Jenkins keeps in program.dat: its threads, each with the rest of its work. */
final class Program implements Serializable {
    /** What `env.NAME = value` set. */
    final Map<String, String> env = new TreeMap<>();

    final Set<String> workspacesInUse = new TreeSet<>();
    private final Map<Integer, Thread> threads = new TreeMap<>();
    private int threadsSoFar;
    String result = "SUCCESS";

    /** One line of execution: the script, a branch, or the body of a step. */
    static final class Thread implements Serializable {
        final int id;
        final Context context;
        /** The step whose body this is; null for the script. */
        final Step owner;
        final String branch;
        Continuable rest;
        Outcome resumeWith = new Outcome(null, null);
        Step step;

        private Thread(int id, Context context, Step owner, String branch) {
            this.id = id;
            this.context = context;
            this.owner = owner;
            this.branch = branch;
        }
    }

    void start(Script script) {
        add(Context.NONE, null, null).rest = new Continuable(script, Envs.empty(Calls.INVOKER));
    }

    /** Starts a block's body; its end is told to the step, also when the body turned out to need no waiting. */
    void startBody(Closure<?> body, Context context, Step owner, String branch) {
        Thread thread = add(context, owner, branch);
        try {
            Object value = body.call();
            thread.rest = new Continuable(com.cloudbees.groovy.cps.Next.terminate(value));
        } catch (CpsCallableInvocation call) {
            thread.rest = new Continuable(call.invoke(Envs.empty(Calls.INVOKER), null, Continuation.HALT));
        }
    }

    private Thread add(Context context, Step owner, String branch) {
        Thread thread = new Thread(++threadsSoFar, context, owner, branch);
        threads.put(thread.id, thread);
        return thread;
    }

    Thread thread(int id) {
        return threads.get(id);
    }

    List<Thread> threads() {
        return new ArrayList<>(threads.values());
    }

    boolean isOver() {
        return threads.isEmpty();
    }

    void end(Thread thread) {
        threads.remove(thread.id);
    }

    List<Thread> bodiesOf(Step step) {
        return threads().stream().filter(thread -> thread.owner == step).toList();
    }

    /** What an abort reaches first: the threads that wait for no body, the youngest first. */
    List<Thread> innermost() {
        List<Thread> inner = new ArrayList<>(threads().stream()
                .filter(thread -> thread.step == null || bodiesOf(thread.step).isEmpty())
                .toList());
        Collections.reverse(inner);
        return inner;
    }

    /** The threads inside of a step's bodies that wait for no body themselves. */
    List<Thread> innermostOf(Step step) {
        return innermost().stream().filter(thread -> isInside(thread, step)).toList();
    }

    private boolean isInside(Thread thread, Step step) {
        for (Step owner = thread.owner; owner != null; owner = thread(owner.threadId).owner) if (owner == step) return true;
        return false;
    }
}
