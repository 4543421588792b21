package dev.stslint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.FileChange;
import dev.stslint.fix.FileChanges.Unwritten;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions and links")
final class FileChangesTest {

    @TempDir
    Path directory;

    @AfterEach
    void leavesNoDraftBehind() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rwxrwxrwx", "rw-------", "-w--w----"})
    void keepsPermissions(String permissions) throws Exception {
        Path file = write("a.yaml", "a");
        FileChange change = change(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        if (!Files.isReadable(file)) {
            return; // Only root reads what nobody may.
        }
        assertThat(FileChanges.write(List.of(change), List.of())).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @Test
    void writesThroughALinkAndLeavesItALink() throws Exception {
        Files.createDirectories(directory.resolve("real"));
        Path real = write("real/a.yaml", "a");
        Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), Path.of("real", "a.yaml"));
        assertThat(FileChanges.write(List.of(change(link)), List.of())).isEmpty();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).isEqualTo("a, changed");
    }

    @Test
    void keepsTheByteOrderMark() throws Exception {
        Path file = write("a.yaml", "\uFEFFa");
        assertThat(FileChanges.write(List.of(change(file)), List.of())).isEmpty();
        assertThat(Files.readString(file)).isEqualTo("\uFEFFa, changed");
    }

    @Test
    void noticesAByteOrderMarkThatCameOrWent() throws Exception {
        Path file = write("a.yaml", "a");
        FileChange change = change(file);
        Files.writeString(file, "\uFEFFa");
        assertThat(reasons(FileChanges.write(List.of(change), List.of())))
                .containsExactly("has changed since it was read");
    }

    @Test
    void saysWhatHappenedToAFileThatIsGoneOrNoFileAnyMore() throws Exception {
        Path gone = write("gone.yaml", "a");
        Path replaced = write("replaced.yaml", "a");
        List<FileChange> changes = List.of(change(gone), change(replaced));
        Files.delete(gone);
        Files.delete(replaced);
        Files.createDirectory(replaced);
        assertThat(reasons(FileChanges.write(changes, List.of())))
                .containsExactly("is no regular file", "is no regular file");
    }

    @Test
    void readOnlyMeansThatNobodyMayWrite() throws Exception {
        Path file = write("a.yaml", "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(reasons(FileChanges.write(List.of(change(file)), List.of()))).containsExactly("is read-only");
        assertThat(Files.readString(file)).isEqualTo("a");
    }

    private static List<String> reasons(List<Unwritten> unwritten) {
        return unwritten.stream().map(Unwritten::reason).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static FileChange change(Path file) throws Exception {
        SourceText before = new SourceReader(1000).read(file, file.getFileName().toString());
        return new FileChange(before, before.file().withText(before.text() + ", changed"));
    }
}
