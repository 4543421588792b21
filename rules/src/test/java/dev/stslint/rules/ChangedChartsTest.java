package dev.stslint.rules;

import static dev.stslint.rules.Database.SERVICE;
import static dev.stslint.rules.Database.TELLING_SET;
import static dev.stslint.rules.TestData.found;
import static dev.stslint.rules.TestData.lint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.config.Rendering;
import dev.stslint.finding.Finding;
import dev.stslint.fixture.GitSandbox;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.LintReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a chart is told. A shell script renders as helm would. */
final class ChangedChartsTest {

    /** Puts one value into templates, of the chart or of the file that is given, and notes what it was given. */
    private static final String HELM = """
            #!/bin/sh
            chart=$3; values=$3/values.yaml
            echo "$3" >> %s
            while [ $# -gt 0 ]; do
                [ "$1" = --values ] && values=$2
                shift
            done
            grep -q broken "$values" && { echo "Error: cannot parse $values" >&2; exit 1; }
            min=$(sed -n 's/^min: //p' "$values")
            for file in "$chart"/templates/*.yaml; do
                printf -- '---\\n# Source: shop/templates/%%s\\n' "${file##*/}"
                sed -e "s/{{ .Values.min }}/$min/" -e "s/RANDOM/$$/" "$file"
            done
            """;

    private static final String BLOCKS = "shop/templates/budget.yaml pdb-blocks-eviction";
    private static final String OLD = "shop/templates/set.yaml inline-secret";

    @TempDir
    Path directory;

    private GitSandbox repository;

