package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stslint.config.Rendering;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.AccountingListing;
import dev.stslint.report.LintReport;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run obeys its configuration, its context, and being told that it sees only a part. */
final class ConfiguredRunTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {clusterIP: None}
            """;

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: "postgres:17"}]}
            """;

    @TempDir
    Path directory;

    @Test
    void rulesAreSetForAllFilesAndForSome() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("dev/a.yaml", SERVICE);
        write("test/a.yaml", SERVICE);
        write("stslint.yaml", """
                rules: { long-name: error }
                overrides:
                  - paths: [ dev ]
                    rules: { long-name: info, strict-rule: warning }
                  - paths: [ "test/**" ]
                    rules: { long-name: off }
                """);
        assertThat(shown(request()))
                .containsExactly(
                        "dev/a.yaml info long-name", "dev/a.yaml warning strict-rule", "k8s/a.yaml error long-name");
    }

    @Test
    void aSeveritySwitchesARuleOn() throws Exception {
        write("a.yaml", SERVICE);
        write("stslint.yaml", "rules: { strict-rule: info, long-name: off }\n");
        assertThat(shown(request())).containsExactly("a.yaml info strict-rule");
        write("stslint.yaml", "profile: strict\nrules: { long-name: off }\n");
        assertThat(shown(request())).containsExactly("a.yaml warning strict-rule");
    }

    @Test
    void optionsReachTheirRule() throws Exception {
        write("a.yaml", SERVICE);
        write("b.yaml", SERVICE.replace("db", "queue"));
        write("c.yaml", SERVICE.replace("db", "plain"));
        assertThat(shown(request())).containsExactly("a.yaml warning long-name", "b.yaml warning long-name");
        write("stslint.yaml", """
                rules: { long-name: { options: { allow: [db] } } }
                overrides: [ {paths: [c.yaml], rules: {long-name: {options: {allow: [plain]}}}} ]
                """);
        assertThat(shown(request())).containsExactly("b.yaml warning long-name");
    }

    @Test
    void theCommandLineWins() throws Exception {
        write("a.yaml", SERVICE);
        write("stslint.yaml", """
                profile: strict
                failOn: info
                rules: { long-name: info, strict-rule: error }
                overrides: [ {paths: [a.yaml], rules: {long-name: off}} ]
                """);
        assertThat(shown(request())).containsExactly("a.yaml error strict-rule");
        assertThat(shown(selecting("long-name"))).containsExactly("a.yaml info long-name");
        assertThat(shown(request()
                        .withSelection(new RuleSelection(Profile.STRICT, List.of(), List.of("strict-rule"), Map.of()))))
                .isEmpty();
        Map<String, Severity> severity = Map.of("strict-rule", Severity.INFO);
        LintRequest milder =
                request().withSelection(new RuleSelection(Optional.empty(), List.of(), List.of(), severity));
        assertThat(shown(milder)).containsExactly("a.yaml info strict-rule");
        assertThat(lint(milder).status()).isEqualTo(1);
        assertThat(lint(milder.withFailOn(Optional.of(Threshold.WARNING))).status())
                .isZero();
        assertThat(shown(request().withConfig(Optional.empty(), true))).containsExactly("a.yaml warning long-name");
        Map<String, Severity> named = Map.of("long-name", Severity.ERROR);
        assertThat(shown(request()
                        .withSelection(new RuleSelection(Optional.empty(), List.of(), List.of("strict-rule"), named))))
                .as("a severity switches a rule on, here as in the file")
                .containsExactly("a.yaml error long-name");
    }

    @Test
    void filesAreIncludedAndExcludedAndAccountedFor() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("k8s/testdata/b.yaml", SERVICE);
        write("docs/c.yaml", SERVICE);
        write("stslint.yaml", "include: [ k8s ]\nexclude: [ \"**/testdata/**\" ]\n");
        LintReport report = lint(request());
        assertThat(report.findings()).extracting(Finding::ruleId).hasSize(1);
        assertThat(new AccountingLine(report).text())
                .isEqualTo("1 warning in 3 files (1 object; 2 files skipped:"
                        + " 1 excluded by the configuration, 1 not included by the configuration)");
        assertThat(shown(LintRequest.of(directory, List.of("docs/c.yaml"))))
                .as("what is named is read")
                .containsExactly("docs/c.yaml warning long-name");
    }

    @Test
    void aConfigurationIsNoManifest() throws Exception {
        write("a/stslint.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: db}\n");
        write("k8s/a.yaml", SERVICE);
        assertThat(shown(request())).containsExactly("k8s/a.yaml warning long-name");
    }

    @Test
    void aNamedConfigurationIsRead() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("ci/lint.yaml", "rules: { long-name: off }\n");
        LintRequest request = LintRequest.of(directory, List.of("k8s"));
        assertThat(shown(request.withConfig(Optional.of("ci/lint.yaml"), false)))
                .isEmpty();
        assertThatThrownBy(() -> lint(request.withConfig(Optional.of("ci/lnt.yaml"), false)))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith("the configuration `ci/lnt.yaml` cannot be read: ");
        assertThatThrownBy(() -> lint(request.withConfig(Optional.of("ci/lint.yaml"), true)))
                .isInstanceOf(LintException.class)
                .hasMessage("a configuration file is named, and none is to be read");
    }

    @Test
    void mistakesStopTheRunEachWithItsPlace() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("stslint.yaml", "rules:\n  long-nam: off\n  strict-rule: of\n");
        LintException thrown = catchThrowableOfType(LintException.class, () -> lint(request()));
        assertThat(thrown).hasMessage("`stslint.yaml` has 2 mistakes");
        assertThat(thrown.report().orElseThrow().findings())
                .extracting(finding -> finding.location() + " " + finding.ruleId() + " " + finding.message())
                .containsExactly(
                        "stslint.yaml:2:3 invalid-configuration there is no rule `long-nam`; did you mean `long-name`?",
                        "stslint.yaml:3:16 invalid-configuration there is no severity `of`; did you mean `off`?");
    }

    @Test
    void schemasThatCannotBeUsedStopTheRun() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("house/a.yaml", "properties: {a: {type: objct}}\n");
        LintException thrown =
                catchThrowableOfType(LintException.class, () -> lint(request().withSchema(List.of("house"))));
        assertThat(thrown).hasMessage("the schemas have a mistake");
        assertThat(thrown.report().orElseThrow().findings())
                .extracting(finding -> finding.location() + " " + finding.ruleId() + " " + finding.message())
                .containsExactly(
                        "house/a.yaml:1:24 invalid-configuration there is no type `objct`; did you mean `object`?");
        LintReport report = lint(request().withSchema(List.of("hous")));
        assertThat(report.failures()).containsExactly("`hous` does not exist; did you mean `house/`?");
        assertThat(report.status()).isEqualTo(2);
    }

    @Test
    void aSchemaThatIsForNoObjectIsRemarkedUpon() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("house/a.yaml", "properties: {kind: {const: Deploymnt}}\nrequired: [spec]\n");
        write("house/b.yaml", "properties: {kind: {const: Service}}\nrequired: [spec]\n");
        write("stslint.yaml", "schema: [ house ]\nexclude: [ house ]\n");
        assertThat(lint(request()).accounting().remarks())
                .containsExactly("the schema `house/a.yaml` is for no object of this run");
    }

    @Test
    void aFileThatIsNearlyCalledAsAConfigurationIsRemarkedUpon() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("stslint.yml", "rules: { long-name: off }\n");
        assertThat(lint(request()).accounting().remarks())
                .containsExactly("`stslint.yml` is no configuration; it has to be called `stslint.yaml`");
        assertThat(lint(request().withConfig(Optional.empty(), true))
                        .accounting()
                        .remarks())
                .isEmpty();
        write("stslint.yaml", "rules: { long-name: off }\n");
        assertThat(lint(request()).accounting().remarks()).isEmpty();
    }

    @Test
    void valuesForChartsThatAreNotRenderedAreRemarkedUpon() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("stslint.yaml", "values: [ ci.yaml ]\n");
        assertThat(lint(request()).accounting().remarks())
                .as("there is nothing to render")
                .isEmpty();
        write("chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        write("chart/templates/a.yaml", SERVICE);
        assertThat(lint(request()).accounting().remarks())
                .containsExactly("`values` in `stslint.yaml` is not used: nothing is rendered without `render: helm`");
        write("stslint.yaml", "render: never\nvalues: [ ci.yaml ]\n");
        assertThat(lint(request()).accounting().remarks())
                .as("somebody wants it so")
                .isEmpty();
    }

    @Test
    void valuesThatAreAskedForWhereNoChartIsAreRemarkedUpon() throws Exception {
        write("k8s/a.yaml", SERVICE);
        LintRequest request = request().withRender(Optional.of(Rendering.HELM), List.of("ci.yaml"), "");
        assertThat(lint(request).accounting().remarks()).containsExactly("there is no chart to use `ci.yaml` for");
    }

    @Test
    void theListingSaysWhatIsInForceAndWhereItIsSaid() throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("stslint.yaml", """
                failOn: warning
                exclude: [ testdata ]
                rules:
                  strict-rule: off
                  long-name: { severity: error, options: { allow: [ db ] } }
                known: [ Service/kafka ]
                """);
        StringBuilder listing = new StringBuilder();
        RuleSelection asked = new RuleSelection(
                Optional.of(Profile.ALL), List.of(), List.of("storage"), Map.of("strict-rule", Severity.INFO));
        new Linter(new LivingRules()).listing(request().withSelection(asked)).write(listing);
        assertThat(listing.toString()).isEqualTo("""
                profile: all                                                  # command line
                failOn: warning                                               # stslint.yaml:1
                kubernetes: "1.31..1.36"                                      # default
                requireReasons: false                                         # default
                render: never                                                 # default
                values: []                                                    # default
                include: []                                                   # default
                exclude:
                  - "testdata"                                                # stslint.yaml:2
                schema: []                                                    # default
                rules:
                  long-name: { severity: error, options: { allow: ["db"] } }  # stslint.yaml:5
                  strict-rule: info                                           # command line
                known:
                  - "Service/kafka"                                           # stslint.yaml:6
                # not storage                                                 # command line
                # 4 of 4 rules are on, and what stslint reports itself
                """);
    }

    @Test
    void referencesToKnownObjectsAreRight() throws Exception {
        write("set.yaml", SET);
        write("a.yaml", SERVICE.replace("{name: db}", "{name: plain, annotations: {claim: disk}}"));
        assertThat(shown(request()))
                .containsExactly("a.yaml warning unknown-claim", "set.yaml warning unknown-service");
        write("stslint.yaml", "known: [ Service/shop/db, PersistentVolumeClaim/disk ]\n");
        assertThat(shown(request())).isEmpty();
        write("stslint.yaml", "known: [ Service/other/db, StatefulSet/disk ]\n");
        assertThat(shown(request())).hasSize(2);
    }

    @Test
    void aPartOfAnApplicationRaisesNoUnknownReference() throws Exception {
        write("set.yaml", SET);
        write("a.yaml", SERVICE.replace("{name: db}", "{name: plain, annotations: {claim: disk}}"));
        assertThat(shown(request().withPartial(true))).isEmpty();
        write(
                "near.yaml",
                SERVICE.replace("{name: db}", "{name: plain}")
                        .replace("clusterIP: None", "clusterIP: None, selector: {app: db}"));
        assertThat(shown(request())).contains("set.yaml warning unknown-service");
        assertThat(shown(request().withPartial(true)))
                .as("the Service may be elsewhere, however near another is")
                .isEmpty();
    }

    @Test
    void contextIsReadForReferencesAndNeverReportedOn() throws Exception {
        write("app/set.yaml", SET);
        write("shared/services.yaml", SERVICE + "---\na: [\n");
        write("shared/claim.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: disk}\n");
        LintRequest alone = LintRequest.of(directory, List.of("app")).withJobs(1);
        assertThat(shown(alone)).containsExactly("app/set.yaml warning unknown-service");
        LintReport report = lint(alone.withContext(List.of("shared")));
        assertThat(report.findings()).isEmpty();
        assertThat(new AccountingLine(report).text())
                .isEqualTo(
                        "no findings in 3 files (3 objects; 1 document does not parse; 2 files read for reference only)");
        StringBuilder listing = new StringBuilder();
        new AccountingListing(report.accounting()).write(listing);
        assertThat(listing.toString())
                .contains("shared/claim.yaml: 1 document, read for reference only\n  line 1: 1 object\n")
                .contains("3 files = 3 read (2 for reference only) + 0 skipped\n");
    }

    @Test
    void contextDoesNotHideThatThereWasNothingToLint() throws Exception {
        write("app/empty.yaml", "# nothing\n");
        write("shared/services.yaml", SERVICE);
        LintReport report = lint(LintRequest.of(directory, List.of("app")).withContext(List.of("shared")));
        assertThat(report.accounting().remarks()).containsExactly("no manifests found in `app`");
    }

    @Test
    void contextIsSeenAmongManyObjectsOfOneName() throws Exception {
        write("app/set.yaml", SET);
        for (int i = 0; i < 12; i++) {
            write(
                    "app/other" + i + "/service.yaml",
                    SERVICE.replace("{name: db}", "{name: db, namespace: n" + i + "}"));
        }
        write("shared/service.yaml", SERVICE);
        LintRequest alone = LintRequest.of(directory, List.of("app"))
                .withSelection(new RuleSelection(Optional.empty(), List.of("unknown-service"), List.of(), Map.of()))
                .withJobs(1);
        assertThat(shown(alone)).hasSize(1);
        assertThat(shown(alone.withContext(List.of("shared")))).isEmpty();
    }

    @Test
    void whatIsLintedIsNotContextToo() throws Exception {
        write("k8s/app/set.yaml", SET);
        write("k8s/app/a.yaml", SERVICE.replace("db", "other"));
        write("k8s/shared/service.yaml", SERVICE);
        LintRequest request = LintRequest.of(directory, List.of("k8s/app"))
                .withContext(List.of("k8s"))
                .withJobs(1);
        assertThat(shown(request)).containsExactly("k8s/app/a.yaml warning long-name");
    }

    @Test
    void contextThatDoesNotExistFailsTheRun() throws Exception {
        write("app/set.yaml", SET);
        LintReport report = lint(LintRequest.of(directory, List.of("app")).withContext(List.of("ap")));
        assertThat(report.failures()).containsExactly("`ap` does not exist; did you mean `app/`?");
        assertThat(report.status()).isEqualTo(2);
    }

    private LintRequest selecting(String id) {
        return request().withSelection(new RuleSelection(Optional.empty(), List.of(id), List.of(), Map.of()));
    }

    private List<String> shown(LintRequest request) throws LintException {
        return lint(request).findings().stream()
                .map(finding -> finding.location().file().path() + " "
                        + finding.severity().id() + " " + finding.ruleId())
                .toList();
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
