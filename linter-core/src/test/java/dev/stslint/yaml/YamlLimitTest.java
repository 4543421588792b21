package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** Hostile texts: they cost little, end in a fault with a place, and never in an error of the virtual machine. */
final class YamlLimitTest {

    private static YamlStream read(String text) {
        return YamlData.read(text);
    }

    private static YamlFault onlyFault(YamlStream stream) {
        assertThat(stream.faults()).hasSize(1);
        return stream.faults().get(0);
    }

    @Test
    void depth() {
        assertThat(read("[".repeat(256) + "]".repeat(256)).faults()).isEmpty();
        YamlFault fault = onlyFault(read("[".repeat(257) + "]".repeat(257)));
        assertThat(fault.kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(fault.message()).isEqualTo("nested deeper than 256 levels");
        assertThat(fault.location().span().start()).isEqualTo(256);
    }

    @Test
    void depthInBlocks() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(onlyFault(read(text.toString())).kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(onlyFault(read("- ".repeat(5000) + "a\n")).kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(read("? ".repeat(5000) + "a\n").faults()).isNotEmpty();
    }

    @Test
    void depthInJson() {
        assertThat(onlyFault(read("{\"a\":".repeat(100_000))).kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(onlyFault(read("{\"a\":" + "[".repeat(1_000_000))).kind()).isEqualTo(YamlFault.Kind.LIMIT);
    }

    @Test
    void depthThroughAliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 1000; i++) {
            text.append('a')
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        YamlFault fault = onlyFault(read(text.toString()));
        assertThat(fault.kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(fault.message()).isEqualTo("nested deeper than 256 levels");
    }

    @Test
    void depthIsThatOfTheGivenLimits() {
        YamlReader reader = new YamlReader(new YamlLimits(2, 100));
        assertThat(reader.read(SourceFile.of("a", "a: [1]\n")).faults()).isEmpty();
        assertThat(reader.read(SourceFile.of("a", "a: [[1]]\n")).faults()).hasSize(1);
    }

    @Test
    void billionLaughs() {
        StringBuilder text = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 30; i++) {
            text.append('a').append(i).append(": &a").append(i).append(" [");
            text.append("*a").append(i - 1);
            text.append((", *a" + (i - 1)).repeat(8)).append("]\n");
        }
        YamlFault fault = onlyFault(read(text.toString()));
        assertThat(fault.kind()).isEqualTo(YamlFault.Kind.LIMIT);
        assertThat(fault.message()).isEqualTo("too much of the document comes from aliases");
    }

    @Test
    void billionMerges() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 30; i++) {
            text.append('a')
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" {k")
                    .append(i)
                    .append(": 1, <<: [");
            text.append("*a").append(i - 1).append(", *a").append(i - 1).append("]}\n");
        }
        assertThat(onlyFault(read(text.toString())).kind()).isEqualTo(YamlFault.Kind.LIMIT);
    }

    @Test
    void manyKeys() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("key").append(i).append(": ").append(i).append('\n');
        }
        YamlStream stream = read(text.toString());
        YamlMapping root = (YamlMapping) stream.documents().get(0).root().orElseThrow();
        assertThat(stream.faults()).isEmpty();
        for (int i = 0; i < 100_000; i++) {
            assertThat(root.indexOf("key" + i)).isEqualTo(i);
        }
        assertThat(root.indexOf("key")).isEqualTo(-1);
    }

    @Test
    void manyKeysOfOneHash() {
        StringBuilder text = new StringBuilder();
        int count = 1 << 15;
        for (int i = 0; i < count; i++) {
            for (int bit = 0; bit < 15; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append(": 1\n");
        }
        YamlStream stream = read(text.toString());
        assertThat(((YamlMapping) stream.documents().get(0).root().orElseThrow()).size())
                .isEqualTo(count);
    }

    @Test
    void oneKeyManyTimes() {
        YamlStream stream = read("a: 1\n".repeat(50_000));
        assertThat(stream.faults()).hasSize(49_999);
        assertThat(((YamlMapping) stream.documents().get(0).root().orElseThrow()).size())
                .isEqualTo(1);
    }

    @Test
    void oneLongLine() {
        String blob = "QUJD".repeat(1_000_000);
        assertThat(YamlData.node("a: " + blob + "\n", "a").toString()).hasSize(4_000_000);
        assertThat(read("a: \"" + blob + "\"\n").faults()).isEmpty();
        assertThat(read("{\"a\": \"" + blob + "\"}").faults()).isEmpty();
        assertThat(read("a: [" + "1, ".repeat(1_000_000) + "1]\n").faults()).isEmpty();
        assertThat(read("a: " + " ".repeat(4_000_000) + "b\n").faults()).isEmpty();
        assertThat(read("# " + "#".repeat(4_000_000) + "\na: b\n").faults()).isEmpty();
    }

    @Test
    void manyDocuments() {
        assertThat(read("a: 1\n---\n".repeat(50_000)).documents()).hasSize(50_000);
        assertThat(read("{}".repeat(100_000)).documents()).hasSize(100_000);
        assertThat(read("---\n".repeat(100_000)).documents()).hasSize(99_999);
        assertThat(read("a: 'b' # c\n---\n".repeat(100_000) + "a: \"\\t\t\"").documents())
                .hasSize(100_001);
    }

    @Test
    void manyBrokenDocuments() {
        assertThat(read("a: \"\n---\n".repeat(50_000)).faults()).hasSize(50_000);
        assertThat(read("a: b: {{\n---\n".repeat(50_000)).faults()).hasSize(50_000);
        assertThat(read("a: *b\n---\n".repeat(50_000)).faults()).hasSize(50_000);
    }

    @Test
    void manyRepairs() {
        assertThat(read("- \"it\\'s\"\n".repeat(40)).faults()).isEmpty();
        assertThat(read("- \"it\\'s\"\n".repeat(20_000)).faults()).hasSize(1);
    }

    @Test
    void longRunsOfOneCharacter() {
        read("a: [" + "\t".repeat(1_000_000) + "]\n");
        read("a:" + "\t".repeat(1_000_000) + "b\n");
        read("a: 'b'\n" + " \t\n".repeat(200_000));
        read("\"" + "\\'".repeat(1_000_000) + "\"");
        read("{" + "#\n".repeat(1_000_000));
        read("&a".repeat(100_000));
        read("a: |\n" + "  \n".repeat(500_000) + "  b\n");
        read("a: |\n" + " ".repeat(1_000_000) + "\n b\n");
        read("{{".repeat(500_000));
        read("a: @" + "@a".repeat(500_000));
        read("x: y\n" + "{{ a }}\n".repeat(300_000) + ": : :\n");
        read("<% ".repeat(500_000) + "\n: :\n");
    }
}
