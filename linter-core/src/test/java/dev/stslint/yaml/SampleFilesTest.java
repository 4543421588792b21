package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole files, as people write them: kubectl's content, and every place reads as what stands there. */
final class SampleFilesTest {

    private static final YamlReader READER = new YamlReader(YamlLimits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> files() {
        return samples().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    SourceText source = new SourceReader(1 << 20).read(file, "sample");
                    YamlStream stream = READER.read(source);
                    assertThat(stream.faults()).isEmpty();
                    assertThat(CanonicalJson.documents(stream))
                            .isEqualTo(expected(file.getFileName().toString()));
                    TreeInvariants.check(source.text());
                }));
    }

    @TestFactory
    Stream<DynamicTest> otherLineBreaks() {
        return samples().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    String text = new SourceReader(1 << 20)
                            .read(file, "sample")
                            .text()
                            .replace("\r\n", "\n")
                            .replace("\n", "\r\n");
                    assertThat(CanonicalJson.documents(TreeInvariants.check(text)))
                            .isEqualTo(expected(file.getFileName().toString()));
                }));
    }

    static List<Path> samples() {
        try (Stream<Path> files = Files.list(YamlData.directory().resolve("samples"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> expected(String name) {
        return YamlData.table("samples.tsv").stream()
                .filter(row -> row[0].equals(name))
                .map(row -> row[2])
                .toList();
    }
}
