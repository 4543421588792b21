package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.fixture.GitSandbox;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in the files that generators take as {@code envs} are found like those in their literals. */
final class GeneratorVariablesTest {

    private static final String PASSWORD = "Xk29vLq8TzWm";

    @TempDir
    Path directory;

    @Test
    void atTheirCharacters() throws Exception {
        write("app/kustomization.yaml", """
                configMapGenerator: [{name: web, envs: [web.env, more/other]}]
                secretGenerator: [{name: db, env: db.env}]
                """);
        write("app/web.env", """
                # how to reach it
                LOG_LEVEL=debug
                  DB_PASSWORD="%s"
                DB_URL=postgres://shop:%s@db/shop
                TOKEN=${TOKEN}
                NAME
                """.formatted(PASSWORD, PASSWORD));
        write("app/more/other", "\uFEFFDB_PASSWORD=%s\r\nDB_PASSWORD=%s\r\n".formatted(PASSWORD, PASSWORD));
        write("app/db.env", "user=shop\npassword=%s\n".formatted(PASSWORD));
        List<String> expected = List.of(
                "app/db.env:2:10 committed-secret",
                "app/kustomization.yaml:1:50 invalid-kustomization-entry", // it gets the password more than once
                "app/more/other:1:13 secret-in-config-map",
                "app/more/other:2:13 secret-in-config-map",
                "app/web.env:3:16 secret-in-config-map",
                "app/web.env:4:24 credentials-in-url");
        for (String path : List.of("app", "app/kustomization.yaml", ".")) {
            LintReport report = lint(path);
            assertThat(found(report)).as(path).isEqualTo(expected);
            assertThat(report.findings())
                    .filteredOn(GeneratorVariablesTest::isOfSecret)
                    .allSatisfy(finding -> {
                        int start = finding.location().span().start();
                        assertThat(finding.location().file().text().orElse("").substring(start))
                                .startsWith(PASSWORD);
                    });
        }
        assertThat(lint("app").accounting().filesTaken()).isZero();
        assertThat(lint("app/kustomization.yaml").accounting().filesTaken()).isEqualTo(3);
    }

    private static boolean isOfSecret(Finding finding) {
        return !finding.ruleId().equals("invalid-kustomization-entry");
    }

    @Test
    void notWhatGitIgnoresOrTheConfigurationLeavesOut() throws Exception {
        GitSandbox.in(directory);
        write("app/kustomization.yaml", "secretGenerator: [{name: db, envs: [db.env]}]\n");
        write("app/db.env", "password=" + PASSWORD + "\n");
        assertThat(lint("app").findings()).hasSize(1);
        write("stslint.yaml", "exclude: ['**/*.env']\n");
        assertThat(lint("app").findings()).isEmpty();
        write("stslint.yaml", "profile: recommended\n");
        write(".gitignore", "*.env\n");
        assertThat(lint("app").findings()).isEmpty();
        assertThat(lint("app/kustomization.yaml").findings()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void notWhatKustomizeMayNotReadEither() throws Exception {
        write("db.env", "password=" + PASSWORD + "\n");
        Files.createDirectories(directory.resolve("app"));
        Files.createSymbolicLink(directory.resolve("app/link.env"), Path.of("../db.env"));
        write("app/kustomization.yaml", "secretGenerator: [{name: db, envs: [../db.env, link.env]}]\n");
        assertThat(lint(".").findings()).extracting(Finding::ruleId).containsExactly("restricted-kustomization-file");
    }

    @Test
    void aSuppressionAtTheTopHoldsForTheFile() throws Exception {
        write("app/kustomization.yaml", "secretGenerator: [{name: db, envs: [db.env]}]\n");
        write("app/db.env", "# stslint:ignore-file committed-secret -- for tests only\npassword=" + PASSWORD + "\n");
        assertThat(lint("app").findings()).isEmpty();
        assertThat(lint("app").suppressed()).hasSize(1);
    }

    private static List<String> found(LintReport report) {
        return report.findings().stream()
                .map(finding -> finding.location() + " " + finding.ruleId())
                .toList();
    }

    private LintReport lint(String path) throws LintException {
        return TestData.linter().lint(LintRequest.of(directory, List.of(path)));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
