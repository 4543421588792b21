package dev.stslint.cli;

/** A command line that does not say what to do. The message is fit for users. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Command command;

    UsageException(Command command, String message) {
        super(message);
        this.command = command;
    }

    /** The command whose help has the answer. */
    Command command() {
        return command;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
