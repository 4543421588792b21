package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
