package dev.stslint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.TextEdit;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldExchangeTest {

    private static final String HEAD = "apiVersion: policy/v1\nkind: PodDisruptionBudget\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'spec:\n  least: 3  # all\n  other: 1\n'          | 'spec:\n  most: 1  # all\n  other: 1\n'
            'spec:\n  least: "3"\n'                           | 'spec:\n  most: 1\n'
            'spec:\n  "least":   3'                           | 'spec:\n  most: 1'
            'spec: {other: 1, least: 3}\n'                    | 'spec: {other: 1, most: 1}\n'
            'spec:\r\n  least: 3\r\n  other: 1\r\n'           | 'spec:\r\n  most: 1\r\n  other: 1\r\n'
            'x: &n 3\nspec:\n  least: *n\n'                   | 'x: &n 3\nspec:\n  most: 1\n'
            'spec: {"other":1,"least":3}\n'                  | 'spec: {"other":1,"most": 1}\n'
            """)
    void exchangesAFieldInItsPlace(String text, String expected) {
        String before = HEAD + text.translateEscapes();
        Optional<TextEdit> edit = exchange(before);
        assertThat(FixApplier.apply(edit.orElseThrow().location().file(), before, List.of(edit.get())))
                .isEqualTo(HEAD + expected.translateEscapes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec:\n  other: 1\n",
                "spec:\n  least: &n 3\n  other: *n\n",
                "spec:\n  least: !!int 3\n",
                "spec:\n  least:\n    3\n",
                "spec:\n  ? least\n  : 3\n",
                "x: &x {least: 3}\nspec:\n  <<: *x\n",
                "spec:\n  least:\n"
            })
    void leavesAloneWhatIsWrittenOtherwise(String text) {
        assertThat(exchange(HEAD + text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'spec:\n  a: 1\n'                      | 'spec:\n  most: x\n  a: 1\n'
            'spec:\r\n  a: 1'                      | 'spec:\r\n  most: x\r\n  a: 1'
            'spec: # s\n  # of a\n  a: 1 # a\n'    | 'spec: # s\n  most: x\n  # of a\n  a: 1 # a\n'
            'spec:\n# of spec\n  a: 1\n'           | 'spec:\n# of spec\n  most: x\n  a: 1\n'
            'spec:\n  most:\n  a: 1\n'             | 'spec:\n  most: x\n  a: 1\n'
            'spec:\n  a: 1\n  most: ~ # m\n'       | 'spec:\n  a: 1\n  most: x # m\n'
            'spec: {a: 1}\n'                       | 'spec: {most: x, a: 1}\n'
            'spec: {a: 1, most: }\n'               | 'spec: {a: 1, most: x }\n'
            'spec: {"a": 1}\n'                     | 'spec: {"most": "x", "a": 1}\n'
            'spec: {"a": 1, "most": null}\n'       | 'spec: {"a": 1, "most": "x"}\n'
            'spec:\n  ? a\n  : 1\n'                | 'spec:\n  ? most: x\n    a\n  : 1\n'
            """)
    void addsAFieldThatIsAbsent(String text, String expected) {
        String head = text.contains("\r") ? HEAD.replace("\n", "\r\n") : HEAD;
        String before = head + text.translateEscapes();
        TextEdit edit = YamlEdits.put(object(before).spec(), "most", "x").orElseThrow();
        assertThat(FixApplier.apply(edit.location().file(), before, List.of(edit)))
                .isEqualTo(head + expected.translateEscapes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec: {}\n", "spec:\n", "x: &s {a: 1}\nspec: *s\n"})
    void addsNothingWhereThereIsNoPlaceForIt(String text) {
        assertThat(YamlEdits.put(object(HEAD + text).spec(), "most", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            least: a      | least: b
            least: "a"    | least: "b"
            least: 'a'    | least: 'b'
            least: &x a   | least: &x b
            """)
    void keepsTheQuotesOfAValue(String field, String expected) {
        String before = HEAD + "spec:\n  " + field + " # kept\n";
        TextEdit edit = YamlEdits.replace(object(before).spec().text("least"), "b");
        assertThat(FixApplier.apply(edit.location().file(), before, List.of(edit)))
                .isEqualTo(HEAD + "spec:\n  " + expected + " # kept\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'least: &x a', true",
        "'least: !!float 1.5', true",
        "'least: !!str &x a', true",
        "'{b: c, least: &x a}', true",
        "least: a&b, false"
    })
    void knowsWhatHasAnAnchorOrATag(String field, boolean expected) {
        String spec = field.startsWith("{") ? "spec: " + field : "spec:\n  " + field;
        assertThat(YamlEdits.hasProperties(object(HEAD + spec + "\n").spec().text("least")))
                .isEqualTo(expected);
    }

    private static Optional<TextEdit> exchange(String text) {
        return YamlEdits.exchange(object(text).spec().intOrString("least"), "most", "1");
    }

    private static KubernetesObject object(String text) {
        SourceText source = SourceFile.of("budget.yaml", text);
        return ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(source)
                        .documents()
                        .get(0))
                .get(0);
    }
}
