package standin;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.json.JsonOutput;
import groovy.json.JsonSlurperClassic;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.Script;
import hudson.AbortException;
import hudson.util.Secret;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Why this exists: one build, from `build.json` in its folder to its end or to where the controller is stopped. All that
 * can run is run; then the program is saved, searched, restored, and the restored one goes on.
 */
public final class Build {
    static final int RESTART = 75;
    private static final int FIRST_RESULT = 10;
    private static final List<String> RESULTS = List.of("SUCCESS", "UNSTABLE", "FAILURE", "ABORTED");
    private static Build current;

    private final Path folder;
    private final Map<?, ?> description;
    private final Source source;
    private final Search search;
    private final List<Class> categories = new ArrayList<>(Continuable.categories);
    private Program program = new Program();
    private Program.Thread running;
    private boolean aborted;

    static Build current() {
        return current;
    }

    public static void main(String[] args) throws Exception {
        current = new Build(Path.of(args[0]));
        System.exit(current.run());
    }

    private Build(Path folder) throws Exception {
        this.folder = folder;
        description = (Map<?, ?>) new JsonSlurperClassic().parseText(Files.readString(folder.resolve("build.json")));
        source = new Source(path("library"), path("declarative"));
        search = new Search(((List<?>) description.get("canaries")).stream().map(Object::toString).toList());
        categories.add(Iterators.class);
    }

    private Path path(String name) {
        return Path.of(description.get(name).toString());
    }

    private int run() throws Exception {
        Path saved = folder.resolve("program.dat");
        Script script = source.jenkinsfile(path("jenkinsfile"));
        if (Files.exists(saved)) program = State.restore(Files.readAllBytes(saved), source.classes());
        else program.start(script);
        while (!program.isOver()) {
            runWhatCan();
            if (program.isOver()) break;
            if (!saveAndRestore(saved)) continue;
            if (asked("restartWhen")) return RESTART;
            await();
        }
        Files.deleteIfExists(saved);
        Files.write(folder.resolve("calls"), Calls.SEEN);
        console("Finished: " + program.result, List.of());
        return FIRST_RESULT + RESULTS.indexOf(program.result);
    }

    private boolean asked(String name) {
        return description.get(name) != null && Files.exists(path(name));
    }

    /** Each thread that can run comes to its next step. A step that is done at once ends there, too: more is saved than by Jenkins. */
    private void runWhatCan() throws Exception {
        for (Program.Thread thread : program.threads()) if (thread.resumeWith != null) runThread(thread);
    }

    private void runThread(Program.Thread thread) throws Exception {
        running = thread;
        Outcome given = thread.resumeWith;
        thread.resumeWith = null;
        Outcome outcome = thread.rest.run0(given, categories);
        if (!thread.rest.isResumable()) ended(thread, outcome);
        else startStep(thread, (StepCall) outcome.getNormal());
    }

    private void ended(Program.Thread thread, Outcome outcome) throws Exception {
        program.end(thread);
        if (thread.owner == null) scriptEnded(outcome);
        else program.thread(thread.owner.threadId).step.bodyEnded(thread.branch, outcome);
    }

    private void scriptEnded(Outcome outcome) {
        Throwable error = outcome.getAbnormal();
        if (error == null) return;
        worsen(error instanceof FlowInterruptedException interrupted ? interrupted.getResult() : "FAILURE");
        if (error instanceof AbortException) console("ERROR: " + error.getMessage(), List.of());
        else {
            java.io.StringWriter trace = new java.io.StringWriter();
            error.printStackTrace(new java.io.PrintWriter(trace));
            trace.toString().lines().forEach(line -> console(line, List.of()));
        }
    }

    private void startStep(Program.Thread thread, StepCall call) throws Exception {
        console("[Pipeline] " + call.name, List.of());
        remember(thread, call);
        Step step = Steps.KNOWN.get(call.name).get();
        step.name = call.name;
        step.threadId = thread.id;
        thread.step = step;
        try {
            step.start(call);
        } catch (Exception error) {
            step.fail(error);
        }
    }

