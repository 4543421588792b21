package dev.stslint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.TextEdit;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvVar;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.Views;
import dev.stslint.kube.Workload;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits change what they are about and no byte around it, however lines end. */
final class YamlEditsTest {

    private static final String HEAD = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - env:\n";

    static Stream<Arguments> moves() {
        return Stream.of(
                        Arguments.of("plain", "  - name: A\n  - name: B\n", "  - name: B\n  - name: A\n"),
                        Arguments.of(
                                "comments on its lines and directly above",
                                "  # a\n  - name: A\n\n  # b\n  # bb\n  - name: B # why\n    value: x # x\n  # c\n  - name: C\n",
                                "  # b\n  # bb\n  - name: B # why\n    value: x # x\n  # a\n  - name: A\n\n  # c\n  - name: C\n"),
                        Arguments.of(
                                "comments further in belong to what is above",
                                "  - name: A\n    # of a\n  - name: B\n    # of b\n  - name: C\n",
                                "  - name: B\n    # of b\n  - name: A\n    # of a\n  - name: C\n"),
                        Arguments.of(
                                "block scalar",
                                "  - name: A\n  - name: B\n    value: |\n      x\n\n      y\n\n  - name: C\n",
                                "  - name: B\n    value: |\n      x\n\n      y\n  - name: A\n\n  - name: C\n"),
                        Arguments.of(
                                "last line without a line break",
                                "  - name: A\n  - name: B\n    value: x",
                                "  - name: B\n    value: x\n  - name: A"),
                        Arguments.of(
                                "first key elsewhere",
                                "  - {name: A, value: $(B)}\n  - value: x\n    name: B\n",
                                "  - value: x\n    name: B\n  - {name: A, value: $(B)}\n"))
                .flatMap(arguments -> Stream.of("\n", "\r\n")
                        .map(lineBreak -> Arguments.of(
                                arguments.get()[0],
                                String.valueOf(arguments.get()[1]).replace("\n", lineBreak),
                                String.valueOf(arguments.get()[2]).replace("\n", lineBreak))));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moveAnItem(String name, String before, String after) {
        String text = manifest(before);
        List<EnvVar> variables = environment(text);

        Optional<TextEdit[]> edits =
                YamlEdits.moveBefore(variables.get(1).fields(), variables.get(0).fields());

        assertThat(applied(text, edits)).as(name).contains(manifest(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - name: A\n  - name: B\n    value: &x y\n",
                "  - name: A\n    value: &x y\n  - name: B\n    value: *x\n",
                "  - &x\n    name: A\n  -\n    name: B\n",
                "    [{name: A}, {name: B}]\n"
            })
    void leaveAnItemWhereItIs(String text) {
        List<EnvVar> variables = environment(manifest(text));

        assertThat(YamlEdits.moveBefore(
                        variables.get(1).fields(), variables.get(0).fields()))
                .isEmpty();
    }

    static Stream<Arguments> exchanges() {
        return Stream.of(
                Arguments.of(
                        "  - name: A\n    value: x   # why\n  - name: B\n",
                        "  - name: A\n    from:\n      key: k   # why\n  - name: B\n"),
                Arguments.of("  - {name: A, value: 'x, y'}\n", "  - {name: A, from: {key: k}}\n"),
                Arguments.of("  - value: \"x\\\n      y\"\n    name: A\n", "  - from:\n      key: k\n    name: A\n"),
                Arguments.of(
                        "  - name: A\n    value: |-\n      x\n      y\n\n  - name: B\n",
                        "  - name: A\n    from:\n      key: k\n\n  - name: B\n"));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void exchangeAFieldForLines(String before, String after) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            String text = manifest(before.replace("\n", lineBreak));
            EnvVar variable = environment(text).get(0);

            Optional<TextEdit> edit = YamlEdits.exchangeForLines(variable.value(), "from:\n  key: k", "from: {key: k}");

            assertThat(applied(text, edit.map(found -> new TextEdit[] {found})))
                    .contains(manifest(after.replace("\n", lineBreak)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - name: A\n    value: &x y\n",
                "  - name: A\n    value: !!str y\n",
                "  - name: A\n    value: # why\n      y\n",
                "  - name: A\n    value: | # why\n      y\n",
                "  - name: A\n"
            })
    void leaveAFieldAsItIs(String text) {
        EnvVar variable = environment(manifest(text)).get(0);

        assertThat(YamlEdits.exchangeForLines(variable.value(), "from: x", "from: x"))
                .isEmpty();
    }

    @Test
    void writesStringsAsStrings() {
        assertThat(Stream.of("db", "db-1", "a.b", "true", "No", "y", "1", "0644", "", "a b", "null", "é")
                        .map(YamlEdits::scalar))
                .containsExactly(
                        "db",
                        "db-1",
                        "a.b",
                        "\"true\"",
                        "\"No\"",
                        "\"y\"",
                        "\"1\"",
                        "\"0644\"",
                        "\"\"",
                        "\"a b\"",
                        "\"null\"",
                        "\"é\"");
    }

    /** A Pod with these items in the list of its container's variables, all of it with the items' line breaks. */
    private static String manifest(String items) {
        String head = items.contains("\r\n") ? HEAD.replace("\n", "\r\n") : HEAD;
        return head + items.replaceAll("(?m)^(?=.)", "  ");
    }

    private static Optional<String> applied(String text, Optional<TextEdit[]> edits) {
        return edits.map(found -> FixApplier.apply(found[0].location().file(), text, List.of(found)));
    }

    private static List<EnvVar> environment(String text) {
        SourceText source = SourceFile.of("test.yaml", text);
        KubernetesObject object = ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(source)
                        .documents()
                        .get(0))
                .get(0);
        Container container = ((Workload) Views.of(object)).containers().get(0);
        return container.environment();
    }
}
