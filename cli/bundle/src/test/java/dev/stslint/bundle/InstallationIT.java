package dev.stslint.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.bundle.Installed.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the installed command loads, and what it does with archives that are not as they should be. */
@DisabledOnOs(OS.WINDOWS)
class InstallationIT {

    /** Of the classes below only a few may be loaded in a run over one file; they are what such a run must not cost. */
    private static final List<String> FORBIDDEN = List.of(
            "picocli.",
            "tools.jackson.",
            "com.networknt.",
            "java.util.stream.",
            "java.util.regex.Pattern$",
            "java.lang.invoke.LambdaForm$DMH",
            "java.lang.invoke.LambdaForm$MH",
            "java.lang.invoke.InnerClassLambdaMetafactory");

    private static final int RULES = 30;
    private static final int CLASSES = 1050 + RULES;
    private static final int OUTSIDE_OF_ARCHIVE = 20;

    @TempDir
    Path directory;

    private Installed installed;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(directory, "home");
        Files.copy(Path.of("../src/main/resources/dev/stslint/cli/samples/orders.yaml"), directory.resolve("a.yaml"));
    }

    @Test
    void loadsFewClassesAndAlmostAllFromTheArchive() throws Exception {
        Path archive = installed.archive();
        List<String> loaded = loaded();

        assertThat(archive.getFileName().toString())
                .startsWith(Files.readString(installed.home().resolve("lib/stslint.id"))
                                .strip() + "-");
        assertThat(loaded).hasSizeLessThanOrEqualTo(CLASSES);
        assertThat(loaded.stream().filter(line -> !line.contains("shared objects file")))
                .hasSizeLessThanOrEqualTo(OUTSIDE_OF_ARCHIVE);
        for (String forbidden : FORBIDDEN) {
            assertThat(loaded.stream().filter(line -> line.startsWith(forbidden)))
                    .isEmpty();
        }
    }

    @Test
    void loadsFewClassesWithoutArchiveToo() throws Exception {
        installed.with("STSLINT_CACHE_DIR", "off");

        assertThat(loaded()).hasSizeLessThanOrEqualTo(CLASSES + 50); // what opens the jar
        assertThat(installed.cached()).isEmpty();
    }

    @Test
    void saysTheSameWithAnyArchive() throws Exception {
        Run plain = lint();
        Path archive = installed.archive();
        byte[] good = Files.readAllBytes(archive);

        assertThat(plain.status()).isEqualTo(1);
        assertThat(lint()).isEqualTo(plain);
        for (byte[] bad : List.of(new byte[0], "no archive".getBytes(StandardCharsets.UTF_8), damaged(good))) {
            replace(archive, bad);
            assertThat(lint()).isEqualTo(plain);
        }
        if (Runtime.version().feature() >= 25) { // 17 trusts the head of the file, and crashes
            replace(archive, half(good));
            assertThat(lint()).isEqualTo(plain);
        }
    }

    @Test
    void knowsNamesThatAreNotAsciiInEveryLocale() throws Exception {
        Files.createDirectory(directory.resolve("größe"));
        Files.copy(directory.resolve("a.yaml"), directory.resolve("größe/数.yaml"));

        for (String locale : List.of("C", "POSIX", "C.UTF-8", "")) {
            Run run = installed.with("LC_ALL", locale).with("LANG", "").run("lint", "--format", "concise", "größe");

            assertThat(run.out()).contains("größe/数.yaml:");
        }
    }

    @Test
    void runsFromDirectoriesWithBlanks() throws Exception {
        installed = Installed.in(directory, "home with blanks");
        Run plain = lint();
        installed.archive();

        assertThat(plain.status()).isEqualTo(1);
        assertThat(lint()).isEqualTo(plain);
    }

    @Test
    void neverRunsTheCodeOfAnotherJar() throws Exception {
        Path archive = installed.archive();
        // Another content of the same size and time, as a package manager may leave behind.
        Path jar = installed.home().resolve("lib/stslint-plain.jar");
        Path id = installed.home().resolve("lib/stslint.id");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(id, "0123456789abcdef0123\n");
        Files.setLastModifiedTime(jar, time);

        lint();
        Path other = installed.archive();

        assertThat(other.getFileName().toString()).startsWith("0123456789abcdef0123-");
        assertThat(archive).doesNotExist();
    }

    @Test
    void keepsTheWordsOfTheJvmOffStandardOutput() throws Exception {
        installed.with("STSLINT_CACHE_DIR", "off").with("STSLINT_JAVA_OPTS", "-XX:+PrintCommandLineFlags");
        Run run = lint();

        assertThat(run.out()).startsWith("a.yaml:");
        assertThat(run.err()).contains("-XX:+PrintCommandLineFlags");
    }

    @Test
    void takesAnotherCollectorInPlaceOfItsOwn() throws Exception {
        installed.with("STSLINT_CACHE_DIR", "off").with("STSLINT_JAVA_OPTS", "-Xmx1g -XX:+UseSerialGC");

        assertThat(lint().out()).startsWith("a.yaml:");
    }

    @Test
    void worksWhereNothingCanBeKept() throws Exception {
        Files.writeString(installed.cache(), "a file where the directory should be");

        assertThat(lint().err()).isEqualTo("1 error, 1 warning in 1 file (5 objects)\n");
    }

    @Test
    void makesOneArchiveForRunsAtOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(lint().status()).isEqualTo(1);
        }
        installed.archive();

        assertThat(installed.cached()).hasSize(1);
    }

    private Run lint() throws IOException, InterruptedException {
        return installed.run("lint", "-f", "concise", "a.yaml");
    }

    /** A line for each class: its name and where it comes from. */
    private List<String> loaded() throws IOException, InterruptedException {
        Path log = directory.resolve("classes");
        installed.with("STSLINT_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none");
        lint();
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .toList();
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    /** The head, which the JVM checks, is another one. */
    private static byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i < 256; i++) {
            damaged[i] ^= 0x5A;
        }
        return damaged;
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Files.delete(file);
        Files.write(file, content);
    }
}
