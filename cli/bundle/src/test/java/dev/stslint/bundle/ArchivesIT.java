package dev.stslint.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.bundle.Installed.Run;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives that users download: unpacked as they would, and run. */
class ArchivesIT {

    private static final String BUILT = System.getProperty("stslint.archives");

    @TempDir
    Path directory;

    @BeforeEach
    void manifests() throws IOException {
        Files.copy(Path.of("../src/main/resources/dev/stslint/cli/samples/orders.yaml"), directory.resolve("a.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar.gz"})
    @DisabledOnOs(OS.WINDOWS)
    void runsAsItIsUnpacked(String ending) throws Exception {
        Installed installed = unpack(ending);
        Run first = installed.run("lint", "-f", "concise", "a.yaml");
        Path archive = installed.archive();
        Path log = directory.resolve("classes");
        installed.with("STSLINT_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none");

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out()).startsWith("a.yaml:");
        assertThat(installed.run("lint", "-f", "concise", "a.yaml")).isEqualTo(first);
        // The JVM takes an archive only for a jar of the same time.
        assertThat(archive).exists();
        assertThat(Files.readAllLines(log)).anyMatch(line -> line.startsWith("dev.stslint.cli.Main source: shared"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsThroughALink() throws Exception {
        Installed installed = unpack(".tar.gz");
        Path bin = Files.createDirectory(directory.resolve("on the path"));
        Path link = Files.createSymbolicLink(
                bin.resolve("stslint"), bin.relativize(installed.home().resolve("bin/stslint")));

        assertThat(installed.run(link, "lint", "a.yaml").err()).isEqualTo("1 error, 1 warning in 1 file (5 objects)\n");
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void runsOnWindows() throws Exception {
        Installed installed = unpack(".zip");
        Path launcher = installed.home().resolve("bin/stslint.cmd");
        Run run = installed.run(launcher, "lint", "-f", "concise", "a.yaml");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("a.yaml:");
        assertThat(run.err()).startsWith("1 error, 1 warning in 1 file (5 objects)");

        installed.with("JAVA_HOME", directory.toString());
        Run none = installed.run(launcher, "--version");

        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).startsWith("stslint: JAVA_HOME is");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void holdsTheSameInBothArchivesAllOfOneTime() throws Exception {
        Path zip = unpack(".zip").home();
        Path tar = unpack(".tar.gz").home();

        assertThat(contents(zip)).isEqualTo(contents(tar)).containsKeys("bin/stslint.cmd", "LICENSE", "README.md");
        for (Path home : List.of(zip, tar)) {
            Set<Object> times = new TreeSet<>();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    times.add(Files.getLastModifiedTime(file));
                }
            }
            assertThat(times).hasSize(1);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void completesWhatTheCommandKnows() throws Exception {
        Installed installed = unpack(".tar.gz").with("STSLINT_CACHE_DIR", "off"); // nothing is left to be made
        Map<String, String> scripts = Map.of("bash", "stslint.bash", "zsh", "_stslint", "fish", "stslint.fish");

        for (Map.Entry<String, String> script : scripts.entrySet()) {
            assertThat(installed.home().resolve("completions").resolve(script.getValue()))
                    .hasContent(installed.run("completion", script.getKey()).out());
        }
    }

    @Test
    void namesAllThatTheJarHolds() throws Exception {
        Path home = unpack(".zip").home();
        List<String> notice = Files.readAllLines(home.resolve("NOTICE"));

        assertThat(home.resolve("LICENSE")).hasSameTextualContentAs(Path.of("../../LICENSE"));
        try (JarFile jar = new JarFile(home.resolve("lib/stslint.jar").toFile())) {
            List<String> artifacts = jar.stream()
                    .map(entry -> entry.getName().split("/", -1))
                    .filter(path -> path.length == 5 && path[1].equals("maven") && path[4].equals("pom.properties"))
                    .map(path -> path[2] + ":" + path[3])
                    .filter(artifact -> !artifact.startsWith("dev.stslint:"))
                    .toList();
            assertThat(artifacts)
                    .contains("org.snakeyaml:snakeyaml-engine")
                    .allSatisfy(artifact -> assertThat(notice).anyMatch(line -> line.startsWith(artifact + " ")));
        }
    }

    @Test
    void startsTheJvmInOneWayOnAllSystems() throws Exception {
        Path home = unpack(".zip").home();

        assertThat(flags(home.resolve("bin/stslint.cmd")))
                .isEqualTo(flags(home.resolve("lib/launch.sh")))
                .contains("-XX:+DisplayVMOutputToStderr");
        assertThat(Files.readString(home.resolve("bin/stslint.cmd")).replace("\r\n", ""))
                .doesNotContain("\n");
    }

    private Installed unpack(String ending) throws IOException, InterruptedException {
        Path archive = Path.of(BUILT + ending);
        Path target = Files.createDirectory(directory.resolve("unpacked" + ending));
        if (ending.equals(".zip")) {
            unzip(archive, target);
        } else {
            assertThat(new ProcessBuilder("tar", "xzf", archive.toString(), "-C", target.toString())
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        }
        return Installed.unpacked(
                directory, target.getFileName() + "/" + Path.of(BUILT).getFileName());
    }

    /** With the permissions that the archive says, where the system has such. */
    private static void unzip(Path archive, Path target) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", posix));
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = target.resolve(file.toString().substring(1));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    if (posix) {
                        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                    }
                }
            }
        }
    }

    private static Map<String, Integer> contents(Path home) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(home.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    /** What every run gives to the JVM: nothing that depends on the machine or the arguments, or only makes an archive. */
    private static Set<String> flags(Path launcher) throws IOException {
        return Stream.of(Files.readString(launcher).split("[\\s'\"]+"))
                .filter(word -> word.startsWith("-X"))
                .filter(word -> !word.contains("=$") && !word.endsWith("=") && !word.contains("share:dump"))
                .filter(word -> !word.startsWith("-XX:CompileThresholdScaling"))
                .filter(word -> !word.startsWith("-Xmx4g") && !word.startsWith("-XX:TieredStopAtLevel=4"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
