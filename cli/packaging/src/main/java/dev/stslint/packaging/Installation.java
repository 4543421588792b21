package dev.stslint.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays the command out as users get it: {@code bin/stslint}, {@code lib/stslint.jar}, and a runtime of its own if wanted. */
public final class Installation {

    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    /**
     * {@code Installation LAUNCHERS JAR HOME [JDK]}: with a JDK, a runtime is made of it, and an archive of classes for that
     * runtime.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Installation installation = new Installation(Path.of(args[2]));
        installation.layOut(Path.of(args[0]), Path.of(args[1]));
        if (args.length > 3) {
            installation.addRuntime(Path.of(args[3]));
            installation.addArchive();
        }
    }

    private void layOut(Path launchers, Path jar) throws IOException {
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
        copy(jar, lib("stslint.jar"));
        copy(jar.resolveSibling("stslint.id"), lib("stslint.id"));
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
                lib("stslint.jar").toString(),
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
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command.get(0) + " ended with status " + status);
        }
    }
}
