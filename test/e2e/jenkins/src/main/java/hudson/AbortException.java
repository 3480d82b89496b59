package hudson;

/** Why this exists: a failure that needs no stack trace in the console, under the name that Jenkinsfiles know. */
public final class AbortException extends java.io.IOException {
    public AbortException(String message) {
        super(message);
    }
}
