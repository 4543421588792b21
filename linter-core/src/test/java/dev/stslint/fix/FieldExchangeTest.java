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

    private static Optional<TextEdit> exchange(String text) {
        SourceText source = SourceFile.of("budget.yaml", text);
        KubernetesObject object = ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(source)
                        .documents()
                        .get(0))
                .get(0);
        return YamlEdits.exchange(object.spec().intOrString("least"), "most", "1");
    }
}
