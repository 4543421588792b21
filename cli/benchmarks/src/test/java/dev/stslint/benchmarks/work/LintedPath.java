package dev.stslint.benchmarks.work;

import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.RunFacts;
import dev.stslint.rules.BuiltinRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Lints a path on the calling thread, and writes the text and the SARIF report; answers how many findings there are. */
public final class LintedPath implements ToLongFunction<Path> {

    @Override
    public long applyAsLong(Path path) {
        Linter linter = new Linter(new BuiltinRules());
        LintRequest request =
                LintRequest.of(path.getParent(), List.of(path.toString())).withJobs(1);
        try {
            LintReport report = linter.lint(request);
            for (ReportFormat format : List.of(ReportFormat.TEXT, ReportFormat.SARIF)) {
                format.reporter(Palette.PLAIN, false, RunFacts.of("0", 0), linter)
                        .write(report, Writer.nullWriter());
            }
            return report.findings().size();
        } catch (LintException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
