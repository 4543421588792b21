package dev.stslint.rules;

import static dev.stslint.rules.Database.SERVICE;
import static dev.stslint.rules.Database.TELLING_SET;
import static dev.stslint.rules.TestData.found;
import static dev.stslint.rules.TestData.lint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Related;
import dev.stslint.fixture.GitSandbox;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change is told: what it brings, wherever that stands, and nothing of what was there before. */
final class ChangedRunTest {

    private static final String SELECTS_OTHERS = SERVICE.replace("app: db", "app: other");

    private static final String OLD = "k8s/set.yaml inline-secret";

    @TempDir
    Path directory;

    private GitSandbox repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = GitSandbox.in(directory)
                .write("k8s/set.yaml", TELLING_SET)
                .write("k8s/service.yaml", SERVICE)
                .write("README", "hello")
                .commit();
    }

    @Test
    void aServiceStagedAloneIsJudgedWithItsStatefulSet() throws Exception {
        repository.write("k8s/service.yaml", SELECTS_OTHERS).stage();

        assertThat(found(staged())).containsExactly("k8s/set.yaml governing-service-selects-other-pods");
        assertThat(new AccountingLine(lint(staged())).text())
                .isEqualTo("1 error in 2 files (2 objects; 1 finding outside the change)");
    }

    @Test
    void whatIsStagedCountsAndNotWhatTheWorkingTreeMakesOfIt() throws Exception {
        repository.write("k8s/service.yaml", SELECTS_OTHERS).stage().write("k8s/service.yaml", SERVICE);
        assertThat(found(staged())).containsExactly("k8s/set.yaml governing-service-selects-other-pods");

        repository.delete("k8s/service.yaml");
        assertThat(found(staged())).containsExactly("k8s/set.yaml governing-service-selects-other-pods");

        repository.git("reset", "--quiet", "--hard");
        repository.write("README", "other").stage().write("k8s/service.yaml", SELECTS_OTHERS);
        assertThat(found(staged())).isEmpty();
    }

    @Test
    void aDeletedServiceIsMissedWhereItIsNeeded() throws Exception {
        repository.git("rm", "--quiet", "k8s/service.yaml");

        assertThat(found(staged())).containsExactly("k8s/set.yaml unknown-governing-service");
        assertThat(lint(staged("k8s/service.yaml")).failures()).isEmpty();
    }

    @Test
    void aRenamedFileIsAllNew() throws Exception {
        repository.git("mv", "k8s/set.yaml", "k8s/database.yaml");

        assertThat(found(staged())).containsExactly("k8s/database.yaml inline-secret");
    }

    @Test
    void whatIsStillTheSameIsToldOfTheFilesThatHaveChanged() throws Exception {
        repository
                .write("k8s/set.yaml", TELLING_SET.replace("replicas: 3", "replicas: 5"))
                .stage();

        assertThat(found(staged())).containsExactly(OLD);
    }

    @Test
    void aChangeThatTouchesNoManifestReadsNone() throws Exception {
        repository.write("README", "other").stage();

        LintReport report = lint(staged());
        assertThat(report.findings()).isEmpty();
        assertThat(report.accounting().filesRead()).isZero();
        assertThat(new AccountingLine(report).text())
                .isEqualTo("no findings in 2 files (no objects; 2 files skipped: no manifest has changed)");
    }

    @Test
    void sinceACommitTheWorkingTreeCounts() throws Exception {
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.delete("k8s/service.yaml").commit();
        assertThat(found(since("main"))).containsExactly("k8s/set.yaml unknown-governing-service");

        repository.write("k8s/untracked.yaml", SERVICE);
        assertThat(found(since("main"))).isEmpty();
    }

    @Test
    void aFileThatIsNotInTheIndexIsNotCommittedAndNotRead() throws Exception {
        repository.git("rm", "--quiet", "k8s/service.yaml");
        repository.write("k8s/untracked.yaml", SERVICE);

        LintReport report = lint(staged());
        assertThat(found(staged())).containsExactly("k8s/set.yaml unknown-governing-service");
        assertThat(new AccountingLine(report).text()).endsWith("; 1 file skipped: not in the index)");
    }

    @Test
    void aKustomizationTouchesWhatItBuildsDifferently() throws Exception {
        repository
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml]\n")
                .write("prod/kustomization.yaml", "resources: [../k8s]\n")
                .commit();

        repository
                .write("prod/kustomization.yaml", "resources: [../k8s]\nimages: [{name: postgres, newTag: '16.4'}]\n")
                .stage();
        assertThat(found(staged())).isEmpty();
        repository
                .write("prod/kustomization.yaml", "resources: [../k8s]\nnamePrefix: prod-\n")
                .stage();
        assertThat(found(staged())).containsExactly(OLD);

        repository.git("reset", "--quiet", "--hard");
        repository.write("k8s/kustomization.yaml", "resources: [set.yaml]\n").stage();
        assertThat(found(staged())).containsExactly("k8s/set.yaml unknown-governing-service");

        repository.git("reset", "--quiet", "--hard");
        repository.write("test/kustomization.yaml", "resources: [../k8s]\n").stage();
        assertThat(found(staged())).containsExactly(OLD);
    }

    @Test
    void aFileThatAKustomizationTakesMustBeCommittedWithIt() throws Exception {
        repository
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml]\n")
                .write("k8s/settings.env", "A=b")
                .write(".gitignore", "ignored.yaml\n")
                .commit();

        repository
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml, extra.yaml, ../base]\n")
                .stage()
                .write("k8s/extra.yaml", SERVICE.replace("name: db", "name: extra"))
                .write("base/kustomization.yaml", "namePrefix: a-\n");
        assertThat(messages(staged()))
                .containsExactly(
                        "k8s/kustomization.yaml:1:37 `extra.yaml` is not in the index", "1 this is missing too");
        assertThat(found(since("HEAD"))).as("there all files count").isEmpty();
        repository.stage();
        assertThat(found(staged())).isEmpty();
        repository.delete("k8s/extra.yaml").delete("base/kustomization.yaml");
        assertThat(found(staged())).as("the index has them").isEmpty();
        assertThat(found(since("HEAD"))).containsExactly("k8s/kustomization.yaml missing-kustomization-file");

        repository.git("reset", "--quiet", "--hard");
        repository
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml, gone.yaml]\n")
                .stage()
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml]\n");
        assertThat(messages(staged())).containsExactly("k8s/kustomization.yaml:1:37 `gone.yaml` does not exist");

        repository.git("reset", "--quiet", "--hard");
        repository
                .write("k8s/kustomization.yaml", "resources: [set.yaml, service.yaml, ignored.yaml]\n")
                .stage();
        assertThat(found(staged())).as("it is made elsewhere").isEmpty();
    }

    @Test
    void aDeletedFileIsMissedByTheKustomizationThatTakesIt() throws Exception {
        repository
                .write(
                        "k8s/kustomization.yaml",
                        "resources: [set.yaml, service.yaml]\nconfigMapGenerator: [{name: a, envs: [settings.env]}]\n")
                .write("k8s/settings.env", "A=b")
                .commit();

        repository.git("rm", "--quiet", "k8s/settings.env");
        assertThat(found(staged())).containsExactly("k8s/kustomization.yaml missing-kustomization-file");
    }

    @Test
    void aPolicyTouchesWhatItIsNowFor() throws Exception {
        String policy =
                "{\"properties\": {\"kind\": {\"const\": \"Service\"}, \"metadata\": {\"required\": [\"%s\"]}}}";
        repository.write("policies/labels.json", policy.formatted("name")).commit();
        LintRequest request = staged("k8s").withSchema(List.of("policies"));

        repository.write("policies/labels.json", policy.formatted("labels")).stage();
        assertThat(found(request)).containsExactly("k8s/service.yaml schema-policy");
        repository.write("policies/labels.json", policy.formatted("name"));
        assertThat(found(request)).as("it is read from the index").containsExactly("k8s/service.yaml schema-policy");

        repository.write("policies/labels.json", policy.formatted("labels")).commit();
        repository.write("README", "other").stage();
        assertThat(found(request)).isEmpty();

        repository.git("rm", "--quiet", "--cached", "policies/labels.json");
        assertThat(lint(request).failures()).containsExactly("`policies` is not in the index");
    }

    @Test
    void whatIsReadForReferenceTouchesWhoRefersToIt() throws Exception {
        repository.git("mv", "k8s/service.yaml", "service.yaml");
        repository.commit();
        LintRequest request = staged("k8s").withContext(List.of("service.yaml"));
        assertThat(found(request)).isEmpty();

        repository.write("service.yaml", SELECTS_OTHERS).stage();
        assertThat(found(request)).containsExactly("k8s/set.yaml governing-service-selects-other-pods");
    }

    @Test
    void aCommitIsReadFromGitAsAHookOfAPushNeedsIt() throws Exception {
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.write("k8s/service.yaml", SELECTS_OTHERS).commit();
        repository.git("checkout", "--quiet", "main");

        assertThat(found(since("main...feature"))).containsExactly("k8s/set.yaml governing-service-selects-other-pods");
        assertThat(found(since("feature...main"))).isEmpty();
        assertThat(found(since("0".repeat(40) + "...refs/heads/feature")))
                .containsExactly("k8s/set.yaml governing-service-selects-other-pods", OLD);
    }

    @Test
    void theRepositoryIsThatOfWhatIsLinted(@TempDir Path elsewhere) throws Exception {
        repository.write("k8s/service.yaml", SELECTS_OTHERS).stage();
        LintRequest request = LintRequest.of(
                        elsewhere, List.of(directory.resolve("k8s").toString()))
                .withChanged(Optional.of(""));

        assertThat(lint(request).findings())
                .extracting(finding -> finding.ruleId())
                .containsExactly("governing-service-selects-other-pods");
    }

    @Test
    void aConfigurationTouchesWhatItTurnsOn() throws Exception {
        repository.write("stslint.yaml", "rules: { inline-secret: off }\n").commit();
        repository.write("stslint.yaml", "rules: { inline-secret: error }\n").stage();
        assertThat(found(staged())).containsExactly(OLD);

        repository.write("stslint.yaml", "rules: { inline-secret: off, late-env-reference: off }\n");
        assertThat(found(staged())).as("it is read from the index too").containsExactly(OLD);
        repository.stage();
        assertThat(found(staged())).isEmpty();

        repository.git("rm", "--quiet", "--force", "stslint.yaml");
        assertThat(found(staged())).containsExactly(OLD);
        repository
                .commit()
                .write("stslint.yaml", "rules: { inline-secret: off }\n")
                .stage();
        assertThat(found(staged())).isEmpty();
        repository.delete("stslint.yaml");
        assertThat(lint(staged()).accounting().outside()).isEmpty();

        repository.commit().write("k8s/set.yaml", TELLING_SET + "\n").stage();
        repository.write("stslint.yaml", "rules: { inline-secret: off }\n");
        assertThat(found(staged())).as("how it is linted need not be committed").isEmpty();
    }

    @Test
    void whereNothingCouldBeCheckedBeforeAllIsNew() throws Exception {
        repository.write("stslint.yaml", "rule: {}\n").commit();
        repository.write("stslint.yaml", "rules: {}\n").stage();

        assertThat(found(staged())).containsExactly(OLD);
    }

    @Test
    void aBaselineSetsAsideFirst() throws Exception {
        TestData.linter().writeBaseline(LintRequest.of(directory, List.of(".")));
        repository.commit();
        Optional<String> baseline = Optional.of("stslint-baseline.json");

        repository
                .write("k8s/copy/set.yaml", TELLING_SET)
                .write("k8s/copy/service.yaml", SERVICE)
                .stage();
        assertThat(found(staged().withBaseline(baseline)))
                .as("the entry belongs to the file that is not touched")
                .containsExactly("k8s/copy/set.yaml inline-secret");

        repository.git("reset", "--quiet", "--hard");
        repository
                .write("stslint-baseline.json", "{\"version\": 1, \"findings\": []}")
                .stage();
        assertThat(found(staged().withBaseline(baseline)))
                .as("an entry was taken back")
                .containsExactly(OLD);

        repository.git("reset", "--quiet", "--hard");
        repository.write(
                "k8s/set.yaml",
                TELLING_SET.replace("value: \"correct horse\"", "valueFrom: {secretKeyRef: {name: s, key: k}}"));
        repository.stage();
        assertThat(found(staged().withBaseline(baseline)))
                .as("the change has made an entry useless")
                .containsExactly("stslint-baseline.json stale-baseline-entry");
        repository
                .commit()
                .write("README", "other")
                .write("k8s/service.yaml", SERVICE + "\n")
                .stage();
        assertThat(found(staged().withBaseline(baseline))).isEmpty();
    }

    @Test
    void suppressionsAreTheBusinessOfTheirFile() throws Exception {
        String suppressing = TELLING_SET.replace(
                "serviceName: db", "serviceName: db # stslint:ignore governing-service-selects-other-pods -- why");
        repository
                .write("k8s/set.yaml", suppressing)
                .write("k8s/service.yaml", SELECTS_OTHERS)
                .commit();

        repository
                .write("k8s/service.yaml", SELECTS_OTHERS.replace("5432", "5433"))
                .stage();
        LintReport report = lint(staged());
        assertThat(report.findings()).isEmpty();
        assertThat(report.suppressed()).as("its place is related").hasSize(1);

        repository.write("k8s/service.yaml", SERVICE).stage();
        assertThat(found(staged())).isEmpty();
        repository.write("k8s/set.yaml", suppressing + "\n").stage();
        assertThat(found(staged())).containsExactly("k8s/set.yaml unused-suppression", OLD);
    }

    @Test
    void whatIsReadForReferenceIsReadFromTheIndexToo() throws Exception {
        repository
                .write("apps/set.yaml", TELLING_SET)
                .write("shared/service.yaml", SERVICE)
                .commit();
        repository.git("rm", "--quiet", "shared/service.yaml");
        repository.git("rm", "--quiet", "-r", "k8s");

        assertThat(found(staged("apps").withContext(List.of("shared"))))
                .containsExactly("apps/set.yaml unknown-governing-service");
    }

    @Test
    void whatAKustomizationTakesFromElsewhereIsPartOfTheChange() throws Exception {
        repository
                .write("overlay/kustomization.yaml", "resources: [../base]\n")
                .write("base/kustomization.yaml", "resources: [set.yaml, service.yaml]\n")
                .write("base/set.yaml", TELLING_SET)
                .write("base/service.yaml", SERVICE)
                .commit();
        repository.write("base/service.yaml", SELECTS_OTHERS).stage();
        assertThat(found(staged("overlay"))).containsExactly("base/set.yaml governing-service-selects-other-pods");

        repository.write("base/service.yaml", SERVICE).stage();
        repository.write("k8s/service.yaml", SELECTS_OTHERS).stage();
        LintReport idle = lint(staged("overlay"));
        assertThat(idle.findings()).isEmpty();
        assertThat(new AccountingLine(idle).text())
                .isEqualTo("no findings in 4 files (no objects; 4 files skipped: no manifest has changed)");

        repository.git("reset", "--quiet", "--hard");
        repository.git("rm", "--quiet", "base/service.yaml");
        assertThat(found(staged("overlay"))).contains("base/set.yaml unknown-governing-service");
    }

    @Test
    void repairsAreMadeOnlyInWhatTheWorkingTreeHolds() throws Exception {
        String misspelt = TELLING_SET.replace("serviceName: db", "serviceName: dbb");
        repository.write("k8s/set.yaml", misspelt).stage();
        FixReport repaired = fix(staged());
        assertThat(repaired.changes()).hasSize(1);
        assertThat(repaired.refused()).isEmpty();

        repository.write("k8s/set.yaml", misspelt + "# not staged\n");
        FixReport refused = fix(staged());
        assertThat(refused.changes()).isEmpty();
        assertThat(refused.refused())
                .extracting(Refusal::reason)
                .containsExactly("`k8s/set.yaml` was read from git, and the working tree differs");
    }

    @Test
    void aRepairIsNotMadeInWhatTheChangeDoesNotTouch() throws Exception {
        repository
                .write("k8s/set.yaml", TELLING_SET.replace("serviceName: db", "serviceName: dbb"))
                .commit();
        repository.write("README", "other").stage();

        assertThat(fix(staged()).changes()).isEmpty();
        assertThat(fix(LintRequest.of(directory, List.of("."))).changes()).hasSize(1);
    }

    @Test
    void standardInputHasNoPast() {
        assertThatThrownBy(() -> lint(staged("-")))
                .isInstanceOf(LintException.class)
                .hasMessage("it cannot be told what has changed in standard input");
    }

    @Test
    void aRunWithoutARepositoryIsRefused(@TempDir Path elsewhere) {
        LintRequest request = LintRequest.of(elsewhere, List.of(".")).withChanged(Optional.of(""));

        assertThatThrownBy(() -> lint(request))
                .isInstanceOf(LintException.class)
                .hasMessage("it cannot be told what has changed: `" + elsewhere + "` is in no git repository");
    }

    private LintRequest staged(String... paths) {
        return LintRequest.of(directory, paths.length == 0 ? List.of(".") : List.of(paths))
                .withChanged(Optional.of(""));
    }

    private LintRequest since(String commit) {
        return LintRequest.of(directory, List.of(".")).withChanged(Optional.of(commit));
    }

    private static FixReport fix(LintRequest request) throws LintException {
        return TestData.linter().fix(new FixRequest(request, true, false));
    }

    private static List<String> messages(LintRequest request) throws LintException {
        List<String> messages = new ArrayList<>();
        for (Finding finding : lint(request).findings()) {
            messages.add(finding.location() + " " + finding.message());
            for (Related related : finding.related()) {
                messages.add(related.location()
                                .file()
                                .lineAt(related.location().span().start()) + " " + related.message());
            }
        }
        return messages;
    }
}
