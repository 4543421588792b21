package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kustomize build} refuses. */
final class KustomizationFaultsTest {

    @TempDir
    Path directory;

    @Test
    void aKeyThatKustomizeDoesNotTake() throws Exception {
        write("app/kustomization.yaml", "resource: [a.yaml]\nconfigMapGenerator: [{name: x, literal: [a=b]}]\n");
        assertThat(findings("app"))
                .extracting(finding -> finding.location() + " " + finding.message())
                .containsExactly(
                        "app/kustomization.yaml:1:1 there is no key `resource` in a kustomization; did you mean `resources`?",
                        "app/kustomization.yaml:2:32 there is no key `literal` in a kustomization; did you mean `literals`?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nameprefix: a-",
                "images: [{name: a, newtag: '1'}]",
                "metadata: {name: any, labels: {a: b}}",
                "generatorOptions: {disableNameSuffixHash: true}"
            })
    void keysThatItTakesInAnyCase(String text) throws Exception {
        write("app/kustomization.yaml", text + "\n");
        assertThat(findings("app")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources: [gone.yaml]",
                "resources: [../gone]",
                "bases: [../gone]",
                "components: [../gone]",
                "patches: [{path: gone.yaml}]",
                "patchesStrategicMerge: [gone.yaml]",
                "configMapGenerator: [{name: a, files: [key=gone.txt]}]",
                "secretGenerator: [{name: a, envs: [gone.env]}]",
                "configMapGenerator: [{name: a, env: gone.env}]",
                "crds: [gone.json]"
            })
    void whatDoesNotExist(String text) throws Exception {
        write("app/kustomization.yaml", text + "\n");
        List<Finding> findings = findings("app");
        assertThat(findings).extracting(Finding::ruleId).containsExactly("missing-kustomization-file");
        assertThat(findings.get(0).message()).endsWith("does not exist");
        assertThat(text.substring(findings.get(0).location().start().column() - 1))
                .contains("gone");
    }

    @Test
    void oneForAllOfAKustomization() throws Exception {
        write("app/kustomization.yaml", "resources: [a.yaml, b.yaml]\n");
        assertThat(findings("app")).hasSize(1);
        assertThat(findings("app").get(0).related())
                .extracting(place -> place.location().toString())
                .containsExactly("app/kustomization.yaml:1:21");
    }

    @Test
    void whatIsMissingInAPartMayBeElsewhere() throws Exception {
        write("app/kustomization.yaml", "resources: [a.yaml]\n");
        LintRequest request = LintRequest.of(directory, List.of("app")).withPartial(true);
        assertThat(new Linter().lint(request).findings()).isEmpty();
    }

    @Test
    void namesWhatStandsBesideIt() throws Exception {
        write("app/services.yaml", "");
        write("app/kustomization.yaml", "resources: [service.yaml]\n");
        assertThat(findings("app"))
                .extracting(Finding::message)
                .containsExactly("`service.yaml` does not exist; did you mean `services.yaml`?");
    }

    @Test
    void aDirectoryWithoutAKustomization() throws Exception {
        write("base/a.yaml", "");
        write("app/kustomization.yaml", "resources: [../base]\n");
        assertThat(findings("app"))
                .extracting(Finding::message)
                .containsExactly("there is no kustomization in `../base`");
    }

    @Test
    void whatExistsNeedNotBeRead() throws Exception {
        write("base/kustomization.yaml", "");
        write("more.yaml", "");
        write("app/settings.txt", "");
        write(
                "app/kustomization.yaml",
                "resources: [../base, ../more.yaml]\nconfigMapGenerator: [{name: a, files: [settings.txt]}]\n");
        assertThat(findings("app")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.yaml",
                "github.com/org/repo//path?ref=v1",
                "git@example.com:org/repo",
                "git::https://example.com/repo",
                "gitlab.com/org/repo",
                "${ENV}/a.yaml",
                "@ENV@/a.yaml"
            })
    void whatIsFetchedOrFilledIn(String resource) throws Exception {
        write("app/kustomization.yaml", "resources: ['" + resource + "']\n");
        assertThat(findings("app")).isEmpty();
    }

    @Test
    void whatGitIgnoresIsMadeOrKeptOutOnPurpose() throws Exception {
        Files.createDirectory(directory.resolve(".git"));
        write(".gitignore", "*.env\n/generated/\n");
        write(
                "app/kustomization.yaml",
                "resources: [../generated/all.yaml]\nsecretGenerator: [{name: a, envs: [secret.env]}]\n");
        assertThat(findings("app")).isEmpty();
    }

    private List<Finding> findings(String path) throws LintException {
        return new Linter().lint(LintRequest.of(directory, List.of(path))).findings();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
