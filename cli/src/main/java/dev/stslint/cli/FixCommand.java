package dev.stslint.cli;

import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.report.ConciseReporter;
import dev.stslint.report.DiffReporter;
import dev.stslint.report.FixReport;
import dev.stslint.report.Palette;
import dev.stslint.report.RepairListing;
import dev.stslint.source.SourceText;
import java.io.IOException;

/** {@code fix}: repairs, and either writes the files or shows the difference. */
final class FixCommand {

    private final Linter linter;
    private final Session session;

    FixCommand(Linter linter, Session session) {
        this.linter = linter;
        this.session = session;
    }

    /**
     * Repairs, and gives the exit status.
     *
     * @param unsafe whether repairs that change behaviour are made too
     * @param diff whether the changes are only shown
     */
    int run(LintArguments arguments, boolean unsafe, boolean diff) throws LintException, IOException {
        LintRequest request = arguments.request(session.environment(), session.input());
        FixReport report;
        boolean progress = arguments.progress()
                && !arguments.quiet()
                && session.environment().showsProgress();
        ProgressLine line = ProgressLine.start(progress, session.error());
        try {
            report = linter.fix(new FixRequest(request, unsafe, diff));
            report = diff ? report : linter.write(report);
        } finally {
            line.close();
        }
        RepairListing listing = new RepairListing(report, !diff);
        if (diff) {
            writeDiff(report, arguments);
        } else {
            writeResult(report, listing, arguments);
        }
        session.output().flush();
        for (String failure : report.before().failures()) {
            session.say(failure);
        }
        listing.writeRefused(session.error());
        if (!arguments.quiet()) {
            for (String remark : report.before().accounting().remarks()) {
                session.say(remark);
            }
            session.error().append(listing.summary()).append('\n');
            session.error().append(listing.left()).append('\n');
        }
        return report.status(!diff);
    }

    private void writeDiff(FixReport report, LintArguments arguments) throws IOException {
        boolean colors = arguments
                .color()
                .isOn(session.environment(), session.environment().outputIsTerminal());
        int masked = new DiffReporter(colors ? Palette.COLOURED : Palette.PLAIN).write(report, session.output());
        if (masked > 0) {
            session.say((masked == 1 ? "1 line of the difference is" : masked + " lines of the difference are")
                    + " masked, because of secrets: it cannot be applied as a patch");
        }
    }

    /** Standard output is either the text of standard input as repaired, or what was done and what is left. */
    private void writeResult(FixReport report, RepairListing listing, LintArguments arguments) throws IOException {
        if (arguments.paths().contains("-")) {
            if (report.standardInput().isPresent()) {
                SourceText text = report.standardInput().get().after();
                session.output()
                        .append(text.file().hasByteOrderMark() ? "\uFEFF" : "")
                        .append(text.text());
            }
            if (!arguments.quiet()) {
                listing.writeRepaired(session.error());
            }
            return;
        }
        if (!arguments.quiet()) {
            listing.writeRepaired(session.output());
        }
        new ConciseReporter().write(report.after(), session.output());
    }
}
