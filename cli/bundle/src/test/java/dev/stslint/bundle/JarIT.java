package dev.stslint.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.bundle.Installed.Run;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar alone, as {@code java -jar} runs it. */
class JarIT {

    private static final String PACK = "META-INF/stslint.classes";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path directory;

    private Installed installed;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(directory, "home");
        Files.copy(Path.of("../src/main/resources/dev/stslint/cli/samples/orders.yaml"), directory.resolve("a.yaml"));
        Files.writeString(directory.resolve("policy.json"), """
                { "properties": {
                    "apiVersion": { "const": "apps/v1" },
                    "kind": { "const": "StatefulSet" },
                    "spec": { "properties": { "replicas": { "minimum": 9 } } } } }
                """);
    }

    @Test
    void packsClassesAsTheirEntriesHoldThem() throws IOException {
        Map<String, byte[]> packed = packed(installed.jar());

        assertThat(packed).hasSizeGreaterThan(300).containsKey("dev.stslint.cli.Main");
        try (ZipFile jar = new ZipFile(installed.jar().toFile())) {
            for (Map.Entry<String, byte[]> type : packed.entrySet()) {
                assertThat(content(jar, type.getKey().replace('.', '/') + ".class"))
                        .as(type.getKey())
                        .isEqualTo(type.getValue());
            }
            assertThat(Objects.requireNonNull(jar.getEntry(PACK)).getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void takesFromThePackWhatAShortRunNeeds() throws Exception {
        Run run = installed.run(
                JAVA, "-Xlog:class+load", "-jar", "home/lib/stslint.jar", "lint", "--profile", "all", "a.yaml");
        List<String> fromEntries = run.out()
                .lines()
                .filter(line -> line.contains(" source: file:"))
                .map(line -> line.replaceFirst(".* (\\S+) source: .*", "$1"))
                .toList();

        assertThat(run.status()).isEqualTo(1);
        assertThat(fromEntries)
                .containsExactlyInAnyOrder("dev.stslint.start.Launcher", "dev.stslint.start.PackedClasses");
        assertThat(loaded(run.out())).containsAll(packed(installed.jar()).keySet());
    }

    @Test
    void findsTheClassesThatAreNotInThePack() throws Exception {
        Run run = run("home/lib/stslint.jar", "lint --schema policy.json -f concise a.yaml");

        assertThat(run.out()).contains("[schema-policy]");
        assertThat(packed(installed.jar()).keySet()).noneMatch(name -> name.startsWith("com.networknt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lint --profile all a.yaml",
                "lint -f sarif -f text=report.txt --statistics a.yaml",
                "lint -f html a.yaml",
                "lint --schema policy.json -f concise a.yaml",
                "lint --no-such-option",
                "lint nowhere.yaml",
                "fix --diff a.yaml",
                "explain inline-secret",
                "rules --format json",
                "config",
                "completion zsh",
                "lint --help",
                "--help",
                "--version"
            })
    void doesWhatTheJvmsOwnLoaderGives(String line) throws Exception {
        Run packed = run("home/lib/stslint.jar", line);
        List<String> command = new ArrayList<>(List.of("-cp", "home/lib/stslint.jar", "dev.stslint.cli.Main"));
        Collections.addAll(command, line.split(" "));

        assertThat(packed).isEqualTo(installed.run(JAVA, command.toArray(String[]::new)));
        assertThat(packed.out() + packed.err())
                .isNotEmpty()
                .doesNotContain("this is a fault of stslint")
                .doesNotContain("unpackaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"renamed.jar", "with blanks/a.jar", "a#b/50%/c+d.jar", "a%20b.jar", "größe.jar"})
    void runsFromAnyPlace(String name) throws Exception {
        Path moved = directory.resolve(name);
        Files.createDirectories(moved.getParent());
        Files.move(installed.jar(), moved);
        installed.with("LC_ALL", "C.UTF-8");

        assertThat(run(name, "lint -f concise a.yaml").status()).isEqualTo(1);
        assertThat(run(moved.toString(), "lint -f concise a.yaml").out()).startsWith("a.yaml:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsThroughALinkInAPlaceThatCannotBeWritten() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link.jar"), installed.jar());
        Files.setPosixFilePermissions(installed.jar().getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(run(link.toString(), "lint -f concise a.yaml").out()).startsWith("a.yaml:");
        Files.setPosixFilePermissions(installed.jar().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void saysThatItIsDamaged() throws Exception {
        byte[] jar = Files.readAllBytes(installed.jar());
        int pack = new String(jar, StandardCharsets.ISO_8859_1).indexOf(PACK) + PACK.length();
        jar[pack + 100_000] ^= 1;
        Files.write(installed.jar(), jar);
        Run run = run("home/lib/stslint.jar", "lint a.yaml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches("stslint: internal error: the jar cannot be read: \\S+stslint.jar is damaged: .*\\R");
    }

    @Test
    void saysThatItDoesNotFitIntoMemory() throws Exception {
        Files.writeString(
                directory.resolve("big.yaml"),
                "apiVersion: v1\nkind: ConfigMap\ndata: { a: b }\n---\n".repeat(200_000));
        Run run = installed.run(JAVA, "-Xmx24m", "-jar", "home/lib/stslint.jar", "lint", "big.yaml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("stslint: the input does not fit into ");
    }

    private Run run(String jar, String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-jar", jar));
        Collections.addAll(command, line.split(" "));
        return installed.run(JAVA, command.toArray(String[]::new));
    }

    private static List<String> loaded(String log) {
        return log.lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceFirst(" source: .*", ""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private static Map<String, byte[]> packed(Path file) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(file.toFile());
                DataInputStream pack = new DataInputStream(new ByteArrayInputStream(content(jar, PACK)))) {
            while (pack.available() > 0) {
                String name = pack.readUTF();
                classes.put(name, pack.readNBytes(pack.readInt()));
            }
        }
        return classes;
    }

    private static byte[] content(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }
}
