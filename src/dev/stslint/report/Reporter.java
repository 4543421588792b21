package dev.stslint.report;

import java.io.IOException;

/** Writes a report in some format: a pure function, the same bytes for the same report. */
public interface Reporter {

    /**
     * Writes the whole report.
     *
     * @throws IOException when {@code out} does
     */
    void write(LintReport report, Appendable out) throws IOException;
}
