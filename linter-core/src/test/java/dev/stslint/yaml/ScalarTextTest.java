package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every needle must be found at its very characters, whatever stands around it and however lines end. */
final class ScalarTextTest {

    private static final String NEEDLE = "pa55";

    static Stream<Arguments> needles() {
        return Stream.of(
                        // plain
                        "a: pa55",
                        "a: x pa55 y",
                        "a: b/pa55@c # pa55",
                        "a: one\n  two pa55\n  three pa55",
                        "a: one\n\n\n  two pa55\n\n  pa55",
                        "a:\n  pa55  \n\n    x pa55",
                        "- pa55 pa55\n  pa55",
                        "pa55: x pa55",
                        "{a: x pa55, b: [pa55\n y pa55]}",
                        // single quoted
                        "a: 'pa55'",
                        "a: 'it''s pa55 ''pa55'''",
                        "a: 'x\n  pa55  \n\n  pa55 y\n  '",
                        "a: '\n  pa55\n  '",
                        // double quoted
                        "a: \"pa55\"",
                        "a: \"\\u0041 pa55 \\\"pa55\\\" \\U0001F600 pa55\"",
                        "a: \"x \\\n   pa55\\\n   pa55 \\\n\n  \\  pa55\"",
                        "a: \"\\tpa55  \n\n   pa55\\n pa55\"",
                        "a: \"😀 pa55 \\x41 pa55\"",
                        // literal
                        "a: |\n  pa55",
                        "a: |\n  x=pa55\n  y=pa55\n",
                        "a: |-\n\n  \n  pa55\n    pa55 pa55\n\n  pa55\n\n\nb: 1",
                        "a: |2\n    pa55\n  pa55\n",
                        "a: |+\n  pa55\n\n\nb: pa55",
                        "a:\n  - |\n    pa55 # pa55\n    😀 pa55\n",
                        "a: |  # pa55 is not here\n  pa55\n",
                        "- - |\n   x\n   pa55\n",
                        // folded
                        "a: >\n  pa55\n  pa55\n",
                        "a: >-\n  x pa55\n  pa55 y\n\n  pa55\n\n\n  pa55\n",
                        "a: >\n  pa55\n    pa55\n    pa55\n  pa55\n  pa55\n",
                        "a: >\n\n  pa55\n\n    pa55\n\n  pa55\n",
                        "a: >2\n    pa55\n  pa55\n  pa55\n",
                        "a: >+\n  pa55\n  pa55\n\n\nb: 1\n",
                        "a: >\n  x\tpa55\n  pa55\n")
                .flatMap(text -> Stream.of(
                        Arguments.of(text),
                        Arguments.of(text.replace("\n", "\r\n")),
                        Arguments.of(text.replace("\n", "\r"))));
    }

