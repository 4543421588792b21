package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTableTest {

    private static final Manifest SET = Manifest.of("a.yaml", "name: db\n");

    @Test
    void countsByRuleAndSeverityTheLoudestFirst() throws IOException {
        Finding once = error("once", SET.at("db"), "m").finding();
        Finding twice = error("twice", SET.at("db"), "m").finding();
        LintReport report = new LintReport(
                List.of(once, twice, twice),
                List.of(new SuppressedFinding(
                        error("aside", SET.at("db"), "m").finding(),
                        SuppressedFinding.Kind.IN_SOURCE,
                        "",
                        SET.at("db"))),
                List.of(),
                Concealment.NONE,
                new Accounting(List.of()),
                List.of(),
                Threshold.ERROR,
                ObjectGraph.EMPTY);
        assertThat(table(report)).isEqualTo("""
                      ERRORS    WARNINGS       INFOS  SUPPRESSED  RULE
                           2           -           -           -  twice
                           1           -           -           -  once
                           -           -           -           1  aside
                """);
    }

    @Test
    void isEmptyWhenNothingWasFound() throws IOException {
        assertThat(table(Reports.of())).isEmpty();
    }

    private static String table(LintReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        new StatisticsTable(report).write(text);
        return text.toString();
    }
}
