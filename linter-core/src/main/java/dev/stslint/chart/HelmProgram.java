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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An installed {@code helm}. It is started by its absolute path, without a shell, with an environment that holds no settings
 * of the user's: no plugins, no repositories, no cluster, and no way to other machines. So it cannot fetch or start anything.
 */
public final class HelmProgram {

    /** In seconds. The largest charts that people publish take a few. */
    private static final long TIME_LIMIT = 60;

    /** What a program says when it fails; more would not be read by people either. */
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
     * Runs it.
     *
     * @param output the file that gets what it prints
     * @return why it failed, in its own words as far as there are some; empty when it did not
     */
    Optional<String> run(List<String> arguments, ScratchDirectory scratch, Path output) throws IOException {
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
                return Optional.of("it did not end within " + timeLimit + (timeLimit == 1 ? " second" : " seconds"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        } finally {
            end(process);
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(firstSentence(words, process.exitValue()));
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

    private static void end(Process process) {
        Consumer<ProcessHandle> kill = ProcessHandle::destroyForcibly;
        process.descendants().forEach(kill);
        process.destroyForcibly();
    }

    /** What stands behind {@code Error:}; the first line is the sentence, further ones are hints and details. */
    private static String firstSentence(Path file, int status) throws IOException {
        byte[] bytes;
        try (var stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_WORDS);
        }
        String first = "";
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("Error: ")) {
                return line.substring("Error: ".length()).strip();
            }
            first = first.isEmpty() ? line.strip() : first;
        }
        return first.isEmpty() ? "it ended with status " + status : first;
    }
}
