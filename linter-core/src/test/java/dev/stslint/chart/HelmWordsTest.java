package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelmWordsTest {

    @TempDir
    Path directory;

    @Test
    void areWhatFollowsTheErrorUpToTheHint() {
        assertThat(HelmWords.telling("""
                level=WARN msg="a warning"
                Error: nilp/templates/a.yaml:1:13
                  executing "nilp/templates/a.yaml" at <.Values.a.b.c>:
                    nil pointer evaluating interface {}.b

                Use --debug flag to render out invalid YAML
                """))
                .containsExactly(
                        "nilp/templates/a.yaml:1:13",
                        "executing \"nilp/templates/a.yaml\" at <.Values.a.b.c>:",
                        "nil pointer evaluating interface {}.b");
        assertThat(HelmWords.telling("no such flag\n")).containsExactly("no such flag");
        assertThat(HelmWords.telling("\n")).isEmpty();
    }

    @Test
    void areFiveLinesAtMost() {
        assertThat(HelmWords.masked(List.of("a", "b", "c", "d", "e", "f", "g"), ValuesSecrets.in(List.of())))
                .containsExactly("a", "b", "c", "d", "e … and more");
        assertThat(HelmWords.masked(List.of("a".repeat(500)), ValuesSecrets.in(List.of())))
                .containsExactly("a".repeat(400) + " …");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not strong: Blaubeer-Kuchen",
                "not strong: BLAUBEER-KUCHEN",
                "not strong: blaubeer-kuchen",
                "not strong: \"Blaubeer-Kuchen\"",
                "not strong: QmxhdWJlZXItS3VjaGVu",
                "not strong: the first line",
                "not strong: the \\\"first\\\" line",
                "not strong: 84736251",
                "not strong: 8.4736251e+07",
                "not strong: 1.2345678e+07"
            })
    void holdNoSecretOfTheValuesInAnyForm(String words) throws Exception {
        Path values = Files.writeString(directory.resolve("values.yaml"), """
                auth:
                  password: Blaubeer-Kuchen
                  token: |
                    the first line
                    the "first" line
                  secret: [ 84736251, 012345678 ]
                  enabledPassword: true
                """);
        assertThat(HelmWords.masked(List.of(words), ValuesSecrets.in(List.of(values))))
                .singleElement()
                .asString()
                .isIn("not strong: •••", "not strong: \"•••\"");
    }
}