    @BeforeEach
    void makeRepository() throws IOException {
        assumeThat(File.separator).as("scripts run as they are").isEqualTo("/");
        repository = GitSandbox.in(directory.resolve("repository"))
                .write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n")
                .write("shop/values.yaml", "min: 2\n")
                .write("shop/README.md", "a shop")
                .write("shop/templates/set.yaml", TELLING_SET)
                .write("shop/templates/service.yaml", SERVICE)
                .write("shop/templates/budget.yaml", Database.budget("{{ .Values.min }}"))
                .write(".gitignore", "vendored.yaml\n")
                .commit();
        Path helm = Files.createDirectory(directory.resolve("bin")).resolve("helm");
        Files.writeString(helm, HELM.formatted(calls()));
        Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void valuesTouchAllThatIsRendered() throws Exception {
        repository.write("shop/values.yaml", "min: 7\n").stage();
        assertThat(found(staged())).containsExactly(BLOCKS, OLD);

        repository.write("shop/values.yaml", "min: 1\n").stage();
        assertThat(found(staged())).containsExactly(OLD);

        repository.write("shop/values.yaml", "min: 2\n# of 3\n").stage();
        assertThat(found(staged())).as("it renders to the same").isEmpty();
    }

    @Test
    void theIndexIsRenderedAndNotTheWorkingTree() throws Exception {
        repository.write("shop/values.yaml", "min: 7\n").stage().write("shop/values.yaml", "min: 2\n");
        assertThat(found(staged())).containsExactly(BLOCKS, OLD);
        repository.delete("shop/values.yaml");
        assertThat(found(staged())).containsExactly(BLOCKS, OLD);

        repository.git("reset", "--quiet", "--hard");
        repository
                .write("shop/templates/budget.yaml", "# moved\n" + Database.budget("{{ .Values.min }}"))
                .stage();
        repository.write("shop/values.yaml", "min: 7\n");
        repository.write("shop/templates/untracked.yaml", TELLING_SET.replace("{name: db}", "{name: other}"));
        LintReport report = lint(staged());
        assertThat(found(report)).containsExactly(OLD);
        assertThat(report.accounting().files()).noneMatch(file -> file.path().endsWith("untracked.yaml"));
        assertThat(found(since("HEAD"))).contains(BLOCKS);
    }

    @Test
    void placesAreThoseOfTheIndex() throws Exception {
        repository.write("shop/templates/budget.yaml", "# moved\n" + Database.budget("9"));
        repository.stage().write("shop/templates/budget.yaml", Database.budget("{{ .Values.min }}"));

        Finding finding = lint(staged()).findings().get(0);
        assertThat(finding.location()).hasToString("shop/templates/budget.yaml:6:17");
        assertThat(finding.location().file().text())
                .hasValueSatisfying(text -> assertThat(text).startsWith("# moved"));
    }

    @Test
    void aCommitThatIsNotCheckedOutIsRendered() throws Exception {
        repository.git("checkout", "--quiet", "-b", "feature");
        repository.write("shop/values.yaml", "min: 7\n").commit();
        repository.git("checkout", "--quiet", "main");

        assertThat(found(since("main...feature"))).containsExactly(BLOCKS, OLD);
    }

    @Test
    void aFileOfValuesTouchesTheChart() throws Exception {
        repository.write("ci.yaml", "min: 2\n").commit();
        LintRequest request = rendered(staged(), "ci.yaml");

        repository.write("ci.yaml", "min: 7\n").stage().write("ci.yaml", "min: 2\n");
        assertThat(found(request)).containsExactly(BLOCKS, OLD);
        assertThat(found(staged())).as("it is none of its values").isEmpty();
    }

    @Test
    void aChartThatIsNotTouchedIsNotRendered() throws Exception {
        repository.write("README", "other").stage();
        LintReport report = lint(staged());

        assertThat(found(report)).isEmpty();
        assertThat(report.accounting().filesRead()).isZero();
        assertThat(calls()).doesNotExist();
    }

    @Test
    void whatAChartRendersByChanceIsNoChangeOfAnother() throws Exception {
        repository.write("other/Chart.yaml", "apiVersion: v2\nname: other\nversion: 0.1.0\n");
        repository.write("other/values.yaml", "min: 2\n").write("other/templates/set.yaml", TELLING_SET + "# RANDOM\n");
        repository.commit().write("shop/values.yaml", "min: 7\n").stage();
        assertThat(found(staged())).containsExactly(BLOCKS, OLD);

        assertThat(Files.readAllLines(calls()))
                .as("nor is it rendered again")
                .filteredOn(chart -> chart.endsWith("other"))
                .hasSize(1);
    }

    @Test
    void aDocumentOfTheChartTouchesNothing() throws Exception {
        repository.write("shop/README.md", "a shop, and more").stage();

        assertThat(found(staged())).isEmpty();
    }

    @Test
    void definitionsOfTheChartCountThoughTheyHaveNotChanged() throws Exception {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: queues.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: queues, singular: queue, kind: Queue, listKind: QueueList}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec: {type: object, properties: {size: {type: integer}}}
                """;
        String queue = "apiVersion: example.com/v1\nkind: Queue\nmetadata: {name: a}\nspec: {size: 1}\n";
        repository
                .write("shop/crds/queue.yaml", definition)
                .write("shop/templates/queue.yaml", queue)
                .commit();

        repository
                .write("shop/templates/queue.yaml", queue.replace("size", "sise"))
                .stage();
        assertThat(found(staged())).contains("shop/templates/queue.yaml schema-violation");
    }

    @Test
    void whatGitIgnoresIsRenderedWithIt() throws Exception {
        repository.write("shop/values.yaml", "min: 1\n").stage();
        repository.write("shop/templates/vendored.yaml", Database.budget("9"));

        assertThat(lint(staged()).findings()).extracting(Finding::ruleId).contains("pdb-blocks-eviction");
    }

    @Test
    void aFailureIsToldOfTheFileThatItIsAbout() throws Exception {
        repository.write("shop/values.yaml", "broken\n").stage();

        Finding failed = lint(staged()).findings().get(0);
        assertThat(failed.ruleId()).isEqualTo("render-failed");
        assertThat(failed.notes())
                .containsExactly(
                        "helm says: cannot parse " + repository.directory().resolve("shop/values.yaml"));
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        repository.write("shop/values.yaml", "min: 7\n").stage();
        lint(staged());

        assertThat(Files.readAllLines(calls()))
                .hasSizeGreaterThan(1)
                .allSatisfy(chart -> assertThat(Path.of(chart)).doesNotExist());
    }

    private Path calls() {
        return directory.resolve("calls");
    }

    private LintRequest staged() {
        return rendered(LintRequest.of(repository.directory(), List.of(".")).withChanged(Optional.of("")));
    }

    private LintRequest since(String commit) {
        return staged().withChanged(Optional.of(commit));
    }

    private LintRequest rendered(LintRequest request, String... values) {
        return request.withRender(
                Optional.of(Rendering.HELM),
                List.of(values),
                directory.resolve("bin").toString());
    }
}
