package dev.stslint.yaml;

import dev.stslint.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the tests of this package read: {@code testdata/yaml} of the repository, and texts of their own. */
final class YamlData {

    private YamlData() {}

    static YamlStream read(String text) {
        return new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of("test.yaml", text));
    }

    /** The root of the only document of a text that has no faults. */
    static YamlNode root(String text) {
        YamlStream stream = read(text);
        if (!stream.faults().isEmpty() || stream.documents().size() != 1) {
            throw new AssertionError(stream.documents().size() + " documents, " + stream.faults());
        }
        return stream.documents().get(0).root().orElseThrow();
    }

    /** The node at a path of keys and indexes, aliases not followed at its end. */
    static YamlNode node(String text, String... path) {
        YamlNode node = root(text);
        for (String step : path) {
            if (node.target() instanceof YamlMapping mapping) {
                node = mapping.value(mapping.indexOf(step));
            } else {
                node = ((YamlSequence) node.target()).item(Integer.parseInt(step));
            }
        }
        return node;
    }

    /** A table's rows; lines that start with {@code #} and a space are comments. */
    static List<String[]> table(String name) {
        return lines(directory().resolve(name)).stream()
                .filter(line -> !line.startsWith("# ") && !line.isEmpty())
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static Path directory() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("testdata/yaml");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        throw new AssertionError("no testdata/yaml above " + Path.of("").toAbsolutePath());
    }

    private static List<String> lines(Path file) {
        try {
            return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
