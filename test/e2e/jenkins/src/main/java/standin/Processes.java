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

    /** SIGTERM to every process that has these variables, its children first. */
    static void terminate(List<String> variables) {
        ProcessHandle.allProcesses().filter(process -> has(process, variables)).forEach(Processes::terminateRecursively);
    }

    private static void terminateRecursively(ProcessHandle process) {
        process.children().forEach(Processes::terminateRecursively);
        process.destroy();
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
