package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every text of {@code testdata/yaml/documents.tsv} has the documents that kubectl reads from it: keys, merges, aliases,
 * tags, separators, JSON, tabs. Where kubectl gives up we report why, and go on.
 */
final class DocumentTableTest {

    @TestFactory
    Stream<DynamicTest> documents() {
        return YamlData.table("documents.tsv").stream().map(row -> dynamicTest(shortened(row[0]), () -> check(row)));
    }

    private static void check(String[] row) {
        List<String> expected = List.of(Arrays.copyOfRange(row, 1, row.length));
        YamlStream stream = YamlData.read(unescaped(row[0]));
        List<String> documents = CanonicalJson.documents(stream);
        int error = expected.indexOf("!");
        if (error < 0) {
            assertThat(documents).isEqualTo(expected);
            assertThat(stream.documents()).noneMatch(document -> document.state() == YamlDocument.State.BROKEN);
        } else {
            assertThat(stream.faults()).anyMatch(fault -> fault.kind() != YamlFault.Kind.DUPLICATE_KEY);
            assertThat(stream.template() || documents.subList(0, error).equals(expected.subList(0, error)))
                    .isTrue();
        }
    }

    private static String shortened(String text) {
        return text.length() < 60 ? text : text.substring(0, 60) + "…";
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(i++);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text.substring(i, i + 4), 16));
                    i += 4;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }
}
