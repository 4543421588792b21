package dev.stslint.report;

import dev.stslint.finding.Finding;
import java.io.IOException;

/** One line a finding: {@code path:line:column: severity[rule] message}, as editors and {@code grep} like it. */
public final class ConciseReporter implements Reporter {

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        for (Finding finding : report.findings()) {
            out.append(HarmlessText.of(finding.location().toString()))
                    .append(": ")
                    .append(finding.severity().id())
                    .append('[')
                    .append(HarmlessText.of(finding.ruleId()))
                    .append("] ")
                    .append(HarmlessText.of(sources.words(finding, finding.message())))
                    .append('\n');
        }
    }
}
