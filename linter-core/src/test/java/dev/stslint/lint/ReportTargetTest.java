package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.report.Accounting;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTargetTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeManifests() throws IOException {
        Files.createDirectories(directory.resolve("k8s"));
        Files.writeString(directory.resolve("k8s/db.yaml"), "kind: Service");
        Files.writeString(directory.resolve("k8s/values.yaml"), "replicas: 3");
        Files.writeString(directory.resolve("k8s/set.json"), "{}");
        Files.writeString(directory.resolve("k8s/report.json"), "[]\n");
        Files.writeString(directory.resolve("k8s/data.json"), "{}");
        Files.writeString(directory.resolve("storage.yaml"), "kind: StorageClass");
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.createFile(directory.resolve("empty.yaml"));
        Files.createSymbolicLink(directory.resolve("storage"), Path.of("storage.yaml"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("k8s/db.yaml"));
        Files.createSymbolicLink(directory.resolve("folder"), Path.of("k8s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s/db.yaml",
                "./k8s/../k8s/db.yaml",
                "link",
                "folder/db.yaml",
                "k8s/values.yaml",
                "k8s/set.json"
            })
    void overwritesNothingThatIsLinted(String file) {
        String linted = file.endsWith("db.yaml") || file.equals("link") ? "k8s/db.yaml" : file;

        assertThatThrownBy(() -> check("sarif=" + file))
                .isInstanceOf(LintException.class)
                .hasMessage(
                        "`sarif=" + file + "` would overwrite `" + linted + "`, which is linted; name another file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sarif=storage.yaml",
                "html=storage",
                "junit=notes.txt",
                "json=k8s/data.json",
                "text=storage.yaml",
                "github=storage",
                "concise=k8s/data.json"
            })
    void overwritesNothingElseOfTheUser(String target) {
        assertThatThrownBy(() -> check(target))
                .isInstanceOf(LintException.class)
                .hasMessage("`" + target + "` would overwrite a file that does not look like a report;"
                        + " name another file, or delete it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sarif=k8s/new.yaml",
                "sarif=new/stslint.sarif",
                "sarif=k8s/report.json",
                "text=k8s/report.json",
                "sarif=empty.yaml",
                "text=empty.yaml",
                "text=notes.txt",
                "sarif=k8s",
                "sarif=/dev/null",
                "sarif=-"
            })
    void writesWhereNothingIsLost(String target) {
        assertThatCode(() -> check(target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./a.out", "k8s/../a.out", "folder/../a.out"})
    void writesNoTwoReportsToOneFile(String again) {
        assertThatThrownBy(() -> check("sarif=a.out", "concise=" + again))
                .isInstanceOf(LintException.class)
                .hasMessage("two reports would go to `" + again + "`");
    }

    @Test
    void seesThroughLinksToWhatIsYetToBeMade() {
        assertThatThrownBy(() -> check("sarif=k8s/out/a", "concise=folder/out/a"))
                .isInstanceOf(LintException.class)
                .hasMessage("two reports would go to `folder/out/a`");
    }

    private void check(String... values) throws LintException {
        Accounting accounting = new Accounting(List.of(
                account("k8s/db.yaml", Outcome.OBJECTS),
                account("k8s/report.json", Outcome.NOT_KUBERNETES),
                account("k8s/data.json", Outcome.NOT_KUBERNETES),
                account("k8s/set.json", Outcome.OBJECTS),
                account("k8s/values.yaml", Outcome.NOT_KUBERNETES),
                account("standard input\0", Outcome.OBJECTS)));
        ReportTarget.rejectOverwriting(ReportTarget.parse(List.of(values)), directory, accounting);
    }

    private static FileAccount account(String path, Outcome outcome) {
        return new FileAccount(path, "", List.of(new DocumentAccount(1, outcome, 0)));
    }
}