    /** Jenkins keeps the arguments of every step in the build's folder: those up to 1024 characters, without the values bound here. */
    private void remember(Program.Thread thread, StepCall call) throws IOException {
        Map<String, String> env = variables(thread.context);
        Map<String, Object> kept = new LinkedHashMap<>();
        call.arguments.forEach((name, value) -> {
            String text = String.valueOf(value);
            for (String variable : thread.context.sensitive()) text = text.replace(env.get(variable), "${" + variable + "}");
            kept.put(name, text.length() > 1024 ? "(too long)" : text);
        });
        String line = call.name + " " + kept + "\n";
        Files.writeString(folder.resolve("steps"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        searched("arguments of " + call.name, line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** False when the program could not be saved: then its youngest thread gets to know, as in Jenkins. */
    private boolean saveAndRestore(Path saved) throws Exception {
        byte[] bytes;
        try {
            bytes = State.save(program);
        } catch (IOException error) {
            List<Program.Thread> threads = program.threads();
            Program.Thread last = threads.get(threads.size() - 1);
            last.step = null;
            last.resumeWith = new Outcome(null, error);
            return false;
        }
        Files.write(saved, bytes);
        searched("state", bytes);
        program = State.restore(bytes, source.classes());
        return true;
    }

    private void searched(String what, byte[] bytes) throws IOException {
        StringBuilder lines = new StringBuilder(what + " " + bytes.length + "\n");
        for (String found : search.in(bytes)) lines.append("FOUND in ").append(what).append(": ").append(found).append("\n");
        Files.writeString(folder.resolve("searched"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void await() throws Exception {
        while (true) {
            if (!aborted && asked("abortWhen")) {
                aborted = true;
                console("Aborted by a user", List.of());
                worsen("ABORTED");
                interrupt(program.innermost(), new FlowInterruptedException("ABORTED"));
            }
            if (program.threads().stream().anyMatch(thread -> thread.resumeWith != null)) return;
            for (Program.Thread thread : program.threads()) if (thread.step != null) thread.step.poll();
            if (asked("restartWhen")) return;
            java.lang.Thread.sleep(20);
        }
    }

    static void interrupt(List<Program.Thread> threads, Throwable cause) throws Exception {
        for (Program.Thread thread : threads) {
            if (thread.step == null) thread.resumeWith = new Outcome(null, cause);
            else thread.step.stop(cause);
        }
    }

    Program program() {
        return program;
    }

    boolean isUnix() {
        return description.get("cmd") == null;
    }

    String cmd() {
        return description.get("cmd").toString();
    }

    Path workspace() {
        return path("workspace");
    }

    Map<?, ?> credentials(String id) {
        return (Map<?, ?>) ((Map<?, ?>) description.get("credentials")).get(id);
    }

    String libraryResource(String name) throws IOException {
        try {
            return source.resource(name);
        } catch (java.nio.file.NoSuchFileException none) {
            throw new AbortException("No such library resource " + name + " could be found.");
        }
    }

    Object libraryVariable(Script script, String name) {
        if (script.getBinding().hasVariable(name)) return script.getBinding().getVariable(name);
        try {
            Object made = source.variable(name);
            if (made != null) script.getBinding().setVariable(name, made);
            return made;
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    Object globalVariable(String name) {
        return switch (name) {
            case "env" -> new Environment();
            case "params" -> parameters();
            case "currentBuild" -> new Current();
            case "scm" -> "the repository of the Jenkinsfile";
            default -> null;
        };
    }

    private Map<String, Object> parameters() {
        Map<String, Object> made = new TreeMap<>();
        ((Map<?, ?>) description.get("parameters")).forEach((name, value) -> made.put(name.toString(),
                value instanceof Map<?, ?> password ? new Secret(password.get("password").toString()) : value));
        return made;
    }

    /** Those of the step that is running, as Groovy's `env` gives them. */
    Map<String, String> variables() {
        return variables(running.context);
    }

    Map<String, String> variables(Context context) {
        Map<String, String> env = new TreeMap<>();
        ((Map<?, ?>) description.get("environment")).forEach((name, value) -> env.put(name.toString(), value.toString()));
        env.putAll(Map.of("BUILD_NUMBER", "1", "BUILD_ID", "1", "JOB_NAME", "test", "CI", "true"));
        parameters().forEach((name, value) -> env.put(name, value.toString()));
        env.putAll(program.env);
        context.expand(env);
        return env;
    }

    void worsen(String result) {
        if (RESULTS.indexOf(result) > RESULTS.indexOf(program.result)) program.result = result;
    }

    void console(String line, List<String> secrets) {
        try {
            Files.writeString(folder.resolve("log"), Masking.apply(line, secrets) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    static final class Environment extends GroovyObjectSupport implements Serializable {
        @Override
        public Object getProperty(String name) {
            return current.variables().get(name);
        }

        @Override
        public void setProperty(String name, Object value) {
            current.program.env.put(name, String.valueOf(value));
        }
    }

    /** `currentBuild`. */
    static final class Current extends GroovyObjectSupport implements Serializable {
        @Override
        public Object getProperty(String name) {
            return switch (name) {
                case "result", "currentResult" -> current.program.result;
                default -> null;
            };
        }

        @Override
        public void setProperty(String name, Object value) {
            if (name.equals("result")) current.worsen(String.valueOf(value));
        }
    }
}
