package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.source.Position;
import java.io.IOException;

/**
 * Workflow commands, which GitHub's runner turns into annotations: one line a finding, for the log of a step. The runner
 * takes columns only where a place is on one line; it shows ten annotations of each severity a step and fifty a job, and
 * keeps the lines of all others in the log.
 * What is suppressed is left out: an annotation asks for somebody's attention, and would take the place of one that needs it.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>
 */
public final class GithubReporter implements Reporter {

    private final RunFacts facts;

    /** @param facts where the files stand in the repository */
    public GithubReporter(RunFacts facts) {
        this.facts = facts;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        StringBuilder line = new StringBuilder(512);
        for (String failure : report.failures()) {
            line.setLength(0);
            line.append("::error title=stslint::");
            appendEscaped(line, Sentences.of(failure), false);
            out.append(line.append('\n'));
        }
        for (Finding finding : report.findings()) {
            line.setLength(0);
            line.append("::").append(command(finding.severity())).append(' ');
            appendPlace(line, finding);
            line.append(",title=");
            appendEscaped(line, finding.ruleId(), true);
            line.append("::");
            appendEscaped(line, sources.words(finding, Sentences.of(finding, "")), false);
            out.append(line.append('\n'));
        }
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.id();
    }

    private void appendPlace(StringBuilder line, Finding finding) {
        Position start = finding.location().start();
        Position end = finding.location().end();
        line.append("file=");
        appendEscaped(line, facts.repositoryPath(finding.location().file().path()), true);
        line.append(",line=").append(start.line()).append(",endLine=").append(end.line());
        if (start.line() == end.line()) {
            line.append(",col=").append(start.column()).append(",endColumn=").append(end.column());
        }
    }

    /** Line breaks within the words stay; all other control characters are shown. */
    private static void appendEscaped(StringBuilder line, String text, boolean isProperty) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("%0A");
            } else if (c == '%') {
                line.append("%25");
            } else if (isProperty && c == ':') {
                line.append("%3A");
            } else if (isProperty && c == ',') {
                line.append("%2C");
            } else {
                int codePoint = text.codePointAt(i);
                line.append(HarmlessText.of(Character.toString(codePoint)));
                i += Character.charCount(codePoint) - 1;
            }
        }
    }
}
