package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scalar of {@code testdata/yaml/scalars.tsv} becomes what kubectl made of it, as a value and as a key. */
final class ScalarTableTest {

    @TestFactory
    Stream<DynamicTest> values() {
        return YamlData.table("scalars.tsv").stream()
                .map(row -> dynamicTest(row[0], () -> {
                    List<String> expected = row[1].equals("!") ? List.of("!") : List.of("{\"v\":" + row[1] + "}");
                    assertThat(CanonicalJson.documents(YamlData.read("v: " + row[0] + "\n")))
                            .isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> keys() {
        return YamlData.table("scalars.tsv").stream()
                .map(row -> dynamicTest(row[0], () -> {
                    List<String> expected = row[2].equals("!") ? List.of("!") : List.of("{" + row[2] + ":\"v\"}");
                    assertThat(CanonicalJson.documents(YamlData.read("? " + row[0] + "\n: v\n")))
                            .isEqualTo(expected);
                }));
    }
}
