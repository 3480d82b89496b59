package standin;

import com.cloudbees.groovy.cps.Outcome;
import hudson.AbortException;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Why this exists: Jenkins' own steps, those that the library, the examples and the tests call. */
final class Steps {
    static final Map<String, Supplier<Step>> KNOWN = new TreeMap<>();

    private Steps() {}

    static {
        KNOWN.put("sh", ShellStep::new);
        KNOWN.put("bat", BatchStep::new);
        KNOWN.put("node", Node::new);
        KNOWN.put("withCredentials", WithCredentials::new);
        KNOWN.put("parallel", Parallel::new);
        KNOWN.put("timeout", Timeout::new);
        KNOWN.put("sleep", Sleep::new);
        KNOWN.put("catchError", CatchError::new);
        KNOWN.put("withEnv", () -> new Block((step, call) -> step.context().with(pairs((List<?>) call.get("overrides")))));
        KNOWN.put("dir", () -> new Block((step, call) -> step.context().in(step.directory().resolve(call.text("path")).toString())));
        KNOWN.put("stage", () -> new Block((step, call) -> step.context()));
        for (String plain : List.of("script", "ansiColor", "timestamps")) KNOWN.put(plain, () -> new Block((step, call) -> step.context()));
        now("echo", (step, call) -> say(step, call.text("message")));
        now("error", (step, call) -> {
            throw new AbortException(call.text("message"));
        });
        now("isUnix", (step, call) -> {
            step.directory();
            return Build.current().isUnix();
        });
        now("pwd", (step, call) -> (call.flag("tmp") ? temporary(step.directory()) : step.directory()).toString());
        now("fileExists", (step, call) -> Files.exists(step.directory().resolve(call.text("file"))));
        now("readFile", (step, call) -> Files.readString(step.directory().resolve(call.text("file"))));
        now("writeFile", (step, call) -> {
            Path file = step.directory().resolve(call.text("file"));
            Files.createDirectories(file.getParent());
            return Files.writeString(file, call.text("text")) == null;
        });
        now("libraryResource", (step, call) -> Build.current().libraryResource(call.text("resource")));
        now("unstable", (step, call) -> {
            Build.current().worsen("UNSTABLE");
            return say(step, "WARNING: " + call.text("message"));
        });
        for (String ignored : List.of("properties", "checkout", "library")) now(ignored, (step, call) -> null);
    }

    interface Action {
        Object run(Step step, StepCall call) throws Exception;
    }

    private interface ContextOfBody {
        Context of(Step step, StepCall call) throws Exception;
    }

    private static void now(String name, Action action) {
        KNOWN.put(name, () -> new Step() {
            @Override
            void start(StepCall call) throws Exception {
                succeed(action.run(this, call));
            }
        });
    }

    private static Object say(Step step, String line) {
        step.say(line);
        return null;
    }

