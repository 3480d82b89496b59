package standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Why this exists: Jenkins finds what it has to stop by a variable in the environment, its cookie. */
final class Processes {
    static final String COOKIE = "JENKINS_SERVER_COOKIE";

    private Processes() {}

    /** One for a workspace: stopping one branch stops all that run there. */
    static String cookieOf(Path workspace) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(workspace.toString().getBytes(StandardCharsets.UTF_8));
        return "durable-" + HexFormat.of().formatHex(digest);
    }

    /** How long Jenkins waits for a process and its children, before it turns to the next. It never sends SIGKILL. */
    private static final long PATIENCE_MS = 5_000;

    /** SIGTERM to every process that has these variables, to its children first: a parent gets it when they have ended. */
    static void terminate(List<String> variables) throws InterruptedException {
        for (ProcessHandle process : ProcessHandle.allProcesses().filter(one -> has(one, variables)).sorted().toList())
            terminateRecursively(process, System.currentTimeMillis() + PATIENCE_MS);
    }

    private static void terminateRecursively(ProcessHandle process, long deadline) throws InterruptedException {
        for (ProcessHandle child : process.children().toList()) terminateRecursively(child, deadline);
        process.destroy();
        while (process.isAlive() && System.currentTimeMillis() < deadline) Thread.sleep(10);
    }

    private static boolean has(ProcessHandle process, List<String> variables) {
        try {
            String environment = Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
            return Arrays.asList(environment.split("\0")).containsAll(variables);
        } catch (IOException gone) {
            return false;
        }
    }
}
