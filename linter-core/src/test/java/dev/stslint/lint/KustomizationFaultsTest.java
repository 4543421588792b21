package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.fixture.GitSandbox;
import dev.stslint.report.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        "app/kustomization.yaml:2:32 there is no key `literal` under `configMapGenerator`; did you mean `literals`?");
    }

    @Test
    void aComponentThatFitsOneOfThoseThatTakeIt() throws Exception {
        write("set/kustomization.yaml", "kind: Component\nreplicas: [{name: web, count: 3}]\n");
        for (String name : List.of("web", "api")) {
            write(name + "/kustomization.yaml", "resources: [set.yaml]\ncomponents: [../set]\n");
            write(
                    name + "/set.yaml",
                    "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: " + name
                            + "}\nspec: {serviceName: a, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a:1}]}}}\n");
        }

        assertThat(findings("."))
                .filteredOn(finding -> finding.ruleId().equals("unmatched-kustomization-entry"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.notes())
                                .containsExactly(
                                        "neither what `api`, which takes this component, takes nor what it generates is called so"));
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
                "crds: [gone.json]",
                "openapi: {path: gone.json}",
                "generators: [gone.yaml]",
                "transformers: [../gone]",
                "validators: [gone.yaml]"
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
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void behindALinkTheWayStartsWhereThatLeads() throws Exception {
        write("deep/down/base/kustomization.yaml", "resources: [../a.yaml]\n");
        Files.createSymbolicLink(directory.resolve("base"), Path.of("deep/down/base"));
        assertThat(missingIn("base")).hasSize(1);
        write("a.yaml", "");
        assertThat(missingIn("base")).hasSize(1);
        write("deep/down/a.yaml", "");
        assertThat(missingIn("base")).isEmpty();
    }

    @Test
    void whatExistsNeedNotBeRead() throws Exception {
        write("base/kustomization.yaml", "namePrefix: a-\n");
        write("app/more.yaml", "");
        write("app/settings.txt", "");
        write(
                "app/kustomization.yaml",
                "resources: [../base, more.yaml]\nconfigMapGenerator: [{name: a, files: [settings.txt]}]\n");
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

    /** A repository whose overlay takes two files and a base, with all of it committed. */
    private GitSandbox repository() throws IOException {
        GitSandbox repository = GitSandbox.in(directory);
        repository
                .write("app/kustomization.yaml", "resources: [../base, ../more/a.yaml, ../more/b.yaml]\n")
                .write("base/kustomization.yaml", "namePrefix: a-\n")
                .write("more/a.yaml", "")
                .write("more/b.yaml", "")
                .commit();
        return repository;
    }

    @Test
    void whatASparseCheckoutLeavesOut() throws Exception {
        GitSandbox repository = repository();
        repository.git("sparse-checkout", "set", "--cone", "app");
        assertThat(directory.resolve("base")).doesNotExist();
        assertThat(missingIn("app")).isEmpty();
        repository.git("sparse-checkout", "set", "--no-cone", "/app/", "/more/b.yaml");
        assertThat(directory.resolve("more/b.yaml")).exists();
        assertThat(directory.resolve("more/a.yaml")).doesNotExist();
        assertThat(missingIn("app")).isEmpty();
        repository.delete("more/b.yaml");
        assertThat(missingIn("app")).extracting(Finding::message).containsExactly("`../more/b.yaml` does not exist");
        repository.write("app/kustomization.yaml", "resources: [../base/c.yaml]\n");
        assertThat(missingIn("app")).hasSize(1);
    }

    @Test
    void whatIsGoneFromAWholeCheckout() throws Exception {
        repository().delete("more/a.yaml").delete("base/kustomization.yaml");
        assertThat(missingIn("app"))
                .extracting(Finding::message)
                .containsExactly("there is no kustomization in `../base`");
    }

    @Test
    void whatASubmoduleHoldsThatWasNotFetched() throws Exception {
        GitSandbox other = GitSandbox.in(directory.resolve("other"));
        other.write("base/kustomization.yaml", "namePrefix: a-\n")
                .write("a.yaml", "")
                .commit();
        GitSandbox repository = GitSandbox.in(directory.resolve("whole"));
        repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../other", "vendor/lib");
        repository
                .write("app/kustomization.yaml", "resources: [../vendor/lib/base, ../vendor/lib/a.yaml]\n")
                .commit();
        assertThat(missingIn("whole/app")).isEmpty();
        repository.write("app/kustomization.yaml", "resources: [../vendor/lib/none]\n");
        assertThat(missingIn("whole/app")).hasSize(1);
        repository.git("submodule", "--quiet", "deinit", "--force", "vendor/lib");
        assertThat(directory.resolve("whole/vendor/lib")).isEmptyDirectory();
        assertThat(missingIn("whole/app")).isEmpty();
        repository.delete(".gitmodules");
        assertThat(missingIn("whole/app")).isEmpty();
        repository.write("app/kustomization.yaml", "resources: [../vendor/none]\n");
        assertThat(missingIn("whole/app")).hasSize(1);
    }

    @Test
    void anArchiveLacksItsSubmodules() throws Exception {
        write(".gitmodules", "[submodule \"lib\"]\n\tpath = vendor/lib\n\turl = https://example.com/lib\n");
        write("app/kustomization.yaml", "resources: [../vendor/lib/base]\n");
        assertThat(findings("app")).isEmpty();
        write("vendor/lib/a.yaml", "");
        assertThat(findings("app")).hasSize(1);
    }

    @Test
    void whatTheUsersOwnRulesIgnore() throws Exception {
        GitSandbox repository = repository();
        repository.write(
                "app/kustomization.yaml",
                "secretGenerator: [{name: a, envs: [my.env, secret.local]}]\nresources: [../out]\n");
        List<Finding> findings = findings("app");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).related()).hasSize(2);
        repository.write(".git/info/exclude", "*.local\n");
        assertThat(findings("app").get(0).related()).hasSize(1);
        repository.write("rules of mine", "*.env\nout/\n");
        repository.git(
                "config",
                "core.excludesFile",
                directory.resolve("rules of mine").toString());
        assertThat(findings("app")).isEmpty();
        repository.write(".gitignore", "!my.env\n");
        assertThat(findings("app")).extracting(Finding::message).containsExactly("`my.env` does not exist");
    }

    @Test
    void whatIsPartOfAnotherKey() throws Exception {
        write("app/kustomization.yaml", "patches: [{path: a.yaml, target: {apiVersion: apps/v1, kind: Deployment}}]\n");
        write("app/a.yaml", "a: b\n");
        assertThat(findings("app")).extracting(Finding::ruleId).contains("unknown-kustomization-key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # files: those of the directory, and what a link below leads to
            resources: [all.yaml, below/all.yaml, inside.yaml]              |
            resources: [../all.yaml]                                        | `../all.yaml` lies outside of this kustomization's directory
            resources: [outside.yaml]                                       | `outside.yaml` leads out of this kustomization's directory
            resources: [../app/all.yaml]                                    |
            resources: [../application/all.yaml]                            | `../application/all.yaml` lies outside of this kustomization's directory
            resources: [../other]                                           |
            resources: [../way-in.yaml]                                     |
            resources: [../named/kustomization.yaml]                        |
            configMapGenerator: [{name: a, files: [key=../all.yaml]}]       | `../all.yaml` lies outside of this kustomization's directory
            transformers: [../all.yaml]                                     | `../all.yaml` lies outside of this kustomization's directory
            """)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void filesFromElsewhere(String text, String expected) throws Exception {
        for (String file : List.of("app/all.yaml", "app/below/all.yaml", "all.yaml", "application/all.yaml")) {
            write(file, "");
        }
        write("other/kustomization.yaml", "namePrefix: a-\n");
        write("named/kustomization.yaml", "kind: Kustomization\nmetadata: {name: whole}\n");
        Files.createSymbolicLink(directory.resolve("app/inside.yaml"), Path.of("below/all.yaml"));
        Files.createSymbolicLink(directory.resolve("app/outside.yaml"), Path.of("../all.yaml"));
        Files.createSymbolicLink(directory.resolve("way-in.yaml"), Path.of("app/all.yaml"));
        write("app/kustomization.yaml", text + "\n");
        assertThat(findings("app").stream()
                        .map(finding -> finding.ruleId() + " " + finding.severity() + " " + finding.message()))
                .containsExactlyElementsOf(
                        expected == null ? List.of() : List.of("restricted-kustomization-file WARNING " + expected));
        write(
                "app/flux.yaml",
                "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {path: ./app}\n");
        assertThat(findings("app")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment\n",
                "---\n",
                "kind: Kustomization\n",
                "resources:\nnamePrefix: ''\n",
                "bases: []\n",
                "{}\n"
            })
    void whatSaysNothing(String text) throws Exception {
        write("base/kustomization.yaml", text);
        write("app/kustomization.yaml", "resources: [../base]\n");
        LintReport report = new Linter().lint(LintRequest.of(directory, List.of(".")));
        assertThat(report.findings())
                .extracting(
                        finding -> finding.ruleId() + " " + finding.location().start())
                .containsExactly("empty-kustomization " + (text.startsWith("kind") ? "1:7" : "1:1"));
        assertThat(report.accounting().unjudged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources: []", "metadata: {}", "images: []", "generatorOptions: {}", "namespace: a"})
    void whatSaysLittle(String text) throws Exception {
        write("app/kustomization.yaml", text + "\n");
        assertThat(findings(".")).isEmpty();
    }

    private static final String TWICE = "resources: [../one, ../two]\n";

    /** As kustomize 5.7 finds objects: by what they are called and where they are, or were first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            namePrefix: a- | namePrefix: b- | patches: [{path: patch.yaml}]                                                | 2:18 there are 2 StatefulSet objects `db` for this patch, and it takes one
            namePrefix: a- | metadata: {}   | patchesStrategicMerge: [patch.yaml]                                          | 2:25 there are 2 StatefulSet objects `db` for this patch, and it takes one
            namespace: a   | namespace: b   | patches: [{path: patch.yaml}]                                                | 2:18 there are 2 StatefulSet objects `db` for this patch, and it takes one
            namespace: a   | namespace: b   | patches: [{path: in-a.yaml}]                                                 |
            namePrefix: a- | namePrefix: b- | patches: [{path: patch.yaml, target: {kind: StatefulSet}}]                   |
            namePrefix: a- | namePrefix: b- | configMapGenerator: [{name: made, behavior: merge, literals: [a=b]}]         | 2:29 there are 2 ConfigMap objects `made` to change, and it takes one
            namePrefix: a- | namePrefix: b- | configMapGenerator: [{name: a-made, behavior: merge, literals: [a=b]}]       |
            namePrefix: a- | namePrefix: b- | replacements: [{source: {kind: StatefulSet}, targets: [{select: {kind: Job}}]}] | 2:32 there are 2 StatefulSet objects to copy from, and it takes one
            namePrefix: a- | namePrefix: b- | replacements: [{source: {name: db}, targets: [{select: {kind: Job}}]}]       | 2:32 there are 2 objects `db` to copy from, and it takes one
            namePrefix: a- | namePrefix: b- | replacements: [{source: {kind: StatefulSet, name: a-db}, targets: [{select: {kind: Job}}]}] |
            """)
    void whatFitsSeveral(String one, String two, String entry, String expected) throws Exception {
        String generator = "configMapGenerator: [{name: made, literals: [a=b]}]\n";
        write("base/kustomization.yaml", "resources: [set.yaml]\n" + generator);
        write("base/set.yaml", SET);
        write("one/kustomization.yaml", "resources: [../base]\n" + one + "\n");
        write("two/kustomization.yaml", "resources: [../base]\n" + two + "\n");
        write("app/patch.yaml", SET + "spec: {replicas: 2}\n");
        write("app/in-a.yaml", SET.replace("name: db", "name: db, namespace: a") + "spec: {replicas: 2}\n");
        write("app/kustomization.yaml", TWICE + entry + "\n");
        assertThat(findings("app").stream()
                        .filter(finding -> finding.ruleId().equals("ambiguous-kustomization-entry"))
                        .peek(finding -> assertThat(finding.related()).hasSizeLessThan(2)) // both are one file's
                        .map(finding -> finding.location() + " " + finding.message()))
                .containsExactlyElementsOf(
                        expected == null ? List.of() : List.of("app/kustomization.yaml:" + expected));
    }

    @Test
    void whatComesTwiceIsToldOnce() throws Exception {
        write("app/settings.yaml", SECOND);
        write("app/patch.yaml", SECOND + "data: {a: b}\n");
        write(
                "app/kustomization.yaml",
                "resources: [settings.yaml]\nconfigMapGenerator: [{name: settings}]\npatches: [{path: patch.yaml}]\n");
        assertThat(findings("app")).extracting(Finding::ruleId).containsExactly("duplicate-kustomization-object");
    }

    @Test
    void whatAllTakeEachOther() throws Exception {
        int count = 40;
        for (int taker = 0; taker < count; taker++) {
            StringBuilder text = new StringBuilder("resources:\n");
            for (int taken = 0; taken < count; taken++) {
                text.append(taken == taker ? "" : "- ../d" + taken + "\n");
            }
            write("d" + taker + "/kustomization.yaml", text.toString());
        }
        List<Finding> findings = findings(".");
        assertThat(findings).hasSize(count * (count - 1) / 2);
        assertThat(findings).extracting(Finding::ruleId).containsOnly("cyclic-kustomization");
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

    /** As kustomize 5.7 builds it: the prefix comes first, then the suffix, then the counts. */
    @Test
    void aNameThatTheKustomizationItselfMakes() throws Exception {
        for (String name : List.of("db", "a-db", "a-db-z")) {
            assertThat(overlay("", "namePrefix: a-\nnameSuffix: -z\nreplicas: [{name: " + name + ", count: 2}]\n"))
                    .as(name)
                    .isEmpty();
        }
        assertThat(overlay("", "namePrefix: a-\nnameSuffix: -z\nreplicas: [{name: db-z, count: 2}]\n"))
                .hasSize(1);
        assertThat(overlay("", "namePrefix: a-\npatches: [{path: patch.yaml}]\n"))
                .hasSize(1);
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
        assertThat(overlay("", "components: [../part]\n" + merging)).hasSize(1);
        assertThat(findings("."))
                .filteredOn(finding -> finding.ruleId().equals("unmatched-kustomization-entry"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.notes())
                        .contains("components come behind generators; before release 5.1 kustomize took them first"));
        assertThat(overlay("", merging)).hasSize(1);
        assertThat(overlay("components: [../part]\n", merging)).isEmpty();
    }

    /** As kustomize 5.7 refuses it, each at the entry that leads back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one       |               | resources: [.]           |                          | one/kustomization.yaml:1:13 this kustomization takes itself
            one       | two           | resources: [../two]      | resources: [../one]      | two/kustomization.yaml:1:13 this leads back to `one`, which takes this kustomization
            one       | two           | components: [../two]     | resources: [../one]      | two/kustomization.yaml:1:13 this leads back to `one`, which takes this kustomization
            .         | two           | resources: [two]         | resources: [..]          | two/kustomization.yaml:1:13 this leads back to `.`, which takes this kustomization
            .         | two           | namePrefix: a-           | resources: [..]          | two/kustomization.yaml:1:13 this kustomization takes a directory that it lies in
            top/one   | two           | resources: [../../two]   | resources: [../top]      | two/kustomization.yaml:1:13 `top/one`, which takes this kustomization, lies in there
            """)
    void whatLeadsBack(String one, String two, String ofOne, String ofTwo, String expected) throws Exception {
        write(one + "/kustomization.yaml", ofOne + "\n");
        if (two != null) {
            write(two + "/kustomization.yaml", ofTwo + "\n");
        }
        write("top/kustomization.yaml", "namePrefix: b-\n");
        assertThat(findings("."))
                .filteredOn(finding -> !finding.ruleId().equals("invalid-kustomization-entry")) // components are none
                .extracting(finding -> finding.ruleId() + " " + finding.location() + " " + finding.message())
                .containsExactly("cyclic-kustomization " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources:\n-\n", "resources: ['']\n", "components: [{a: b}]\n"})
    void whatNamesNothingIsNoCycle(String text) throws Exception {
        write("app/kustomization.yaml", text);
        assertThat(findings(".")).extracting(Finding::ruleId).doesNotContain("cyclic-kustomization");
    }

    @Test
    void whatLiesBelowItselfIsNoCycle() throws Exception {
        write("kustomization.yaml", "resources: [two, two-more]\n");
        write("two/kustomization.yaml", "resources: [../two-more/three]\nnamePrefix: a-\n");
        write("two-more/kustomization.yaml", "resources: [three]\n");
        write("two-more/three/kustomization.yaml", "namePrefix: b-\n");
        assertThat(findings(".")).isEmpty();
    }

    @Test
    void aCycleIsShownOnce() throws Exception {
        write("one/kustomization.yaml", "resources: [../two]\n");
        write("two/kustomization.yaml", "resources: [../one]\n");
        write("a/kustomization.yaml", "resources: [../one]\n");
        write("b/kustomization.yaml", "resources: [../two]\n");
        assertThat(findings(".")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kustomization.yml", "Kustomization"})
    void twoKustomizationsInADirectory(String other) throws Exception {
        write("app/kustomization.yaml", "namePrefix: a-\n");
        assertThat(findings("app")).isEmpty();
        write("app/" + other, "");
        assertThat(findings("app"))
                .extracting(finding -> finding.ruleId() + " " + finding.location() + " " + finding.message())
                .containsExactly("duplicate-kustomization-file app/kustomization.yaml:1:1 `" + other
                        + "` stands beside this kustomization");
        write("app/" + other, "namePrefix: b-\n");
        assertThat(findings("app")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            merge   |
            Merge   | write its `behavior` in small letters: `merge` or `replace`
            REPLACE | write its `behavior` in small letters: `merge` or `replace`
            Create  | give it another name, or change what is there with `behavior: merge` or `replace`
            """)
    void whatToDoAboutWhatIsMadeTwice(String behavior, String help) throws Exception {
        twice("{resources: [../base], configMapGenerator: [{name: settings, behavior: " + behavior + "}]}\n");
        assertThat(findings("app"))
                .extracting(Finding::help)
                .containsExactlyElementsOf(help == null ? List.of() : List.of(help));
    }

    /** What is said of objects that come twice. */
    private List<String> twice(String kustomization) throws Exception {
        write("app/kustomization.yaml", kustomization);
        write("app/settings.yaml", SECOND);
        write("app/more.yaml", SECOND + "---\n" + SET);
        write("base/kustomization.yaml", "resources: [settings.yaml]\n");
        write("base/settings.yaml", SECOND);
        write("part/kustomization.yaml", "kind: Component\nresources: [settings.yaml]\n");
        write("part/settings.yaml", SECOND);
        return findings("app").stream()
                .filter(finding -> finding.ruleId().equals("duplicate-kustomization-object"))
                .map(finding -> finding.location() + " " + finding.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resources: [settings.yaml, more.yaml]                                             | 1:28 ConfigMap `settings` comes a second time with this
            resources: [settings.yaml, settings.yaml]                                         | 1:28 ConfigMap `settings` comes a second time with this
            resources: [settings.yaml, ../base]                                               | 1:28 ConfigMap `settings` comes a second time with this
            {resources: [../base], bases: [../base]}                                          | 1:32 ConfigMap `settings` comes a second time with this
            {resources: [settings.yaml], configMapGenerator: [{name: settings}]}              | 1:58 ConfigMap `settings` is there before it is made here
            {resources: [../base], configMapGenerator: [{name: settings, behavior: create}]}  | 1:52 ConfigMap `settings` is there before it is made here
            configMapGenerator: [{name: settings}, {name: settings}]                          | 1:47 ConfigMap `settings` is there before it is made here
            """)
    void whatComesTwice(String kustomization, String expected) throws Exception {
        assertThat(twice(kustomization + "\n")).containsExactly("app/kustomization.yaml:" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{resources: [settings.yaml], configMapGenerator: [{name: settings, behavior: merge}]}",
                "{resources: [settings.yaml], configMapGenerator: [{name: settings, namespace: other}]}",
                "{resources: [settings.yaml], secretGenerator: [{name: settings}]}",
                "{configMapGenerator: [{name: settings}], secretGenerator: [{name: settings}]}",
                "{resources: [../base], components: [../part], namePrefix: a-, transformers: [a.yaml]}"
            })
    void whatIsAnother(String kustomization) throws Exception {
        boolean takesAComponent = kustomization.contains("components");
        assertThat(twice(kustomization + "\n")).hasSize(takesAComponent ? 1 : 0);
    }

    @Test
    void whatHasAnotherNameByThen() throws Exception {
        twice("resources: [settings.yaml, ../base]\n");
        write("base/kustomization.yaml", "resources: [settings.yaml]\nnamePrefix: a-\n");
        assertThat(findings("app")).isEmpty();
        write("base/kustomization.yaml", "resources: [settings.yaml]\nnamespace: other\n");
        assertThat(findings("app")).isEmpty();
        write("base/kustomization.yaml", "resources: [settings.yaml]\nnamespace: default\n");
        assertThat(findings("app")).hasSize(1);
        write("base/kustomization.yaml", """
                resources: [settings.yaml]
                patches: [{target: {kind: ConfigMap}, patch: '[{op: replace, path: /metadata/name, value: x}]'}]
                """);
        assertThat(findings("app")).isEmpty();
        write("base/kustomization.yaml", """
                resources: [settings.yaml]
                patches: [{target: {kind: ConfigMap}, options: {allowNameChange: true}, patch: '{kind: ConfigMap, metadata: {name: x}}'}]
                """);
        assertThat(findings("app")).isEmpty();
        write("base/settings.yaml", "apiVersion: v1beta1\nkind: ConfigMap\nmetadata: {name: settings}\n");
        write("base/kustomization.yaml", "resources: [settings.yaml]\n");
        assertThat(findings("app")).extracting(Finding::ruleId).doesNotContain("duplicate-kustomization-object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patches: [{patch: '{$patch: delete, apiVersion: v1, kind: ConfigMap, metadata: {name: made}}'}]        | 0
            patches: [{target: {kind: ConfigMap}, patch: '[{op: replace, path: /metadata/name, value: x}]'}]        | 0
            patches: [{target: {kind: ConfigMap}, patch: '[{op: add, path: /data/c, value: x}]'}]                   | 1
            patches: [{target: {kind: Secret}, patch: '[{op: replace, path: /metadata/name, value: x}]'}]           | 1
            """)
    void whatIsMadeAndPatched(String patches, int expected) throws Exception {
        write("base/kustomization.yaml", "configMapGenerator: [{name: made, literals: [a=b]}]\n" + patches + "\n");
        write("app/kustomization.yaml", "resources: [../base]\nconfigMapGenerator: [{name: made, literals: [c=d]}]\n");
        assertThat(findings("app")).hasSize(expected);
    }

    @Test
    void aBaseThatTwoBasesTake() throws Exception {
        write("shared/kustomization.yaml", "resources: [settings.yaml, set.yaml]\n");
        write("shared/settings.yaml", SECOND);
        write("shared/set.yaml", SET);
        write("one/kustomization.yaml", "resources: [../shared]\n");
        write("two/kustomization.yaml", "resources: [../shared]\n");
        write("top/kustomization.yaml", "resources:\n- ../one\n- ../two\n");
        List<Finding> findings = findings("top");
        assertThat(findings)
                .extracting(finding -> finding.location() + " " + finding.message())
                .containsExactly("top/kustomization.yaml:3:3 ConfigMap `settings` comes a second time with this");
        assertThat(findings.get(0).related())
                .extracting(place -> place.location() + " " + place.message())
                .containsExactly(
                        "top/kustomization.yaml:2:3 it came with this", "shared/settings.yaml:3:18 this is the first");
        write("two/kustomization.yaml", "resources: [../shared]\nnameSuffix: -two\n");
        assertThat(findings("top")).isEmpty();
    }

    @Test
    void twoOfOneName() throws Exception {
        write("app/kustomization.yaml", "resources: [all.yaml]\n");
        write("app/all.yaml", SECOND + "---\n" + SECOND);
        assertThat(findings("app"))
                .extracting(finding -> finding.location() + " " + finding.message())
                .containsExactly("app/all.yaml:7:18 ConfigMap `settings` stands in this file twice");
        String elsewhere = SECOND.replace("}", ", namespace: other}");
        write("app/all.yaml", SECOND + "---\n" + elsewhere);
        assertThat(findings("app")).isEmpty();
        write("app/kustomization.yaml", "resources: [all.yaml]\nnamespace: third\n");
        List<Finding> moved = findings("app");
        assertThat(moved)
                .extracting(finding -> finding.location() + " " + finding.message())
                .containsExactly("app/kustomization.yaml:2:12 ConfigMap `settings` is there twice with this namespace");
        assertThat(moved.get(0).related())
                .extracting(place -> place.location().toString())
                .containsExactly("app/all.yaml:3:18", "app/all.yaml:7:18");
    }

    private static final String COPY = "{kind: ConfigMap, name: settings, fieldPath: data.a}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: ConfigMap, name: setting, fieldPath: data.a} | {kind: StatefulSet}           | spec.serviceName | 2:49 there is no ConfigMap `setting` to copy from; did you mean `settings`?
            {kind: Secret, fieldPath: data.a}                   | {kind: StatefulSet}           | spec.serviceName | 2:32 there is no Secret to copy from
            {kind: ConfigMap, name: settings, fieldPath: data.b} | {kind: StatefulSet}          | spec.serviceName | 2:70 ConfigMap `settings` has no such field to copy from
            {kind: StatefulSet, fieldPath: spec.template.x}     | {kind: ConfigMap}             | data.a           | 2:56 StatefulSet `db` has no such field to copy from
            {kind: ConfigMap, name: settings, fieldPath: data.a} | {kind: StatefulSet}          | spec.x           | 2:132 StatefulSet `db` has no such field to copy to
            {kind: ConfigMap, name: settings, fieldPath: data.a} | {kind: StatefulSet, name: db} | spec.template.spec.containers.[name=web].env.[name=B].value | 2:142 StatefulSet `db` has no such field to copy to
            {kind: ConfigMap, name: settings, fieldPath: data.a} | {kind: ConfigMap}            | data.c           | 2:130 ConfigMap `settings` has no such field to copy to
            """)
    void whatAReplacementDoesNotFind(String source, String select, String path, String expected) throws Exception {
        assertThat(replacing(source, "{select: " + select + ", fieldPaths: ['" + path + "']}", ""))
                .containsExactly("app/kustomization.yaml:" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {select: {kind: StatefulSet}, fieldPaths: [spec.serviceName]}                                  |
            {select: {kind: StatefulSet, name: a-db}, fieldPaths: [spec.serviceName]}                      | namePrefix: a-
            {select: {kind: StatefulSet, name: none}, fieldPaths: [spec.x]}                                |
            {select: {kind: StatefulSet, namespace: none}, fieldPaths: [spec.x]}                           |
            {select: {kind: Stateful.*}, fieldPaths: [spec.x]}                                             |
            {select: {kind: StatefulSet, labelSelector: a=b}, fieldPaths: [spec.x]}                        |
            {select: {kind: StatefulSet}, reject: [{name: db}], fieldPaths: [spec.x]}                      |
            {select: {kind: StatefulSet}, fieldPaths: [spec.x], options: {create: true}}                   |
            {select: {kind: StatefulSet}, fieldPaths: [spec.replicas]}                                     | replicas: [{name: db, count: 2}]
            {select: {kind: StatefulSet}, fieldPaths: [metadata.labels.c]}                                 | labels: [{pairs: {c: d}}]
            {select: {kind: StatefulSet}, fieldPaths: ['spec.template.spec.containers.[name=we].image']}   |
            {select: {kind: StatefulSet}, fieldPaths: ['spec.template.spec.containers.[name=.*b].image']}  |
            {select: {kind: StatefulSet}, fieldPaths: ['spec.template.spec.containers.*.image']}           |
            {select: {kind: StatefulSet}, fieldPaths: [spec.template.spec.containers.0.image]}             |
            {select: {kind: StatefulSet}, fieldPaths: [spec.x]}                                            | patches: [{target: {kind: StatefulSet}, patch: 'spec: {x: y}'}]
            {select: {kind: StatefulSet}, fieldPaths: ['${PATH}']}                                         |
            {select: {kind: Thing}, fieldPaths: [spec.x]}                                                  |
            """)
    void whatAReplacementFindsOrMayFind(String target, String more) throws Exception {
        assertThat(replacing(COPY, target, more == null ? "" : more)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: ConfigMap, name: setting, fieldPath: data.a}  | bases: [https://example.com/a.yaml]
            {kind: ConfigMap, name: made, fieldPath: data.a}     | configMapGenerator: [{name: made, envs: [a.env]}]
            {kind: ConfigMap, name: p-settings, fieldPath: data.a} | namePrefix: p-
            {kind: ConfigMap, name: settings, fieldPath: data.b} | configMapGenerator: [{name: settings, behavior: merge, literals: [b=c]}]
            {kind: ConfigMap, name: '${NAME}', fieldPath: data.a} | namePrefix: p-
            {kind: ConfigMap, name: settings}                    | namePrefix: p-
            {kind: Thing, name: one, fieldPath: spec.x}          | namePrefix: p-
            """)
    void whatAReplacementMayCopy(String source, String more) throws Exception {
        assertThat(replacing(source, "{select: {kind: StatefulSet}, fieldPaths: [spec.serviceName]}", more))
                .isEmpty();
    }

    /** A kustomization of three objects with one replacement. */
    private List<String> replacing(String source, String target, String more) throws Exception {
        write("app/a.env", "");
        write(
                "app/all.yaml",
                SECOND + "data: {a: b}\n---\n" + SET
                        + "spec: {serviceName: db, template: {spec: {containers: [{name: web, image: x, env: [{name: A, value: b}]}]}}}\n"
                        + "---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: one}\n");
        write(
                "app/kustomization.yaml",
                "resources: [all.yaml]\nreplacements: [{source: " + source + ", targets: [" + target + "]}]\n" + more
                        + "\n");
        return findings("app").stream()
                .filter(finding -> finding.ruleId().equals("unmatched-kustomization-entry"))
                .map(finding -> finding.location() + " " + finding.message())
                .toList();
    }

    private List<Finding> missingIn(String path) throws LintException {
        return findings(path).stream()
                .filter(finding -> finding.ruleId().equals("missing-kustomization-file"))
                .toList();
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
