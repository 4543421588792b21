package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceReader;
import dev.stslint.source.UnreadableSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all texts, and for all forms of one content. */
final class YamlReaderProperties {

    private static final String[] PIECES = {
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        ": ",
        "- ",
        "a",
        "b: c",
        "\"",
        "'",
        "|\n",
        ">-\n  ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "#",
        " # c",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "<<: ",
        "? ",
        "---",
        "\n---\n",
        "\n...\n",
        "%YAML 1.2\n",
        "\t",
        "\r\n",
        "\r",
        "😀",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "\\",
        "\\u00e9",
        "~",
        "0644",
        "{{ x }}",
        "@",
        "`",
        "null",
        "\u2028",
        "é"
    };

    private static final List<String> SAMPLES = samples();

    @Property(tries = 3000)
    void contentDoesNotDependOnForm(@ForAll("contents") Sample content, @ForAll long seed) {
        Random random = new Random(seed);
        String text = new SamplePrinter(seed).print(content);
        String lineBreak = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
        String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
        YamlStream stream = TreeInvariants.check(mark + text.replace("\n", lineBreak));
        assertThat(stream.faults()).as(text).isEmpty();
        List<String> expected = content.json().equals("null") ? List.of() : List.of(content.json());
        assertThat(CanonicalJson.documents(stream)).as(text).isEqualTo(expected);
    }

    @Property(tries = 2000)
    void documentsAreIndependent(
            @ForAll("contents") Sample first, @ForAll("contents") Sample second, @ForAll long seed) {
        String one = new SamplePrinter(seed).print(first);
        String other = new SamplePrinter(seed + 1).print(second);
        List<String> expected = new ArrayList<>();
        expected.addAll(CanonicalJson.documents(YamlData.read("---\n" + one)));
        expected.addAll(CanonicalJson.documents(YamlData.read("---\n" + other)));
        assertThat(CanonicalJson.documents(TreeInvariants.check("---\n" + one + "---\n" + other)))
                .isEqualTo(expected);
    }

    @Property(tries = 3000)
    void readsWhateverItIs(@ForAll("pieces") String text) {
        TreeInvariants.check(text);
    }

    @Property(tries = 2000)
    void readsDamagedFiles(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, end);
                default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
        TreeInvariants.check(text.toString());
    }

    @Provide
    Arbitrary<Sample> contents() {
        return content(4);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<Sample> content(int depth) {
        Arbitrary<Sample> scalars = Arbitraries.oneOf(texts().map(Sample.Text::new), words());
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Sample> deeper = Arbitraries.lazy(() -> content(depth - 1));
        Arbitrary<Sample> items = deeper.list().ofMaxSize(4).map(Sample.Items::new);
        Arbitrary<Sample> fields =
                Arbitraries.maps(keys(), deeper).ofMaxSize(4).map(map -> new Sample.Fields(inOrder(map)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, scalars),
                net.jqwik.api.Tuple.of(2, items),
                net.jqwik.api.Tuple.of(4, fields));
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                        "a", "bc", "d e f", "g h", "i: j", "k #l", "😀", "日本", "", " ", "\n", "-", "m\n", "'", "\"",
                        "\\", "yes", "12", "{n}", "o, p", "q\tr", "&s", "*t", "!u", "%v", "@w", "\u00A0", "...", "|")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                words, Arbitraries.strings().ascii().ofMaxLength(12).map(text -> text.replace("\r", "")));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.of("name", "image", "a.b/c", "ports", "x y", "true", "1", "", "é", "😀", "a: b", "#", "<<"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5));
    }

    private static Arbitrary<Sample> words() {
        return Arbitraries.of(
                new Sample.Word("1", "1"),
                new Sample.Word("0644", "420"),
                new Sample.Word("1.50", "1.5"),
                new Sample.Word("1e3", "1000"),
                new Sample.Word("yes", "true"),
                new Sample.Word("Off", "false"),
                new Sample.Word("~", "null"),
                new Sample.Word("null", "null"));
    }

    private static Map<String, Sample> inOrder(Map<String, Sample> map) {
        return new LinkedHashMap<>(map);
    }

    private static List<String> samples() {
        List<String> texts = new ArrayList<>();
        for (Path file : SampleFilesTest.samples()) {
            try {
                texts.add(new SourceReader(1 << 20).read(file, "sample").text());
            } catch (UnreadableSourceException e) {
                throw new AssertionError(e);
            }
        }
        return texts;
    }
}
