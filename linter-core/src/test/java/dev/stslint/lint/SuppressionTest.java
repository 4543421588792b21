package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.LintReport;
import dev.stslint.rule.RuleSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What suppressions do to a run; how they are written is shown by the fixtures of `unused-suppression` and its kin. */
final class SuppressionTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: db   # stslint:ignore long-name -- everybody knows it
            spec:
              clusterIP: None
            """;

    @TempDir
    Path directory;

    @Test
    void aSuppressedFindingStandsBesideTheOthersWithItsReason() throws Exception {
        write("a.yaml", SERVICE + "---\n" + SERVICE.replace("   # stslint:ignore long-name -- everybody knows it", ""));
        LintReport report = lint(request());
        assertThat(report.findings()).extracting(SuppressionTest::shown).containsExactly("a.yaml:11:9 long-name");
        SuppressedFinding suppressed = report.suppressed().get(0);
        assertThat(shown(suppressed.finding())).isEqualTo("a.yaml:4:9 long-name");
        assertThat(suppressed.kind()).isEqualTo(SuppressedFinding.Kind.IN_SOURCE);
        assertThat(suppressed.justification()).isEqualTo("everybody knows it");
        assertThat(suppressed.place()).hasToString("a.yaml:4:16");
        assertThat(new AccountingLine(report).text())
                .isEqualTo("1 warning in 1 file (2 objects; 1 finding suppressed)");
    }

    @Test
    void aSuppressedFindingFailsNothing() throws Exception {
        write("a.yaml", SERVICE);
        assertThat(lint(request().withFailOn(Optional.of(Threshold.INFO))).status())
                .isZero();
    }

    @Test
    void aRuleThatDoesNotRunLeavesItsSuppressionsAlone() throws Exception {
        write("a.yaml", SERVICE.replace("long-name", "strict-rule"));
        assertThat(ids(request().withSelection(ignoring("long-name")))).isEmpty();
        write("a.yaml", SERVICE.replace("name: db", "name: plain"));
        assertThat(ids(request())).containsExactly("unused-suppression");
        assertThat(ids(request().withSelection(ignoring("long-name")))).isEmpty();
        write("stslint.yaml", "overrides: [ {paths: [a.yaml], rules: {long-name: off}} ]\n");
        assertThat(ids(request())).isEmpty();
    }

    @Test
    void whatIsWrongWithSuppressionsCanBeSwitchedOff() throws Exception {
        write("a.yaml", SERVICE.replace("name: db", "name: plain"));
        assertThat(ids(request().withSelection(ignoring("unused-suppression")))).isEmpty();
        RuleSelection graver =
                new RuleSelection(Optional.empty(), List.of(), List.of(), Map.of("unused-suppression", Severity.ERROR));
        assertThat(lint(request().withSelection(graver)).status()).isEqualTo(1);
    }

    @Test
    void aPartOfAnApplicationTellsNothingAboutReferences() throws Exception {
        write("a.yaml", SERVICE.replace("long-name", "long-name, unknown-claim"));
        assertThat(ids(request())).containsExactly("unused-suppression");
        assertThat(ids(request().withPartial(true))).isEmpty();
    }

    @Test
    void theDayIsGiven() throws Exception {
        write("a.yaml", SERVICE.replace("--", "until=2026-03-31 --"));
        assertThat(ids(request().withToday(() -> LocalDate.of(2026, 3, 31)))).isEmpty();
        assertThat(ids(request().withToday(() -> LocalDate.of(2026, 4, 1))))
                .containsExactly("long-name", "expired-suppression");
    }

    @Test
    void nobodyAsksForTheDayWithoutAnEnd() throws Exception {
        write("a.yaml", SERVICE);
        LintRequest request = request().withToday(() -> {
            throw new AssertionError("asked");
        });
        assertThat(ids(request)).isEmpty();
    }

    @Test
    void anEndDateLeavesNoCommaInTheReason() throws Exception {
        write("a.yaml", SERVICE.replace("knows it", "knows it, until=2099-12-31"));
        assertThat(lint(request()).suppressed())
                .extracting(SuppressedFinding::justification)
                .containsExactly("everybody knows it");
    }

    @Test
    void aReasonCanBeMandatory() throws Exception {
        write("stslint.yaml", "requireReasons: true\n");
        write("a.yaml", SERVICE);
        assertThat(ids(request())).isEmpty();
        write("a.yaml", SERVICE.replace(" -- everybody knows it", ""));
        assertThat(ids(request())).containsExactly("long-name", "invalid-suppression");
        write("stslint.yaml", "requireReasons: false\n");
        assertThat(ids(request())).isEmpty();
    }

    @Test
    void aTemplateIsSuppressedAtItsTop() throws Exception {
        String template = "name: {{ .Values.name }}\n";
        write("a.yaml", template);
        assertThat(ids(request())).containsExactly("unrendered-template");
        write(
                "a.yaml",
                "# the chart renders it\n# stslint:ignore-file unrendered-template -- see the chart\n" + template);
        assertThat(ids(request())).isEmpty();
        write("a.yaml", template + "# stslint:ignore-file unrendered-template -- see the chart\n");
        assertThat(ids(request())).containsExactly("unrendered-template");
    }

    @Test
    void whatTheEngineReportsCanBeSuppressedToo() throws Exception {
        write("a.yaml", SERVICE + "  clusterIP: None   # stslint:ignore duplicate-key -- on purpose\n");
        assertThat(ids(request())).isEmpty();
        write("a.yaml", "# stslint:ignore-file invalid-yaml -- broken on purpose\n" + SERVICE + "---\na: [\n");
        assertThat(ids(request())).isEmpty();
    }

    private RuleSelection ignoring(String id) {
        return new RuleSelection(Optional.empty(), List.of(), List.of(id), Map.of());
    }

    private static String shown(Finding finding) {
        return finding.location() + " " + finding.ruleId();
    }

    private List<String> ids(LintRequest request) throws LintException {
        return lint(request).findings().stream().map(Finding::ruleId).toList();
    }

    private LintReport lint(LintRequest request) throws LintException {
        return new Linter(new LivingRules()).lint(request);
    }

    private LintRequest request() {
        return LintRequest.of(directory, List.of(".")).withJobs(1);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
