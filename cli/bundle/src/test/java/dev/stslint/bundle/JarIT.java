package dev.stslint.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.bundle.Installed.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar alone, as {@code java -jar} runs it. */
class JarIT {

    private static final String FIRST_PACK = "META-INF/stslint.classes";
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
    void holdsEachClassOnceAsThePlainJarHoldsIt() throws IOException {
        Map<String, byte[]> packed = new TreeMap<>();
        int count = 0;
        try (ZipFile jar = new ZipFile(installed.jar().toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".classes")) {
                    Map<String, byte[]> pack = unpacked(content(jar, entry.getName()));
                    count += pack.size();
                    packed.putAll(pack);
                } else if (entry.getName().endsWith(".class")) {
                    count++;
                    packed.put(className(entry.getName()), content(jar, entry.getName()));
                }
            }
        }
        Map<String, byte[]> plain = new TreeMap<>();
        try (ZipFile jar = new ZipFile(plainJar().toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    plain.put(className(entry.getName()), content(jar, entry.getName()));
                }
            }
        }

        assertThat(packed).hasSize(count).hasSizeGreaterThan(2000);
        assertThat(packed.keySet()).isEqualTo(plain.keySet());
        assertThat(packed).allSatisfy((name, content) -> assertThat(content).isEqualTo(plain.get(name)));
    }

    /** Each entry takes time when the jar is opened. */
    @Test
    void hasNoEntriesForClassesButThoseThatFindTheOthers() throws IOException {
        try (ZipFile jar = new ZipFile(installed.jar().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .hasSizeLessThan(10)
                    .allMatch(name -> name.startsWith("dev/stslint/start/"));
            assertThat(Objects.requireNonNull(jar.getEntry(FIRST_PACK)).getMethod())
                    .isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void takesFromTheFirstPackWhatAShortRunNeeds() throws Exception {
        Run run = installed.run(
                JAVA, "-Xlog:class+load", "-jar", "home/lib/stslint.jar", "lint", "--profile", "all", "a.yaml");
        Map<String, byte[]> first = first();

        assertThat(run.status()).isEqualTo(1);
        assertThat(loaded(run.out(), "file:"))
                .containsExactlyInAnyOrder(
                        "dev.stslint.start.Launcher", "dev.stslint.start.PackedClasses", "dev.stslint.start.Pack");
        assertThat(loaded(run.out(), "__JVM_DefineClass__"))
                .containsExactlyInAnyOrderElementsOf(first.keySet())
                .contains("dev.stslint.cli.Main");
    }

    @Test
    void findsTheClassesOfOtherPacks() throws Exception {
        Run run = run("home/lib/stslint.jar", "lint --schema policy.json -f concise a.yaml");

        assertThat(run.out()).contains("[schema-policy]");
        assertThat(first().keySet()).noneMatch(name -> name.startsWith("com.networknt"));
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
        List<String> command = new ArrayList<>(List.of("-cp", plainJar().toString(), "dev.stslint.cli.Main"));
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

    @ParameterizedTest
    @CsvSource({"META-INF/stslint.classes, lint a.yaml", "META-INF/stslint/picocli.classes, --help"})
    void saysThatItIsDamaged(String pack, String line) throws Exception {
        byte[] jar = Files.readAllBytes(installed.jar());
        int start = new String(jar, StandardCharsets.ISO_8859_1).indexOf(pack) + pack.length();
        jar[start + 100_000] ^= 1;
        Files.write(installed.jar(), jar);
        Run run = run("home/lib/stslint.jar", line);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches("stslint: internal error: the jar cannot be read: \\S+stslint.jar is damaged: " + pack
                        + " is not what it was when the jar was built\\R");
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

    private Path plainJar() {
        return installed.home().resolve("lib/stslint-plain.jar");
    }

    /** The names of the classes that come from a source which starts with a text. */
    private static List<String> loaded(String log, String source) {
        return log.lines()
                .filter(line -> line.contains(" source: " + source))
                .map(line -> line.substring(0, line.indexOf(" source: ")))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private Map<String, byte[]> first() throws IOException {
        try (ZipFile jar = new ZipFile(installed.jar().toFile())) {
            return unpacked(content(jar, FIRST_PACK));
        }
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) {
        ByteBuffer pack = ByteBuffer.wrap(bytes);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        int records = 8 + 4 * pack.getInt(4);
        for (int record = records; record < records + 8 * pack.getInt(0); record += 8) {
            int start = pack.getInt(record + 4);
            String name =
                    new String(bytes, pack.getInt(record), start - pack.getInt(record), StandardCharsets.ISO_8859_1);
            classes.put(name, Arrays.copyOfRange(bytes, start, pack.getInt(record + 8)));
        }
        return classes;
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    private static byte[] content(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }
}
