package org.jenkinsci.plugins.workflow.steps;

/** Why this exists: what a step throws when the build is aborted, under the name that Jenkinsfiles know. */
public final class FlowInterruptedException extends InterruptedException {
    private final String result;

    public FlowInterruptedException(String result) {
        this.result = result;
    }

    public String getResult() {
        return result;
    }
}
