package dev.stslint.lint;

import dev.stslint.chart.TemplateSources;
import dev.stslint.finding.Finding;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What {@code helm template} printed into standard input: lines there lead nowhere, the templates they come from do. */
final class PipedChart {

    private PipedChart() {}

    /** Findings, those in standard input with the template that they come from, where the input says so. */
    static List<Finding> named(List<Finding> findings, SourceFile input) {
        TemplateSources sources = TemplateSources.in(input.text().orElse(""));
        if (sources.isEmpty()) {
            return findings;
        }
        List<Finding> named = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String source = finding.location().file() == input
                    ? sources.at(finding.location().span().start())
                    : "";
            named.add(source.isEmpty() ? finding : finding.withNote("rendered from `" + source + "`"));
        }
        return named;
    }
}