    /** The temporary folder of a workspace or of any other folder, `…@tmp` beside it. */
    static Path temporary(Path directory) {
        return directory.resolveSibling(directory.getFileName() + "@tmp");
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    private static Map<String, String> pairs(List<?> overrides) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Object pair : overrides) {
            int split = pair.toString().indexOf('=');
            if (split < 0) throw new IllegalArgumentException(pair.toString());
            map.put(pair.toString().substring(0, split), pair.toString().substring(split + 1));
        }
        return map;
    }

    /** A step that does nothing but change what its body finds. */
    private static final class Block extends Step {
        private final transient ContextOfBody contextOfBody;

        private Block(ContextOfBody contextOfBody) {
            this.contextOfBody = contextOfBody;
        }

        @Override
        void start(StepCall call) throws Exception {
            startBody(call, contextOfBody.of(this, call));
        }
    }

    private static final class Node extends Step {
        private String workspace;

        @Override
        void start(StepCall call) throws Exception {
            Program program = Build.current().program();
            Path first = Build.current().workspace();
            workspace = first.toString();
            for (int i = 2; !program.workspacesInUse.add(workspace); i++) workspace = first + "@" + i;
            Files.createDirectories(Path.of(workspace));
            say("Running on agent in " + workspace);
            String temporary = temporary(Path.of(workspace)).toString();
            Map<String, String> variables = Map.of("WORKSPACE", workspace, "WORKSPACE_TMP", temporary, "NODE_NAME", "agent");
            startBody(call, context().in(workspace).with(variables));
        }

        @Override
        void bodyEnded(String branch, Outcome outcome) {
            Build.current().program().workspacesInUse.remove(workspace);
            end(outcome);
        }
    }

    private static final class WithCredentials extends Step {
        private String files;

        @Override
        void start(StepCall call) throws Exception {
            Map<String, Object> bound = new LinkedHashMap<>();
            for (Object binding : (List<?>) call.get("bindings")) bind((Map<?, ?>) binding, bound);
            List<String> secret = bound.entrySet().stream().filter(one -> one.getValue() instanceof Secret).map(one -> "$" + one.getKey()).toList();
            if (!secret.isEmpty()) say("Masking supported pattern matches of " + String.join(" or ", secret));
            startBody(call, context().with(bound));
        }

        private void bind(Map<?, ?> binding, Map<String, Object> bound) throws Exception {
            Object id = binding.get("credentialsId");
            Map<?, ?> credentials = Build.current().credentials(String.valueOf(id));
            if (credentials == null) throw new AbortException("Could not find credentials entry with ID '" + id + "'");
            String kind = kind(binding.get("$class"));
            if (!kind.equals(credentials.get("kind")))
                throw new AbortException("Credentials '" + id + "' is of type '" + credentials.get("kind") + "' where '" + kind + "' was expected");
            if (kind.equals("usernamePassword")) {
                bound.put(binding.get("usernameVariable").toString(), credentials.get("username").toString());
                bound.put(binding.get("passwordVariable").toString(), new Secret(credentials.get("password").toString()));
            } else if (kind.equals("file")) bound.put(binding.get("variable").toString(), new Secret(onDisk(credentials)));
            else bound.put(binding.get("variable").toString(), new Secret(credentials.get("secret").toString()));
        }

        private static String kind(Object type) {
            return switch (String.valueOf(type)) {
                case "string", "StringBinding" -> "string";
                case "file", "FileBinding" -> "file";
                case "usernamePassword", "UsernamePasswordMultiBinding" -> "usernamePassword";
                default -> throw new IllegalArgumentException("no binding " + type);
            };
        }

        private String onDisk(Map<?, ?> credentials) throws Exception {
            files = temporary(directory()) + "/secretFiles";
            Path folder = Files.createDirectories(Path.of(files, UUID.randomUUID().toString()));
            return Files.writeString(folder.resolve("secret-id"), credentials.get("content").toString(), StandardCharsets.UTF_8).toString();
        }

        @Override
        void bodyEnded(String branch, Outcome outcome) throws IOException {
            if (files != null) delete(Path.of(files));
            end(outcome);
        }
    }

    private static final class Parallel extends Step {
        private final Map<String, Outcome> ended = new LinkedHashMap<>();
        private int branches;
        private boolean failFast;
        private Throwable first;

        @Override
        void start(StepCall call) throws Exception {
            failFast = call.flag("failFast");
            call.arguments.remove("failFast");
            branches = call.arguments.size();
            call.arguments.forEach((name, body) ->
                    Build.current().program().startBody((groovy.lang.Closure<?>) body, context(), this, name));
        }

        @Override
        void bodyEnded(String branch, Outcome outcome) throws Exception {
            ended.put(branch, outcome);
            if (outcome.isFailure()) say("Failed in branch " + branch);
            if (outcome.isFailure() && first == null) {
                first = outcome.getAbnormal();
                if (failFast) Build.interrupt(Build.current().program().innermostOf(this), new FlowInterruptedException("ABORTED"));
            }
            if (ended.size() < branches) return;
            Map<String, Object> values = new LinkedHashMap<>();
            ended.forEach((name, one) -> values.put(name, one.getNormal()));
            end(first == null ? new Outcome(values, null) : new Outcome(null, first));
        }
    }

    private static final class Timeout extends Step {
        private long deadline;

        @Override
        void start(StepCall call) {
            boolean seconds = "SECONDS".equals(String.valueOf(call.get("unit")));
            deadline = System.currentTimeMillis() + ((Number) call.get("time")).longValue() * (seconds ? 1000 : 60_000);
            startBody(call, context());
        }

        @Override
        void poll() throws Exception {
            if (System.currentTimeMillis() < deadline) return;
            deadline = Long.MAX_VALUE;
            say("Cancelling nested steps due to timeout");
            Build.interrupt(Build.current().program().innermostOf(this), new FlowInterruptedException("ABORTED"));
        }
    }

    private static final class Sleep extends Step {
        private long until;

        @Override
        void start(StepCall call) {
            until = System.currentTimeMillis() + ((Number) call.get("time")).longValue() * 1000;
        }

        @Override
        void poll() {
            if (System.currentTimeMillis() > until) succeed(null);
        }
    }

    private static final class CatchError extends Step {
        private String buildResult;

        @Override
        void start(StepCall call) {
            buildResult = String.valueOf(call.arguments.getOrDefault("buildResult", "FAILURE"));
            startBody(call, context());
        }

        @Override
        void bodyEnded(String branch, Outcome outcome) {
            if (outcome.isFailure()) {
                say("ERROR: " + outcome.getAbnormal().getMessage());
                Build.current().worsen(buildResult);
            }
            succeed(null);
        }
    }
}
