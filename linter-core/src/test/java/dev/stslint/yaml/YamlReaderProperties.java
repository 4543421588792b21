package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.source.SourceReader;
import dev.stslint.source.UnreadableSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    private static final String[] WORDS = {
        "a", "bc", "d e f", "g h", "i: j", "k #l", "😀", "日本", "", " ", "\n", "-", "m\n", "'", "\"", "\\", "yes", "12",
        "{n}", "o, p", "q\tr", "&s", "*t", "!u", "%v", "@w", "\u00A0", "...", "|"
    };

    private static final String[] KEYS = {
        "name", "image", "a.b/c", "ports", "x y", "true", "1", "", "é", "😀", "a: b", "#", "<<"
    };

    private static final Sample[] PLAIN = {
        new Sample.Word("1", "1"),
        new Sample.Word("0644", "420"),
        new Sample.Word("1.50", "1.5"),
        new Sample.Word("1e3", "1000"),
        new Sample.Word("yes", "true"),
        new Sample.Word("Off", "false"),
        new Sample.Word("~", "null"),
        new Sample.Word("null", "null")
    };

    @Test
    void contentDoesNotDependOnForm() {
        Seeds.check(3000, random -> {
            Sample content = content(4, random);
            String text = new SamplePrinter(random.nextLong()).print(content);
            String lineBreak = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
            String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
            YamlStream stream = TreeInvariants.check(mark + text.replace("\n", lineBreak));
            assertThat(stream.faults()).as(text).isEmpty();
            List<String> expected = content.json().equals("null") ? List.of() : List.of(content.json());
            assertThat(CanonicalJson.documents(stream)).as(text).isEqualTo(expected);
        });
    }

    @Test
    void documentsAreIndependent() {
        Seeds.check(2000, random -> {
            String one = new SamplePrinter(random.nextLong()).print(content(4, random));
            String other = new SamplePrinter(random.nextLong()).print(content(4, random));
            List<String> expected = new ArrayList<>();
            expected.addAll(CanonicalJson.documents(YamlData.read("---\n" + one)));
            expected.addAll(CanonicalJson.documents(YamlData.read("---\n" + other)));
            assertThat(CanonicalJson.documents(TreeInvariants.check("---\n" + one + "---\n" + other)))
                    .isEqualTo(expected);
        });
    }

    @Test
    void readsWhateverItIs() {
        Seeds.check(3000, random -> TreeInvariants.check(joined(PIECES, 30, random)));
    }

    @Test
    void readsDamagedFiles() {
        Seeds.check(2000, random -> {
            StringBuilder text = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(8));
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, one(PIECES, random));
                    case 1 -> text.delete(at, end);
                    default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                }
            }
            TreeInvariants.check(text.toString());
        });
    }

    private static Sample content(int depth, Random random) {
        int form = depth == 0 ? 0 : random.nextInt(8);
        if (form < 2) {
            return random.nextBoolean() ? new Sample.Text(text(random)) : one(PLAIN, random);
        }
        int size = random.nextInt(5);
        if (form < 4) {
            List<Sample> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(content(depth - 1, random));
            }
            return new Sample.Items(items);
        }
        Map<String, Sample> fields = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            fields.put(key(random), content(depth - 1, random));
        }
        return new Sample.Fields(fields);
    }

    private static String text(Random random) {
        if (random.nextBoolean()) {
            return joined(WORDS, 4, random);
        }
        return characters(random.nextInt(13), 0, 128, random).replace("\r", "");
    }

    private static String key(Random random) {
        return random.nextBoolean() ? one(KEYS, random) : characters(1 + random.nextInt(5), 'a', 'z' + 1, random);
    }

    private static String characters(int length, int from, int to, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (from + random.nextInt(to - from)));
        }
        return text.toString();
    }

    private static String joined(String[] parts, int most, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(one(parts, random));
        }
        return text.toString();
    }

    private static <T> T one(T[] all, Random random) {
        return all[random.nextInt(all.length)];
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
