package dev.stslint.chart;

import dev.stslint.secret.Mask;
import dev.stslint.secret.SensitiveName;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The secrets among a chart's values: helm may repeat one in what it says of a failure. */
final class ValuesSecrets {

    /** Shorter ones are found in any sentence. */
    private static final int SHORTEST = 4;

    /** The longest first, so that none is masked in parts. */
    private final TreeSet<String> values =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private ValuesSecrets() {}

    /** Of files as far as they can be read. */
    static ValuesSecrets in(List<Path> files) {
        ValuesSecrets secrets = new ValuesSecrets();
        for (Path file : files) {
            try {
                for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of(file.toString(), Files.readString(file)))
                        .documents()) {
                    if (document.root().isPresent()) {
                        secrets.collect(document.root().get(), false);
                    }
                }
            } catch (IOException e) {
                // Then helm could not read it either.
            }
        }
        return secrets;
    }

    String masked(String words) {
        String masked = words;
        for (String value : values) {
            masked = masked.replace(value, Mask.TEXT);
        }
        return masked;
    }

    private void collect(YamlNode node, boolean isSecret) {
        if (node.target() instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                collect(mapping.value(i), isSecret || SensitiveName.matches(mapping.name(i)));
            }
        } else if (node.target() instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                collect(sequence.item(i), isSecret);
            }
        } else if (isSecret
                && node.target() instanceof YamlScalar scalar
                && scalar.text().length() >= SHORTEST) {
            values.add(scalar.text());
        }
    }
}
