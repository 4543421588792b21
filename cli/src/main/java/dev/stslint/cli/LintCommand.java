package dev.stslint.cli;

import dev.stslint.lint.LintException;
import dev.stslint.lint.Linter;
import dev.stslint.lint.ReportTarget;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.AccountingListing;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.ReportFile;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.Reporter;
import dev.stslint.report.RunFacts;
import dev.stslint.report.StatisticsTable;
import java.io.IOException;
import java.nio.file.InvalidPathException;

/** {@code lint}: one call of the linter, and its report to where it was asked for. */
final class LintCommand {

    private final Linter linter;
    private final Session session;

    LintCommand(Linter linter, Session session) {
        this.linter = linter;
        this.session = session;
    }

    /** Lints, reports, and gives the exit status. */
    int run(LintArguments arguments) throws LintException, IOException {
        long start = System.nanoTime();
        LintReport report;
        try {
            report = lint(arguments);
        } catch (LintException e) {
            refuse(e, arguments);
            return Main.FAILED;
        }
        ReportTarget.rejectOverwriting(arguments.reports(), environment().workingDirectory(), report.accounting());
        int status = report.status();
        boolean complete = true;
        for (ReportTarget target : arguments.reports()) {
            complete &= write(report, target.file(), reporter(target, arguments, status));
        }
        session.output().flush();
        for (String failure : report.failures()) {
            session.say(failure);
        }
        if (!report.failures().isEmpty() && arguments.changed().orElse("-").isEmpty()) {
            session.say("a commit to compare with is written behind an equals sign: `--changed=REF`");
        }
        if (arguments.verbose()) {
            new AccountingListing(report.accounting()).write(session.error());
        }
        if (arguments.statistics()) {
            new StatisticsTable(report).write(session.error());
        }
        if (!arguments.quiet()) {
            for (String remark : report.accounting().remarks()) {
                session.say(remark);
            }
            session.error().append(summary(report, start)).append('\n');
        }
        return complete ? status : Main.FAILED;
    }

    private LintReport lint(LintArguments arguments) throws LintException, IOException {
        boolean progress =
                arguments.progress() && !arguments.quiet() && environment().showsProgress();
        ProgressLine line = ProgressLine.start(progress, session.error());
        try {
            return linter.lint(arguments.request(environment(), session.input()));
        } finally {
            line.close();
        }
    }

    /** Says why nothing was linted, in the reports too, so that nobody takes one of an earlier run for one of this. */
    private void refuse(LintException e, LintArguments arguments) throws IOException {
        boolean inLines = false;
        for (ReportTarget target : arguments.reports()) {
            if (target.isStandardOutput() && target.format().isForLogs()) {
                inLines = target.format() == ReportFormat.CONCISE;
            } else if (target.destroysNothing(environment().workingDirectory())) {
                write(e.asReport(), target.file(), reporter(target, arguments, Main.FAILED));
            } else {
                session.say("`" + target.file() + "` is left as it was");
            }
        }
        session.output().flush();
        if (inLines) {
            session.complainInLines(e);
        } else {
            session.complain(e);
        }
    }

    private Environment environment() {
        return session.environment();
    }

    private Reporter reporter(ReportTarget target, LintArguments arguments, int status) {
        Palette palette = colors(target, arguments.color()) ? Palette.COLOURED : Palette.PLAIN;
        RunFacts facts = RunFacts.of(Main.version(), status).in(environment().workingDirectory());
        return target.format().reporter(palette, arguments.quiet(), facts, linter);
    }

    /** A file has nobody who looks: it is colored only where the user insists. */
    private boolean colors(ReportTarget target, ColorChoice choice) {
        return target.isStandardOutput()
                ? choice.isOn(environment(), environment().outputIsTerminal())
                : choice == ColorChoice.ALWAYS;
    }

    /** Writes a report, and says whether it could be written. */
    private boolean write(LintReport report, String file, Reporter reporter) throws IOException {
        if (file.isEmpty()) {
            reporter.write(report, session.output());
            return true;
        }
        try {
            ReportFile.write(environment().workingDirectory().resolve(file), report, reporter);
            return true;
        } catch (IOException | InvalidPathException e) {
            session.say("cannot write `" + file + "`: " + ReportFile.reason(e));
            return false;
        }
    }

    private String summary(LintReport report, long start) {
        AccountingLine line = new AccountingLine(report);
        return environment().errorIsTerminal() ? line.text((System.nanoTime() - start) / 1_000_000) : line.text();
    }
}
