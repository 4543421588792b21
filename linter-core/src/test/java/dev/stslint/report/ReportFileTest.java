package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {

    private static final LintReport NOTHING =
            new LintReport(List.of(), List.of(), Concealment.NONE, new Accounting(List.of()), List.of());

    @TempDir
    Path directory;

    @Test
    void makesDirectoriesAndLeavesNothingElse() throws IOException {
        Path file = directory.resolve("a/b/report.txt");

        ReportFile.write(file, NOTHING, (report, out) -> out.append("grün\n"));

        assertThat(file).hasContent("grün\n");
        assertThat(file.resolveSibling(".")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsTheOldReportWhenANewOneCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("report.txt"), "old");

        assertThatThrownBy(() -> ReportFile.write(file, NOTHING, (report, out) -> {
                    out.append("half");
                    throw new IOException("no space");
                }))
                .hasMessage("no space");

        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TEXT", "CONCISE", "GITHUB"})
    void knowsItsReportsByTheirStart(ReportFormat format) throws IOException {
        Reporter reporter = format.reporter(Palette.PLAIN, false, RunFacts.of("0.1.0", 0), id -> Optional.empty());
        Path report = directory.resolve("report");

        ReportFile.write(report, NOTHING, reporter);
        assertThat(ReportFile.holdsReport(report)).isTrue();
        ReportFile.write(report, LintReport.EMPTY.withFailures(List.of("no")), reporter);
        assertThat(ReportFile.holdsReport(report)).isTrue();
    }

    /** Rather than by what all files of a kind start with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Service\n",
                "{\n  \"apiVersion\": \"v1\"\n}\n",
                "{\n  \"$schema\": \"https://json.schemastore.org/tsconfig\"\n}\n",
                "[metadata]\nname = shop\n",
                "[\n  {\n    \"type\": \"pod\"\n  }\n]\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project>\n</project>\n",
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>shop</title>\n",
                "error[invalid-yaml]: no\n",
                "<"
            })
    void knowsWhatIsNone(String text) throws IOException {
        assertThat(ReportFile.holdsReport(Files.writeString(directory.resolve("file"), text)))
                .isFalse();
        assertThat(ReportFile.holdsReport(Files.createFile(directory.resolve("empty"))))
                .isTrue();
    }

    @Test
    void writesWhereALinkLeads() throws IOException {
        Path target = Files.writeString(directory.resolve("target.txt"), "old");
        Path link = directory.resolve("link.txt");
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }

        ReportFile.write(link, NOTHING, (report, out) -> out.append("new"));

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void saysWhyNot() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> ReportFile.write(directory, NOTHING, (report, out) -> {}))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(ReportFile.reason(e)).isEqualTo("it is a directory"));
        assertThatThrownBy(() -> ReportFile.write(file.resolve("x"), NOTHING, (report, out) -> {}))
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(ReportFile.reason(e)).isEqualTo("`" + file + "` is not a directory"));
    }
}
