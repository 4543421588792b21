package dev.stslint.chart;

import dev.stslint.source.InstalledProgram;
import dev.stslint.source.ScratchDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An installed {@code helm}. It is started by its absolute path, without a shell, with an environment that holds no settings
 * of the user's: no plugins, no repositories, no cluster, and no way to other machines. So it cannot fetch or start anything.
 */
public final class HelmProgram {

    /** In seconds. The largest charts that people publish take a few. */
    private static final long TIME_LIMIT = 60;

    /** In seconds: as long a program that was killed may take to be gone. */
    private static final long GRACE = 5;

    /** What is read of what a program says when it fails, in bytes. */
    private static final int MOST_WORDS = 1 << 16;

    /** The discard port, where nobody listens: the schema of a chart's values may refer to addresses, and helm fetches them. */
    private static final String NO_PROXY_THERE = "http://127.0.0.1:9";

    /** Without these no program starts on Windows. */
    private static final List<String> SYSTEM_VARIABLES = List.of("SystemRoot", "SystemDrive", "windir");

    private final Path file;
    private final long timeLimit;

    HelmProgram(Path file, long timeLimit) {
        this.file = file;
        this.timeLimit = timeLimit;
    }

    /**
     * The first one on a search path.
     *
     * @param searchPath directories, separated as in the variable {@code PATH}
     */
    public static Optional<HelmProgram> on(String searchPath) {
        return InstalledProgram.find("helm", searchPath).map(file -> new HelmProgram(file, TIME_LIMIT));
    }

    /**
     * How a run ended that gave nothing.
     *
     * @param words as the program says them; they may repeat the values that it was given
     */
    record Failure(RenderFailure.Kind kind, List<String> words) {}

    /**
     * Runs it. All that it prints goes into files, and it gets no input, so that neither waits for the other.
     *
     * @param output the file that gets what it prints
     * @return empty when it did not fail
     */
    Optional<Failure> run(List<String> arguments, ScratchDirectory scratch, Path output) throws IOException {
        List<String> line = new ArrayList<>(arguments.size() + 1);
        line.add(file.toString());
        line.addAll(arguments);
        Path words = scratch.resolve("words.txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(scratch.path().toFile())
                .redirectOutput(output.toFile())
                .redirectError(words.toFile());
        leaveOnly(scratch, builder.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(timeLimit, TimeUnit.SECONDS)) {
                String said = "helm did not end within " + timeLimit + (timeLimit == 1 ? " second" : " seconds");
                return Optional.of(new Failure(RenderFailure.Kind.OUT_OF_TIME, List.of(said)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Failure(RenderFailure.Kind.OTHER, List.of("helm was interrupted")));
        } finally {
            end(process);
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(failure(words, process.exitValue()));
    }

    /** All of helm's own directories are in the scratch directory and empty; there is no cluster's address, and no PATH. */
    private static void leaveOnly(ScratchDirectory scratch, Map<String, String> environment) {
        Map<String, String> before = Map.copyOf(environment);
        environment.clear();
        for (String name : SYSTEM_VARIABLES) {
            if (before.containsKey(name)) {
                environment.put(name, before.get(name));
            }
        }
        String home = scratch.resolve("home").toString();
        for (String name : List.of("HOME", "USERPROFILE", "APPDATA", "TMPDIR", "TEMP", "TMP")) {
            environment.put(name, scratch.path().toString());
        }
        for (String name : List.of("HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME")) {
            environment.put(name, home);
        }
        environment.put("HELM_PLUGINS", scratch.resolve("plugins").toString());
        environment.put("HELM_NO_PLUGINS", "1");
        environment.put(
                "HELM_REPOSITORY_CONFIG", scratch.resolve("repositories.yaml").toString());
        environment.put("HELM_REPOSITORY_CACHE", scratch.resolve("repository").toString());
        environment.put("HELM_REGISTRY_CONFIG", scratch.resolve("registry.json").toString());
        environment.put("KUBECONFIG", scratch.resolve("no-cluster").toString());
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
            environment.put(name, NO_PROXY_THERE);
        }
    }

    /** Ends it with all that it has started, and waits for that, since what still runs may still write. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (ProcessHandle each : all) {
            each.destroyForcibly();
        }
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(GRACE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                // Somebody else's to end; nothing waits for it.
            }
        }
    }

    private static Failure failure(Path file, int status) throws IOException {
        byte[] bytes;
        try (var stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_WORDS);
        }
        List<String> words = HelmWords.telling(new String(bytes, StandardCharsets.UTF_8));
        return words.isEmpty()
                ? new Failure(RenderFailure.Kind.OTHER, List.of("helm ended with status " + status + " and no word"))
                : new Failure(RenderFailure.Kind.SAID_BY_HELM, words);
    }
}
