package dev.stslint.change;

/** It cannot be told what has changed. The message is one sentence for users. */
public final class ChangeException extends Exception {

    private static final long serialVersionUID = 1L;

    ChangeException(String reason) {
        super("it cannot be told what has changed: " + reason);
    }
}
