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

    private static final String SET = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\n";

    private static final String SECOND = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";

    private static final String PATCH =
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: dbs}\nspec: {replicas: 2}\n";

    /** An overlay over a base that takes these two objects. */
    private List<String> overlay(String base, String overlay) throws Exception {
        write("base/kustomization.yaml", "resources: [set.yaml, settings.yaml]\n" + base);
        write("base/set.yaml", SET);
        write("base/settings.yaml", SECOND);
        write("app/patch.yaml", PATCH);
        write("app/kustomization.yaml", "resources: [../base]\n" + overlay);
        return findings(".").stream()
                .filter(finding -> finding.ruleId().equals("unmatched-kustomization-entry"))
                .map(finding -> finding.location() + " " + finding.message())
                .toList();
    }

    @Test
    void whatIsForAnObjectThatItDoesNotTake() throws Exception {
        assertThat(overlay("", "replicas: [{name: dbs, count: 2}]\n"))
                .containsExactly(
                        "app/kustomization.yaml:2:19 there is no workload `dbs` to set the replicas of; did you mean `db`?");
        assertThat(overlay("", "replicas: [{name: settings, count: 2}]\n"))
                .containsExactly("app/kustomization.yaml:2:19 there is no workload `settings` to set the replicas of");
        assertThat(overlay("", "patches: [{path: patch.yaml}]\n"))
                .containsExactly(
                        "app/kustomization.yaml:2:18 there is no StatefulSet `dbs` for this patch; did you mean `db`?");
        assertThat(overlay("", "patchesStrategicMerge: [patch.yaml]\n"))
                .containsExactly(
                        "app/kustomization.yaml:2:25 there is no StatefulSet `dbs` for this patch; did you mean `db`?");
        assertThat(overlay("", "patches:\n- patch: |\n" + PATCH.indent(4)))
                .containsExactly(
                        "app/kustomization.yaml:6:22 there is no StatefulSet `dbs` for this patch; did you mean `db`?");
        assertThat(overlay("", "configMapGenerator: [{name: setting, behavior: merge, literals: [a=b]}]\n"))
                .containsExactly(
                        "app/kustomization.yaml:2:48 there is no ConfigMap `setting` to change; did you mean `settings`?");
        assertThat(overlay("", "secretGenerator: [{name: settings, behavior: replace, literals: [a=b]}]\n"))
                .containsExactly("app/kustomization.yaml:2:46 there is no Secret `settings` to change");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas: [{name: db, count: 2}]",
                "replicas: [{name: a-db, count: 2}]",
                "configMapGenerator: [{name: settings, behavior: merge, literals: [a=b]}]",
                "configMapGenerator: [{name: made, behavior: merge, literals: [a=b]}]",
                "configMapGenerator: [{name: dbs, behavior: create, literals: [a=b]}]",
                "patches: [{path: patch.yaml, target: {kind: StatefulSet, name: dbs}}]",
                "replicas: [{name: '${NAME}', count: 2}]",
                "replicas: [{name: dbs, count: 2}]\nconfigurations: [patch.yaml]",
                "replicas: [{name: dbs, count: 2}]\nbases: [https://example.com/a.yaml]",
                "replicas: [{name: dbs, count: 2}]\ntransformers: [patch.yaml]",
                "replicas: [{name: dbs, count: 2}]\nhelmCharts: [{name: a}]",
                "replicas: [{name: dbs, count: 2}]\nkind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1"
            })
    void whatIsOrMayBeThere(String text) throws Exception {
        assertThat(overlay("namePrefix: a-\nconfigMapGenerator: [{name: made, literals: [a=b]}]\n", text + "\n"))
                .isEmpty();
    }

    /** As kustomize 5.7 builds it. */
    @ParameterizedTest
    @ValueSource(strings = {"db", "a-db", "b-a-db"})
    void anyNameOnTheWay(String name) throws Exception {
        overlay("namePrefix: a-\n", "namePrefix: b-\n");
        write("top/kustomization.yaml", "resources: [../app]\nreplicas: [{name: " + name + ", count: 2}]\n");
        assertThat(findings(".")).extracting(Finding::ruleId).doesNotContain("unmatched-kustomization-entry");
        write("top/kustomization.yaml", "resources: [../app]\nreplicas: [{name: b-db, count: 2}]\n");
        assertThat(findings(".")).extracting(Finding::ruleId).contains("unmatched-kustomization-entry");
    }

    @Test
    void anUnreadDocumentMayHoldIt() throws Exception {
        assertThat(overlay("", "replicas: [{name: dbs, count: 2}]\n")).hasSize(1);
        write("base/set.yaml", SET + "---\na: [\n");
        assertThat(findings(".")).extracting(Finding::ruleId).doesNotContain("unmatched-kustomization-entry");
        write("base/set.yaml", SET);
        LintRequest request = LintRequest.of(directory, List.of(".")).withPartial(true);
        assertThat(new Linter().lint(request).findings())
                .extracting(Finding::ruleId)
                .doesNotContain("unmatched-kustomization-entry");
    }

    @Test
    void aComponentChangesWhatTakesIt() throws Exception {
        write(
                "part/kustomization.yaml",
                "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nreplicas: [{name: db, count: 2}]\n");
        assertThat(overlay("", "components: [../part]\n")).isEmpty();
        write(
                "part/kustomization.yaml",
                "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nreplicas: [{name: dc, count: 2}]\n");
        assertThat(overlay("", "components: [../part]\n"))
                .containsExactly(
                        "part/kustomization.yaml:3:19 there is no workload `dc` to set the replicas of; did you mean `db`?");
        assertThat(overlay("", "")).isEmpty();
    }

    /** As kustomize 5.7 builds it; older releases run components before generators. */
    @Test
    void aComponentChangesWhatIsGenerated() throws Exception {
        String component = "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\n";
        write(
                "part/kustomization.yaml",
                component + "configMapGenerator: [{name: made, behavior: merge, literals: [a=b]}]\n"
                        + "patches: [{patch: '{kind: ConfigMap, apiVersion: v1, metadata: {name: made}, data: {c: d}}'}]\n");
        assertThat(overlay("", "components: [../part]\nconfigMapGenerator: [{name: made, literals: [e=f]}]\n"))
                .isEmpty();
        assertThat(overlay("", "components: [../part]\nhelmCharts: [{name: made}]\n"))
                .isEmpty();
        assertThat(overlay("", "components: [../part]\n")).hasSize(2);
        write("part/kustomization.yaml", component + "configMapGenerator: [{name: made, literals: [a=b]}]\n");
        String merging = "configMapGenerator: [{name: made, behavior: merge, literals: [e=f]}]\n";
        assertThat(overlay("", "components: [../part]\n" + merging)).isEmpty();
        assertThat(overlay("", merging)).hasSize(1);
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
