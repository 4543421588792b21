package dev.stslint.cli;

import dev.stslint.filter.Baseline;
import dev.stslint.lint.BaselineUpdate;
import dev.stslint.lint.LintException;
import dev.stslint.lint.Linter;
import dev.stslint.report.ReportFile;
import java.io.IOException;

/** {@code baseline}: writes down what is found, so that it is set aside from now on. */
final class BaselineCommand {

    private final Linter linter;
    private final Session session;

    BaselineCommand(Linter linter, Session session) {
        this.linter = linter;
        this.session = session;
    }

    /** Lints, writes the file, and gives the exit status: 0 when it was written. */
    int run(LintArguments arguments) throws LintException, IOException {
        String file = arguments.baseline().orElse(Baseline.FILE_NAME);
        BaselineUpdate update;
        try {
            update = linter.writeBaseline(arguments.request(session.environment(), session.input()));
        } catch (IOException e) {
            session.say("cannot write `" + file + "`: " + ReportFile.reason(e));
            return Main.FAILED;
        }
        for (String failure : update.report().failures()) {
            session.say(failure);
        }
        if (!update.written()) {
            session.say(update.summary(file));
            return Main.FAILED;
        }
        if (!arguments.quiet()) {
            session.error().append(update.summary(file)).append('\n');
        }
        return 0;
    }
}
