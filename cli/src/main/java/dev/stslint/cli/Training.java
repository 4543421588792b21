package dev.stslint.cli;

import dev.stslint.source.ShippedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A process that does what most runs do, and shows nothing: the JVM notes which classes that takes, and an archive of them is
 * made for the runs to come.
 */
final class Training {

    /** So many files are shared among threads. */
    private static final int COPIES = 40;

    private final Path directory;

    private Training(Path directory) {
        this.directory = directory;
    }

    /** {@code Training DIRECTORY}: puts its samples into the directory. */
    public static void main(String[] args) throws IOException {
        Training training = new Training(Path.of(args[0]));
        training.writeSamples();
        training.runAll();
    }

    private void writeSamples() throws IOException {
        Files.createDirectories(directory.resolve("copies"));
        write("orders.yaml", ShippedText.of(Training.class, "samples/orders.yaml"));
        write("queue.yaml", ShippedText.of(Training.class, "samples/queue.yaml"));
        write("broken.yaml", ShippedText.of(Training.class, "samples/broken.yaml"));
        write(".gitignore", "*.tmp\n");
        write("kustomization.yaml", "namePrefix: a-\nresources: [orders.yaml, queue.yaml]\n");
        for (int i = 0; i < COPIES; i++) {
            write("copies/" + i + ".yaml", ShippedText.of(Training.class, "samples/orders.yaml"));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void runAll() {
        run("lint", "orders.yaml");
        run("lint", "--profile", "all", "--jobs", "2");
        run("--format=concise", "--fail-on=never", "--color=always", "queue.yaml", "broken.yaml");
        run("lint", "--kubernetes", "1.31..1.36", "-f", "text", "-f", "sarif=report.sarif", "*.yaml");
        run("lint", "--quiet", "--verbose", "-");
        run("explain", "inline-secret");
        run("rules");
        run("--help");
        run("lint", "no-such-file.yaml");
    }

    private void run(String... arguments) {
        String piped = ShippedText.of(Training.class, "samples/queue.yaml");
        InputStream input = new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8));
        Map<String, String> variables = new HashMap<>(System.getenv());
        Environment environment = new Environment(directory, variables, false, false, StandardCharsets.UTF_8);
        Main.run(arguments, input, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), environment);
    }
}
