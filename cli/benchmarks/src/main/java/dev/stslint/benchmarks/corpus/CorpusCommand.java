package dev.stslint.benchmarks.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the inputs that the benchmarks read.
 *
 * <pre>
 * mix FILES BYTES DIRECTORY   a repository of so many files, of so many bytes in all
 * objects COUNT FILE          one file of so many objects
 * stream BYTES FILE           one file of so many bytes
 * shape NAME SIZE FILE        a shape that is hard on a linter; SIZE 0: the one to measure with
 * shapes                      prints the names of the shapes, each with that size
 * </pre>
 */
public final class CorpusCommand {

    private static final long SEED = 2026;

    private CorpusCommand() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        switch (args.length == 0 ? "" : args[0]) {
            case "mix" -> mix(Integer.parseInt(args[1]), Long.parseLong(args[2]), Path.of(args[3]));
            case "objects" -> objects(Integer.parseInt(args[1]), Path.of(args[2]));
            case "stream" -> stream(Long.parseLong(args[1]), Path.of(args[2]));
            case "shape" -> shape(args[1], Integer.parseInt(args[2]), Path.of(args[3]));
            case "shapes" -> {
                for (Shape shape : Shape.values()) {
                    System.out.println(name(shape) + " " + shape.usual());
                }
            }
            default -> {
                System.err.println("usage: mix | objects | stream | shape | shapes, each as its Javadoc says");
                System.exit(2);
            }
        }
    }

    /** Writes a mix below a directory. */
    public static void mix(int files, long bytes, Path directory) {
        new Mix(SEED, files, bytes, file -> write(directory.resolve(file.path()), file.text())).write();
    }

    private static void objects(int count, Path file) throws IOException {
        Dice dice = new Dice(SEED);
        List<Manifest> objects = new ArrayList<>();
        while (objects.size() < count) {
            objects.addAll(new Application(dice, Words.name(dice), "shop").objects(2));
        }
        Files.writeString(file, text(objects.subList(0, count)));
    }

    private static void stream(long bytes, Path file) throws IOException {
        Dice dice = new Dice(SEED);
        long size = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; size < bytes; i++) {
                Application application = new Application(dice, Words.name(dice) + "-" + i, "shop-" + i / 20);
                String text = text(application.objects(dice.between(1, 4)));
                out.append(text);
                size += text.length();
            }
        }
    }

    private static String text(List<Manifest> manifests) {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : manifests) {
            text.append("---\n");
            manifest.write(new YamlWriter(text, true));
        }
        return text.toString();
    }

    private static void shape(String name, int size, Path file) throws IOException {
        Shape shape = Shape.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        Files.writeString(file, shape.text(size == 0 ? shape.usual() : size));
    }

    private static String name(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
