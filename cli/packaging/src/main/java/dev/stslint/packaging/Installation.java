package dev.stslint.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays the command out as users get it: launchers in {@code bin}, jars in {@code lib}, the scripts that complete its command
 * lines, and a runtime of its own if wanted.
 */
public final class Installation {

    /** The script of each shell, by the name that the shell looks for. */
    private static final Map<String, String> COMPLETIONS =
            Map.of("bash", "stslint.bash", "zsh", "_stslint", "fish", "stslint.fish");

    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    /**
     * {@code Installation LAUNCHERS LICENSE JAR HOME [JDK]}: with a JDK, a runtime is made of it, and an archive of classes
     * for that runtime.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Installation installation = new Installation(Path.of(args[3]));
        installation.layOut(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        installation.addCompletions();
        if (args.length > 4) {
            installation.addRuntime(Path.of(args[4]));
            installation.addArchive();
        }
    }

    private void layOut(Path launchers, Path license, Path jar) throws IOException {
        delete(home);
        try (Stream<Path> files = Files.walk(launchers)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = home.resolve(launchers.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    copy(file, target);
                }
            }
        }
        copy(license, home.resolve("LICENSE"));
        copy(jar, lib("stslint.jar"));
        for (String beside : List.of("stslint-plain.jar", "stslint.id")) {
            copy(jar.resolveSibling(beside), lib(beside));
        }
    }

    /** The command writes them itself. */
    private void addCompletions() throws IOException, InterruptedException {
        Path directory = Files.createDirectory(home.resolve("completions"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (Map.Entry<String, String> completion : COMPLETIONS.entrySet()) {
            run(new ProcessBuilder(java, "-jar", lib("stslint.jar").toString(), "completion", completion.getKey())
                    .redirectError(Redirect.INHERIT)
                    .redirectOutput(directory.resolve(completion.getValue()).toFile()));
        }
    }

    /** {@code java.base} is all that the command needs. */
    private void addRuntime(Path jdk) throws IOException, InterruptedException {
        run(List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules",
                "java.base",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress=2",
                "--output",
                home.resolve("runtime").toString()));
    }

    /** It takes the place of the runtime's own archive, which jlink does not make. */
    private void addArchive() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(home, "archive");
        run(List.of(
                "sh",
                "-c",
                "set -u; . \"$1\"; java=$2; dump_archive \"$3\" \"$4\"",
                "sh",
                lib("launch.sh").toString(),
                home.resolve("runtime/bin/java").toString(),
                lib("stslint-plain.jar").toString(),
                work.toString()));
        Files.move(work.resolve("new"), lib(Files.readString(lib("stslint.id")).strip() + ".jsa"));
        delete(work);
    }

    private Path lib(String name) {
        return home.resolve("lib").resolve(name);
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                files.sorted(Comparator.reverseOrder()).forEach(Installation::deleteOne);
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        run(new ProcessBuilder(command).inheritIO());
    }

    private static void run(ProcessBuilder process) throws IOException, InterruptedException {
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IOException(process.command().get(0) + " ended with status " + status);
        }
    }
}
