package org.jenkinsci.plugins.workflow.steps;

/** Why this exists: what Jenkins says when a step that needs a workspace is called without one. */
public final class MissingContextVariableException extends Exception {
    public MissingContextVariableException(String step) {
        super("Required context class hudson.FilePath is missing\nPerhaps you forgot to surround the step with a step"
                + " that provides this, such as: node (" + step + ")");
    }
}
