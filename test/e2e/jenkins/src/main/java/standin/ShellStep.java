package standin;

import hudson.AbortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why this exists: `sh` as durable-task does it: a script file in a control folder beside the workspace, started in the
 * background with the cookie, its output and status in files, so that it outlives the controller.
 */
class ShellStep extends Step {
    private static final long SECONDS_TO_STOP = 20;

    private String control;
    private boolean returnStatus;
    private boolean returnStdout;
    private long printed;
    private String unfinishedLine = "";
    private Throwable stoppedBy;
    private long giveUpAt;

    @Override
    void start(StepCall call) throws Exception {
        returnStatus = call.flag("returnStatus");
        returnStdout = call.flag("returnStdout");
        Path folder = Steps.temporary(directory()).resolve("durable-" + UUID.randomUUID().toString().substring(0, 8));
        control = Files.createDirectories(folder).toString();
        Path script = folder.resolve(scriptName());
        Files.writeString(script, call.text("script"));
        Map<String, String> env = Build.current().variables(context());
        env.put(Processes.COOKIE, "please-do-not-kill-me");
        ProcessBuilder process = new ProcessBuilder("nohup", "sh", "-c", "(" + wrapper(script, call.text("script")) + ") >&- 2>&- &");
        process.environment().clear();
        process.environment().putAll(env);
        Files.createDirectories(directory());
        process.directory(directory().toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.start().waitFor();
    }

    String scriptName() {
        return "script.sh";
    }

    /** The command line that runs the script. */
    String interpreter(String text) {
        return text.startsWith("#!") ? "" : "sh -xe ";
    }

    private String wrapper(Path script, String text) throws Exception {
        if (text.startsWith("#!")) script.toFile().setExecutable(true);
        String output = returnStdout ? "> '%s/output.txt' 2> '%s/jenkins-log.txt'" : "> '%1$s/jenkins-log.txt' 2>&1";
        return ("jsc=" + Processes.cookieOf(directory()) + "; " + Processes.COOKIE + "=$jsc " + interpreter(text) + "'" + script + "' "
                        + output.formatted(control, control) + "; echo $? > '%1$s/result.tmp'; mv '%1$s/result.tmp' '%1$s/jenkins-result.txt'")
                .formatted(control);
    }

    @Override
    void poll() throws Exception {
        Path result = Path.of(control, "jenkins-result.txt");
        boolean over = Files.exists(result);
        print(over);
        if (over) ended(Integer.parseInt(Files.readString(result).trim()));
        else if (stoppedBy != null && System.nanoTime() > giveUpAt) {
            say("After " + SECONDS_TO_STOP + "s process did not stop");
            cleanUp();
            fail(stoppedBy);
        }
    }

    private void print(boolean all) throws IOException {
        Path log = Path.of(control, "jenkins-log.txt");
        if (!Files.exists(log)) return;
        byte[] bytes = Files.readAllBytes(log);
        String text = unfinishedLine + new String(bytes, (int) printed, bytes.length - (int) printed, StandardCharsets.UTF_8);
        printed = bytes.length;
        int end = text.lastIndexOf('\n') + 1;
        text.substring(0, end).lines().forEach(this::say);
        unfinishedLine = text.substring(end);
        if (all && !unfinishedLine.isEmpty()) say(unfinishedLine);
    }

    private void ended(int status) throws IOException {
        String output = returnStdout ? Files.readString(Path.of(control, "output.txt")) : null;
        cleanUp();
        if (stoppedBy != null) fail(stoppedBy);
        else if (returnStatus) succeed(status);
        else if (status != 0) fail(new AbortException("script returned exit code " + status));
        else succeed(output);
    }

    private void cleanUp() throws IOException {
        Steps.delete(Path.of(control));
    }

    @Override
    void stop(Throwable cause) throws Exception {
        say("Sending interrupt signal to process");
        stoppedBy = cause;
        giveUpAt = System.nanoTime() + SECONDS_TO_STOP * 1_000_000_000L;
        Processes.terminate(List.of(Processes.COOKIE + "=" + Processes.cookieOf(directory())));
    }
}
