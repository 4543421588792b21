package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One reader after another text, against one that has read nothing yet. */
final class BuffersTest {

    private static final List<String> TEXTS = List.of(
            "a: {b: [c, d], \"e\": 'f'}\n",
            "name: größe\nlist:\n  - ä\n  - b\n",
            "text: |\n  line\n  größe\n\n  end\nother: >-\n  folded\n  text\n",
            "a: *unknown\n",
            "a: &x {b: c}\nd: *x\n<<: *x\n",
            "a: 1\na: 2\n? b\n: c\n0x10: d\n",
            "deep: [[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]\n",
            "{\"json\": {\"a\": [1, 2]}}",
            "a: \u2028 b\n",
            "broken: [\n",
            "",
            "# nothing\n",
            "last: value");

    @Test
    void aTextIsReadAsThoughItWereTheFirst() {
        YamlReader reader = new YamlReader(YamlLimits.DEFAULT);
        Seeds.check(500, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(TEXTS.get(random.nextInt(TEXTS.size()))).append("\n---\n");
                text.append("key").append(random.nextInt(9)).append(": v\n".repeat(random.nextInt(30)));
            }

            assertThat(TreeListing.of(reader.read(SourceFile.of("test.yaml", text.toString()))))
                    .isEqualTo(TreeListing.of(
                            new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of("test.yaml", text.toString()))));
        });
    }

    @Test
    void arraysOfAHugeTextAreNotKept() {
        Buffers buffers = new Buffers();
        byte[] large = buffers.characters(SourceFile.of("test.yaml", "x".repeat(1 << 19)));
        buffers.shrink();

        assertThat(buffers.characters(SourceFile.of("test.yaml", "x"))).hasSizeLessThan(large.length);
    }

    @Test
    void whatIsNotAsciiIsMarked() {
        byte[] characters = new Buffers().characters(SourceFile.of("test.yaml", "aä\u2028\uD83D\uDE00"));

        assertThat(characters).startsWith('a', Buffers.OTHER, Buffers.OTHER_BREAK, Buffers.OTHER, Buffers.OTHER, 0, 0);
    }
}
