package dev.stslint.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the command as it is installed, in a directory of its own, with a cache of its own. */
final class Installed {

    private static final Path BUILT = Path.of(System.getProperty("stslint.home"));
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Path directory;
    private final String home;
    private final Map<String, String> variables = new HashMap<>();

    /** What a process left. */
    record Run(int status, String out, String err) {}

    private Installed(Path directory, String home) {
        this.directory = directory;
        this.home = home;
    }

    /** @param home what to call the directory of the installation */
    static Installed in(Path directory, String home) throws IOException {
        Installed installed = unpacked(directory, home);
        for (String file :
                List.of("bin/stslint", "lib/launch.sh", "lib/stslint.jar", "lib/stslint-plain.jar", "lib/stslint.id")) {
            Path target = installed.home().resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(BUILT.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return installed;
    }

    /** @param home what the directory of the installation is called, relative to the other one */
    static Installed unpacked(Path directory, String home) {
        Installed installed = new Installed(directory, home);
        installed.with("JAVA_HOME", System.getProperty("java.home"));
        installed.with("STSLINT_CACHE_DIR", installed.cache().toString());
        return installed;
    }

    Installed with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Path home() {
        return directory.resolve(home);
    }

    Path cache() {
        return directory.resolve("cache");
    }

    Path jar() {
        return home().resolve("lib/stslint.jar");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(home().resolve("bin/stslint"), arguments);
    }

    /** @param launcher what to start, where it is not called by its own name */
    Run run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("STSLINT_") || name.startsWith("JAVA_"));
        builder.environment().putAll(variables);
        int status = builder.start().waitFor();
        return new Run(status, Files.readString(out), Files.readString(err));
    }

    /** Runs once, and waits until the archive that this run leaves to be made is there and nobody works on it. */
    Path archive() throws IOException, InterruptedException {
        run("--version");
        for (long start = System.nanoTime(); System.nanoTime() - start < PATIENCE; Thread.sleep(50)) {
            List<Path> files = cached();
            Optional<Path> archive = files.stream()
                    .filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst();
            if (archive.isPresent() && files.size() == 1) {
                return archive.get();
            }
        }
        throw new IOException("no archive in " + cache() + ": " + cached());
    }

    /** The files of the cache. */
    List<Path> cached() throws IOException {
        if (!Files.exists(cache())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(cache())) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(Path.of("changing")); // while it is walked
        }
    }
}
