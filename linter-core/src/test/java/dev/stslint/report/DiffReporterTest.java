package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stslint.finding.FileChange;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiffReporterTest {

    @TempDir
    Path directory;

    @Test
    void showsWhatChangesWithThreeLinesAround() throws Exception {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
        String after = before.replace("2\n3\n", "2\nx\n").replace("\n9\n", "\n").replace("16\n", "16\n17");
        assertThat(diff("k8s/db.yaml", before, after)).isEqualTo("""
                --- a/k8s/db.yaml
                +++ b/k8s/db.yaml
                @@ -1,12 +1,11 @@
                 1
                 2
                -3
                +x
                 4
                 5
                 6
                 7
                 8
                -9
                 10
                 11
                 12
                @@ -14,3 +13,4 @@
                 14
                 15
                 16
                +17
                \\ No newline at end of file
                """);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                        Arguments.of("a: 1\n", "a: 2\n"),
                        Arguments.of("a: 1", "a: 2"),
                        Arguments.of("a: 1", "a: 1\n"),
                        Arguments.of("", "a: 1\n"),
                        Arguments.of("a:\t1\r\nb: 2\r\n", "a:\t1\r\nc: 2\r\n"),
                        Arguments.of("\uFEFFa: 1\nb: 2\n", "\uFEFFa: 2\nb: 2\n"),
                        Arguments.of("ü: 😀\n\n\nx: 1\n", "ü: 😀\n\nx: 1\n"),
                        Arguments.of("a: 1\rb: 2\rc: 3\r", "a: 1\rb: 4\rc: 3\r"),
                        Arguments.of("a: 1\rb: 2", "a: 4\rb: 2"),
                        Arguments.of("a: \"1\r2\"\nb:\t2\r\r\nc: 3\n", "a: \"1\r2\"\nb:\t4\r\r\nc: 3\n"))
                .flatMap(arguments -> Stream.of("db.yaml", "a b/ü.yaml")
                        .map(path ->
                                Arguments.of(path, arguments.get()[0], arguments.get()[1])));
    }

    /** Asks git itself. */
    @ParameterizedTest
    @MethodSource("changes")
    void isAPatch(String path, String before, String after) throws Exception {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, before);
        Files.writeString(directory.resolve("x.patch"), diff(path, before, after));
        assumeTrue(isGitInstalled(), "git is not installed");
        Process git = git("apply", "--whitespace=nowarn", "x.patch");
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(after);
    }

    @Test
    void secretsAreMaskedOnBothSidesAndCounted() throws Exception {
        SourceText before = SourceFile.of("a.yaml", "hidden: hunter2abc\nother: x\n# hunter2abc\n");
        SourceText after = before.file().withText("visible: y\nother: x\n# it was hunter2abc\nmore: swordfish9\n");
        FixReport report = report(
                new FileChange(before, after),
                Concealment.of(List.of(new Location(before.file(), new Span(8, 18))))
                        .and(Concealment.of(List.of(location(after, "swordfish9")))));
        StringBuilder out = new StringBuilder();
        int masked = new DiffReporter(Palette.PLAIN).write(report, out);
        assertThat(out.toString()).isEqualTo("""
                --- a/a.yaml
                +++ b/a.yaml
                @@ -1,3 +1,4 @@
                -hidden: •••
                +visible: y
                 other: x
                -# •••
                +# it was •••
                +more: •••
                """);
        assertThat(masked).isEqualTo(4);
    }

    @Test
    void cannotSteerATerminal() throws Exception {
        assertThat(diff("a\u001b.yaml", "x: \u001b[31m\t1\n", "x: \u001b[31m\t2\n"))
                .doesNotContain("\u001b")
                .contains("\t2\n");
    }

    /** Which a carriage return does too; but without one no program takes the difference. */
    @Test
    void showsReturnsOnATerminal() throws Exception {
        SourceText before = SourceFile.of("a.yaml", "a: 1\rb: 2\n");
        StringBuilder out = new StringBuilder();
        new DiffReporter(Palette.COLOURED)
                .write(report(new FileChange(before, before.file().withText("a: 1\rb: 3\n")), Concealment.NONE), out);
        assertThat(out.toString()).doesNotContain("\r").contains("+a: 1␍b: 3");
    }

    @Test
    void masksSecretsBetweenReturns() throws Exception {
        SourceText before = SourceFile.of("a.yaml", "a: 1\rhidden: hunter2abc\rb: 2\n");
        StringBuilder out = new StringBuilder();
        int masked = new DiffReporter(Palette.PLAIN)
                .write(
                        report(
                                new FileChange(before, before.file().withText("a: 1\rb: 2\n")),
                                Concealment.of(List.of(location(before, "hunter2abc")))),
                        out);
        assertThat(out.toString()).contains("-a: 1\rhidden: •••\rb: 2\n", "+a: 1\rb: 2\n");
        assertThat(masked).isEqualTo(1);
    }

    private static String diff(String path, String before, String after) throws IOException {
        SourceText source = SourceFile.of(path, before);
        String text = after.startsWith("\uFEFF") ? after.substring(1) : after;
        StringBuilder out = new StringBuilder();
        int masked = new DiffReporter(Palette.PLAIN)
                .write(report(new FileChange(source, source.file().withText(text)), Concealment.NONE), out);
        assertThat(masked).isZero();
        return out.toString();
    }

    private static Location location(SourceText source, String part) {
        int start = source.text().indexOf(part);
        return source.at(start, start + part.length());
    }

    private static FixReport report(FileChange change, Concealment concealment) {
        LintReport nothing = Reports.of();
        return new FixReport(nothing, nothing, List.of(), List.of(), List.of(change), Optional.empty(), concealment);
    }

    private boolean isGitInstalled() throws InterruptedException {
        try {
            return git("--version").waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }

    private Process git(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        builder.environment()
                .put("GIT_CEILING_DIRECTORIES", directory.getParent().toString());
        return builder.directory(directory.toFile()).redirectErrorStream(true).start();
    }
}
