package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the reports of one run look like as a whole. */
final class DemoReportTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1)
            .from(Provenance.of(
                    "git@example.com:shop/app.git", "0123456789abcdef0123456789abcdef01234567", "main", ""));

    private static final Map<String, Reporter> REPORTERS = Map.of(
            "reports/demo.txt", new TextReporter(Palette.PLAIN),
            "reports/demo.concise.txt", new ConciseReporter(),
            "reports/demo.json", new JsonReporter(FACTS),
            "reports/demo.sarif", new SarifReporter(FACTS, DemoReport.pages()),
            "reports/demo.github.txt", new GithubReporter(FACTS),
            "reports/demo.gitlab.json", new GitlabReporter(FACTS),
            "reports/demo.junit.xml", new JunitReporter(FACTS),
            "reports/demo.checkstyle.xml", new CheckstyleReporter(FACTS),
            "reports/demo.html", new HtmlReporter(FACTS, DemoReport.pages()));

    @Test
    void looksAsItDid() throws Exception {
        for (Map.Entry<String, Reporter> reporter : REPORTERS.entrySet()) {
            GoldenFile.of(reporter.getKey()).matches(Reports.written(reporter.getValue(), DemoReport.report()));
        }
    }

    @Test
    void showsNoSecretInAnyFormat() {
        for (Reporter reporter : REPORTERS.values()) {
            String report = Reports.written(reporter, DemoReport.report());
            for (int i = 0; i + 6 <= DemoReport.SECRET.length(); i++) {
                assertThat(report).doesNotContain(DemoReport.SECRET.substring(i, i + 6));
            }
        }
        String coloured = Reports.written(new TextReporter(Palette.COLOURED), DemoReport.report());
        assertThat(coloured).contains("•••").doesNotContain(DemoReport.SECRET);
    }
}
