package dev.stslint.lint;

import dev.stslint.report.LintReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The job could not be done as asked: an unknown rule, a mistake in the configuration. The message is fit for users; front
 * ends show it and exit with status 2.
 */
public final class LintException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable LintReport report;

    public LintException(String message) {
        super(message);
        this.report = null;
    }

    /** @param report what is wrong with the configuration, to be shown before the message */
    LintException(String message, LintReport report) {
        super(message);
        this.report = report;
    }

    /** What reports say of a run that came to this: what is wrong, and that nothing was checked. */
    public LintReport asReport() {
        return report().orElse(LintReport.EMPTY).withFailures(List.of(String.valueOf(getMessage())));
    }

    /** What is wrong, each with its place, where that is in a file. */
    public Optional<LintReport> report() {
        return Optional.ofNullable(report);
    }
}
