package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.source.RelativePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The findings of a run as a baseline: a line for each, sorted, so that git merges what was added or removed in different
 * places. It holds what identifies findings and nothing that moves or is secret: no line, no message, no value.
 */
public final class BaselineReporter implements Reporter {

    private static final String SCHEMA = "https://stslint.dev/stslint-baseline.schema.json";

    private final RelativePaths paths;
    private final Predicate<String> canBeKnown;

    /**
     * A reporter for one baseline.
     *
     * @param paths as seen from where it stands
     * @param canBeKnown whether findings of a rule may be set aside
     */
    public BaselineReporter(RelativePaths paths, Predicate<String> canBeKnown) {
        this.paths = paths;
        this.canBeKnown = canBeKnown;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (canBeKnown.test(finding.ruleId())) {
                findings.add(finding);
            }
        }
        findings.sort(Comparator.comparing(
                        (Finding finding) -> paths.of(finding.location().file().path()))
                .thenComparing(Finding::ruleId)
                .thenComparing(Finding::object)
                .thenComparing(Finding::fieldPath)
                .thenComparing(finding -> finding.fingerprint().moved()));
        out.append("{\n  \"$schema\": \"").append(SCHEMA).append("\",\n  \"version\": 1,\n  \"findings\": [");
        String separator = "\n    ";
        for (Finding finding : findings) {
            out.append(separator).append(line(finding, sources));
            separator = ",\n    ";
        }
        out.append(findings.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    }

    private String line(Finding finding, QuotedSources sources) {
        return JsonOutput.line(json -> {
            json.writeStartObject();
            json.writeStringProperty("path", paths.of(finding.location().file().path()));
            json.writeStringProperty("rule", finding.ruleId());
            if (!finding.object().isEmpty()) {
                json.writeStringProperty("object", sources.words(finding, finding.object()));
            }
            if (!finding.fieldPath().isEmpty()) {
                json.writeStringProperty("field", sources.words(finding, finding.fieldPath()));
            }
            json.writeStringProperty("fingerprint", finding.fingerprint().moved());
            json.writeEndObject();
        });
    }
}
