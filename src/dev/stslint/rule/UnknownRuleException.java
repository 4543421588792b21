package dev.stslint.rule;

/** A selection names a rule or category that does not exist. The message is fit for users. */
public final class UnknownRuleException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownRuleException(String message) {
        super(message);
    }
}
