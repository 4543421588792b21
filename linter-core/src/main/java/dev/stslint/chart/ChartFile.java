package dev.stslint.chart;

import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a {@code Chart.yaml} says.
 *
 * @param name which helm puts in front of the paths of its templates; empty when none is to be read
 * @param isLibrary whether it only holds templates for other charts, and is never rendered by itself
 */
record ChartFile(String name, boolean isLibrary) {

    static final String FILE_NAME = "Chart.yaml";

    private static final ChartFile UNKNOWN = new ChartFile("", false);

    /** Of the chart in a directory. What is wrong with the file is for helm to say. */
    static ChartFile in(Path directory) {
        String text;
        try {
            text = Files.readString(directory.resolve(FILE_NAME));
        } catch (IOException e) {
            return UNKNOWN;
        }
        for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT)
                .read(SourceFile.of(FILE_NAME, text))
                .documents()) {
            if (document.root().isPresent() && document.root().get() instanceof YamlMapping mapping) {
                return new ChartFile(
                        text(mapping, "name"), text(mapping, "type").equals("library"));
            }
        }
        return UNKNOWN;
    }

    private static String text(YamlMapping mapping, String key) {
        YamlNode value = mapping.get(key);
        return value instanceof YamlScalar scalar ? scalar.text() : "";
    }
}
