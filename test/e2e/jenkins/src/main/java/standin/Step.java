package standin;

import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** Why this exists: a step under way. It is saved with the program, so it holds nothing that cannot be. */
abstract class Step implements Serializable {
    String name;
    int threadId;
    private int bodies;

    /** Ends by `succeed` or `fail`, now or in a later `poll`, or by the end of the bodies that it starts. */
    abstract void start(StepCall call) throws Exception;

    /** Asked again and again while nothing can run. */
    void poll() throws Exception {}

    /** The build is aborted while this is an innermost step. */
    void stop(Throwable cause) throws Exception {
        fail(cause);
    }

    /** One of its bodies has ended. */
    void bodyEnded(String branch, Outcome outcome) throws Exception {
        end(outcome);
    }

    void succeed(Object value) {
        end(new Outcome(value, null));
    }

    void fail(Throwable error) {
        end(new Outcome(null, error));
    }

    void end(Outcome outcome) {
        Program.Thread thread = thread();
        thread.step = null;
        thread.resumeWith = outcome;
    }

    Program.Thread thread() {
        return Build.current().program().thread(threadId);
    }

    Context context() {
        return thread().context;
    }

    void startBody(StepCall call, Context context) {
        Build.current().program().startBody(call.body, context, this, thread().branch);
    }

    Path directory() throws MissingContextVariableException {
        String directory = context().directory;
        if (directory == null) throw new MissingContextVariableException(name);
        return Path.of(directory);
    }

    void say(String line) {
        Build.current().console(line, context().secrets());
    }
}
