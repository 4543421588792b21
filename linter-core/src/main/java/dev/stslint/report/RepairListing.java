package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Repair;
import java.io.IOException;

/** What came of repairing, for people: a line for each repair, for each that was not made, and a summary. */
public final class RepairListing {

    private final FixReport report;
    private final boolean written;
    private final QuotedSources sources;

    /** @param written whether the changes were made, or are only shown */
    public RepairListing(FixReport report, boolean written) {
        this.report = report;
        this.written = written;
        this.sources = new QuotedSources(report.concealment());
    }

    /**
     * Writes what was repaired: {@code path:line:column: fixed[rule] what was done}, each place as it was when its turn came.
     *
     * @throws IOException when {@code out} does
     */
    public void writeRepaired(Appendable out) throws IOException {
        for (Repair repair : report.repaired()) {
            write(repair.finding(), "fixed", repair.fix().title(), out);
        }
    }

    /**
     * Writes what was not, and why: {@code path:line:column: not fixed[rule] the reason}.
     *
     * @throws IOException when {@code out} does
     */
    public void writeRefused(Appendable out) throws IOException {
        for (Refusal refusal : report.refused()) {
            write(refusal.repair().finding(), "not fixed", refusal.reason(), out);
        }
    }

    /** What was done, in one line. */
    public String summary() {
        int files = report.changes().size();
        if (report.standardInput().isPresent()
                && !report.standardInput()
                        .get()
                        .before()
                        .text()
                        .equals(report.standardInput().get().after().text())) {
            files++;
        }
        StringBuilder line = new StringBuilder(96);
        if (report.repaired().isEmpty()) {
            line.append(written ? "nothing fixed" : "nothing to fix");
        } else {
            line.append(Counted.of(report.repaired().size(), "finding"))
                    .append(written ? " fixed in " : " would be fixed in ")
                    .append(Counted.of(files, "file"));
        }
        if (!report.refused().isEmpty()) {
            line.append("; ").append(report.refused().size()).append(" could not be fixed");
        }
        if (report.repairableLeft() > 0) {
            line.append("; ").append(report.repairableLeft()).append(" more with an unsafe fix");
        }
        return line.toString();
    }

    /** What is left, and in how much it was looked for. */
    public String left() {
        return (written ? "left: " : "would be left: ") + new AccountingLine(report.after()).text();
    }

    private void write(Finding finding, String verb, String words, Appendable out) throws IOException {
        out.append(HarmlessText.of(finding.location().toString()))
                .append(": ")
                .append(verb)
                .append('[')
                .append(HarmlessText.of(finding.ruleId()))
                .append("] ")
                .append(HarmlessText.of(sources.words(finding, words)))
                .append('\n');
    }
}
