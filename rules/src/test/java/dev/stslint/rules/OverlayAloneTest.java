package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overlay that is linted alone is checked as what it deploys, and its base as nothing else. */
final class OverlayAloneTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeBase() throws IOException {
        write("base/kustomization.yaml", "resources: [set.yaml, budget.yaml]\n");
        write("base/set.yaml", Database.SET + "---\n" + Database.SERVICE);
        write("prod/kustomization.yaml", "resources: [../base]\nreplicas: [{name: db, count: 2}]\n");
    }

    @Test
    void whatTheOverlayMakesOfTheBaseIsReported() throws Exception {
        write("base/budget.yaml", Database.budget("2"));
        assertThat(found("base")).isEmpty();
        assertThat(found("prod"))
                .containsExactly(
                        "base/budget.yaml pdb-blocks-eviction budget `db` blocks every eviction: 2 of 2 must stay");
        assertThat(found("prod")).isEqualTo(found("."));
    }

    @Test
    void whatOnlyTheBaseAloneWouldBeIsNot() throws Exception {
        write("base/budget.yaml", Database.budget("3"));
        write("prod/kustomization.yaml", "resources: [../base]\nreplicas: [{name: db, count: 5}]\n");
        assertThat(found("base"))
                .containsExactly(
                        "base/budget.yaml pdb-blocks-eviction budget `db` blocks every eviction: 3 of 3 must stay");
        assertThat(found("prod")).isEmpty();
    }

    private List<String> found(String path) throws LintException {
        return TestData.lint(LintRequest.of(directory, List.of(path))).findings().stream()
                .map(OverlayAloneTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return TestData.shown(finding) + " " + finding.message();
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
