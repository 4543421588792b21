package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Position;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * GitLab's Code Quality: what of Code Climate's format its merge requests read. Of two entries with one fingerprint GitLab
 * drops the second, so each is made unique.
 * What is suppressed is left out: the format cannot mark it, and GitLab would list it as new or open; left out, it counts as resolved.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">the format</a>
 */
public final class GitlabReporter implements Reporter {

    private final RunFacts facts;

    /** @param facts where the files stand in the repository */
    public GitlabReporter(RunFacts facts) {
        this.facts = facts;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        Set<String> fingerprints = new HashSet<>();
        Set<String> security = new HashSet<>();
        for (RuleMetadata rule : report.rules()) {
            if (rule.category() == Category.SECRETS) {
                security.add(rule.id());
            }
        }
        JsonOutput.write(out, json -> {
            json.writeStartArray();
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                category(json, security.contains(finding.ruleId()) ? "Security" : "Bug Risk");
                entry(json, finding, sources, unique(finding.fingerprint().exact(), fingerprints));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String unique(String fingerprint, Set<String> taken) {
        String unique = fingerprint;
        for (int i = 2; !taken.add(unique); i++) {
            unique = fingerprint + "-" + i;
        }
        return unique;
    }

    /** GitLab does not ask for these, but other readers of Code Climate's format fail without them. */
    private static void category(JsonGenerator json, String category) {
        json.writeStringProperty("type", "issue");
        json.writeArrayPropertyStart("categories");
        json.writeString(category);
        json.writeEndArray();
    }

    private void entry(JsonGenerator json, Finding finding, QuotedSources sources, String fingerprint) {
        String words = new Sentences()
                .add("", finding.message())
                .add("", finding.label())
                .add("Help: ", finding.help())
                .toString();
        json.writeStringProperty("description", HarmlessText.of(sources.words(finding, words)));
        json.writeStringProperty("check_name", finding.ruleId());
        json.writeStringProperty("fingerprint", fingerprint);
        json.writeStringProperty("severity", severity(finding.severity()));
        location(json, finding);
    }

    /** Lines for the link to the file, which GitLab reads first; positions for readers that want columns too. */
    private void location(JsonGenerator json, Finding finding) {
        Position start = finding.location().start();
        Position end = finding.location().end();
        json.writeObjectPropertyStart("location");
        json.writeStringProperty(
                "path", facts.repositoryPath(finding.location().file().path()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", start.line());
        json.writeNumberProperty("end", end.line());
        json.writeEndObject();
        json.writeObjectPropertyStart("positions");
        position(json, "begin", start);
        position(json, "end", end);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String property, Position position) {
        json.writeObjectPropertyStart(property);
        json.writeNumberProperty("line", position.line());
        json.writeNumberProperty("column", position.column());
        json.writeEndObject();
    }

    /** As other linters have it, and readers take them: critical and blocker say what a linter cannot know. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "major";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