    @ParameterizedTest
    @MethodSource("needles")
    void findsTheVeryCharacters(String text) {
        List<YamlScalar> scalars = scalars(text);

        int found = 0;
        for (YamlScalar scalar : scalars) {
            ScalarText written = new ScalarText(scalar, () -> Optional.of(text));
            String content = scalar.text();
            for (int at = content.indexOf(NEEDLE); at >= 0; at = content.indexOf(NEEDLE, at + 1)) {
                Span span = written.spanOf(at, at + NEEDLE.length());
                assertThat(text.substring(span.start(), span.end())).isEqualTo(NEEDLE);
                assertThat(scalar.span().contains(span)).isTrue();
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    /** The places are in order and each character is where it says, unless it is an escape or a folded break. */
    @ParameterizedTest
    @MethodSource("needles")
    void everyCharacterHasItsPlace(String text) {
        for (YamlScalar scalar : scalars(text)) {
            ScalarText written = new ScalarText(scalar, () -> Optional.of(text));
            int before = scalar.start();
            for (int i = 0; i < scalar.text().length(); i++) {
                Span span = written.spanOf(i, i + 1);
                assertThat(span.start()).isGreaterThanOrEqualTo(before);
                before = span.start();
                char c = scalar.text().charAt(i);
                if (c > ' ' && text.charAt(span.start()) != '\\') {
                    assertThat(text.charAt(span.start())).isEqualTo(c);
                }
            }
        }
    }

    @Test
    void takesAnEscapeAsAWhole() {
        String text = "a: \"x\\u0041y\"";
        ScalarText written = new ScalarText(scalars(text).get(1), () -> Optional.of(text));

        assertThat(written.spanOf(1, 2)).isEqualTo(new Span(5, 11));
        assertThat(written.spanOf(0, 3)).isEqualTo(new Span(4, 12));
    }

    @Test
    void takesTheCharactersOfSeveralLinesTogether() {
        String text = "a: |\n  one\n  two\n  three\n";
        ScalarText written = new ScalarText(scalars(text).get(1), () -> Optional.of(text));

        assertThat(written.spanOf(2, 9)).isEqualTo(new Span(text.indexOf("e\n"), text.indexOf("hree")));
    }

    @Test
    void emptyPartsAreCarets() {
        String text = "a: |\n  one\n";
        ScalarText written = new ScalarText(scalars(text).get(1), () -> Optional.of(text));

        assertThat(written.spanOf(0, 0)).isEqualTo(Span.caret(7));
        assertThat(written.spanOf(3, 3)).isEqualTo(Span.caret(10));
        assertThat(written.spanOf(4, 4)).isEqualTo(Span.caret(10));
    }

    @Test
    void readsEscapesOfJson() {
        String text = "{\"a\": \"x\\/\\ud83d\\ude00 pa55\"}";
        YamlScalar scalar = scalars(text).get(1);
        ScalarText written = new ScalarText(scalar, () -> Optional.of(text));
        int at = scalar.text().indexOf(NEEDLE);

        Span span = written.spanOf(at, at + NEEDLE.length());
        assertThat(text.substring(span.start(), span.end())).isEqualTo(NEEDLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: !!binary \"aHVu\\\n dGVy\"", "a: |\n  one\n"})
    void pointsAtTheWholeWhenTheSourceSaysSomethingElse(String text) {
        YamlScalar scalar = scalars(text).get(1);
        String changed = text.replace("one", "owe").replace("dGV", "dGW");
        ScalarText written = new ScalarText(scalar, () -> Optional.of(changed));

        assertThat(written.spanOf(1, 2)).isEqualTo(scalar.span());
        assertThat(new ScalarText(scalar, Optional::empty).spanOf(1, 2)).isEqualTo(scalar.span());
    }

    @Test
    void asksForTheSourceOnceAndOnlyWhenItMust() {
        List<String> asked = new ArrayList<>();
        String text = "a: plain\nb: |\n  one\n";
        List<YamlScalar> scalars = scalars(text);
        ScalarText plain = new ScalarText(scalars.get(1), () -> {
            asked.add("plain");
            return Optional.of(text);
        });
        ScalarText block = new ScalarText(scalars.get(3), () -> {
            asked.add("block");
            return Optional.of(text);
        });

        plain.spanOf(1, 2);
        block.spanOf(0, 1);
        block.spanOf(1, 2);
        assertThat(asked).containsExactly("block");
    }

    @Test
    void knowsNoPartBeyondTheContent() {
        ScalarText written = new ScalarText(scalars("a: b").get(1), Optional::empty);

        assertThatThrownBy(() -> written.spanOf(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> written.spanOf(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<YamlScalar> scalars(String text) {
        SourceText source = SourceFile.of("test.yaml", text);
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(source);
        assertThat(stream.faults()).isEmpty();
        List<YamlScalar> scalars = new ArrayList<>();
        for (YamlDocument document : stream.documents()) {
            document.root().ifPresent(root -> collect(root, scalars));
        }
        return scalars;
    }

    private static void collect(YamlNode node, List<YamlScalar> scalars) {
        if (node instanceof YamlScalar scalar) {
            scalars.add(scalar);
        } else if (node instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                collect(mapping.key(i), scalars);
                collect(mapping.value(i), scalars);
            }
        } else if (node instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                collect(sequence.item(i), scalars);
            }
        }
    }
}
