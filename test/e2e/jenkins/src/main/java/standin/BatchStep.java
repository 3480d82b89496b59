package standin;

import java.io.IOException;

/** Why this exists: `bat`, for which there is no cmd.exe here: the test gives a program that reads the file as cmd would. */
final class BatchStep extends ShellStep {
    @Override
    void start(StepCall call) throws Exception {
        if (Build.current().isUnix()) throw new IOException("Batch scripts can only be run on Windows nodes");
        super.start(call);
    }

    @Override
    String scriptName() {
        return "jenkins-main.bat";
    }

    @Override
    String interpreter(String text) {
        return Build.current().cmd() + " ";
    }
}
