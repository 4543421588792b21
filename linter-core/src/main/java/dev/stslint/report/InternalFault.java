package dev.stslint.report;

/** What users are told of a fault of stslint itself. */
public final class InternalFault {

    /** The first line; {@link #trace} follows. */
    public static final String HEADLINE =
            LintReport.INTERNAL_ERROR + ": this is a fault of stslint; please report it at "
                    + "https://github.com/stslint/stslint/issues with these lines:";

    private InternalFault() {}

    /** Where it happened, a line each, without the messages of the exceptions: they may quote what is secret. */
    public static String trace(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            trace.append(cause == fault ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("    at ").append(frame).append('\n');
            }
        }
        return trace.toString();
    }
}
