package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.source.Position;
import java.io.IOException;

/**
 * Checkstyle's XML, which Jenkins' warnings plugin and many others read: an element a file, clean ones included. The
 * format knows the start of a place and not its end. It has no word for what is suppressed, and readers count whatever stands
 * in it; Checkstyle itself leaves out what its filters suppress, and so does this.
 */
public final class CheckstyleReporter implements Reporter {

    private final RunFacts facts;

    /** @param facts where the files stand in the repository */
    public CheckstyleReporter(RunFacts facts) {
        this.facts = facts;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        Markup xml = new Markup();
        // Readers take the version for Checkstyle's own, and some ask for one that they know.
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").line();
        xml.open("checkstyle", "version", "4.3").line();
        for (ReportedFile file : ReportedFile.of(report)) {
            if (file.unlinted().isEmpty() || !file.findings().isEmpty()) {
                xml.raw("  ")
                        .open("file", "name", facts.repositoryPath(file.path()))
                        .line();
                for (Finding finding : file.findings()) {
                    error(xml, finding, sources);
                }
                xml.raw("  ").close("file").line().flush(out);
            }
        }
        xml.close("checkstyle").line().flush(out);
    }

    private static void error(Markup xml, Finding finding, QuotedSources sources) {
        Position start = finding.location().start();
        xml.raw("    ")
                .empty(
                        "error",
                        "line",
                        Integer.toString(start.line()),
                        "column",
                        Integer.toString(start.column()),
                        "severity",
                        finding.severity().id(),
                        "message",
                        sources.words(finding, Sentences.of(finding, "")),
                        "source",
                        "stslint." + finding.ruleId())
                .line();
    }
}
