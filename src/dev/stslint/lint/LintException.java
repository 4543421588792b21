package dev.stslint.lint;

/**
 * The job could not be done as asked: an unknown rule, a path that does not exist. The message is fit for users; front
 * ends show it and exit with status 2.
 */
public final class LintException extends Exception {

    private static final long serialVersionUID = 1L;

    public LintException(String message) {
        super(message);
    }
}
