package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the parser of the subset takes, and what it leaves to the engine. That both read the same is checked wherever {@link
 * TreeInvariants} are: on samples, on generated texts, and on damaged ones.
 */
final class SubsetParserTest {

    private static final String[] DAMAGE = {
        " ", "  ", "\n", "\t", ":", ": ", ":\n", "- ", "#", " #", "'", "\"", "''", "|", "|\n", "|-\n", "|+", ">", "{",
        "}", "[", "]", ",", "&a ", "*a", "!x ", "%", "@", "`", "?", "? ", "\\", "\\n", "\\L", "\r", "\r\n", "...",
        "---", "~", "é", "\u2028", "😀", "\n\n", "\n ", "+", "-", "0", "<<: ", "{{ x }}"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "a: b\nc:\n  d: e\n",
                "a:\n- b\n- c: d\n  e: f\n-\n  g: h\n- - i\n  - j\n",
                "a:\n  - b\n\n  # comment\n  - c # comment\n",
                "- a: b\n- c: d\n",
                "  a: b\n  c: d\n",
                "a:\nb: \nc: # comment\n",
                "a: 'it''s'\nb: \"x\\ty\"\n'c d': e\n\"f\": g\n",
                "a: b c\n  d\n\n  e\nf: g\n",
                "a: [b, \"c\", 'd', [e], {f: g}, ]\nh: {}\ni: []\n",
                "a: [\n  b, # comment\n  c\n]\nd: {\n  e: f\n}\n",
                "a: {\"b\":1, c: d}\n",
                "a: |\n  b\n    c\n\n  d\n\ne: >-\n  f\n  g\n\n  h\n   i\nj: |+\n  k\n\n",
                "a: |- # comment\n\n  b # no comment\nc: d\n",
                "a: 日本 😀\nb: http://c:80/d#e\n",
                "a : b\nc: 1\n0x1F: d\n",
                "a: -b\nc: --d\n"
            })
    void takes(String text) {
        assertThat(takes(text, 0)).isTrue();
        TreeInvariants.check(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &b c",
                "a: *b",
                "a: !!str b",
                "a: \tb",
                "a:\tb",
                "\ta: b",
                "? a\n: b",
                "a: \"b\n  c\"",
                "a: 'b\n  c'",
                "a: \"\\q\"",
                "a: \"\\L\"",
                "a: b\r\nc: d\r\n",
                "a: b: c",
                "a: [b: c]",
                "a: {b}",
                "a: {b: }",
                "a: [b\n  c]",
                "a: [b?c]",
                "a: @b",
                "a: `b`",
                "a: ? b",
                "a: |2\n    b",
                "a: |\n",
                "a: |\n    \n  b\n",
                "a: |\n\tb\n",
                "a: 'b' c",
                "a: 'b'#c",
                "a: |#c\n  d\n",
                "a: b\n  c: d\n",
                "a:\n  b: c\n d: e\n",
                "- a\nb: c\n",
                "a: b\n- c\n",
                "a: b\n...\n",
                "a",
                "'a'",
                "[a]",
                "{a: b}",
                "|\n a\n",
                "a: b\u2028c",
                "a: [b",
                "a: {b: c",
                "a: \"b",
                "a: b\nc\n",
                "a: \uFEFFb"
            })
    void leaves(String text) {
        assertThat(takes(text, 0)).isFalse();
        TreeInvariants.check(text);
    }

    @Test
    void leavesWhatIsTooDeep() {
        String deep = "[".repeat(101) + "]".repeat(101);
        assertThat(takes("a: " + deep, 0)).isFalse();
        TreeInvariants.check("a: " + deep);
    }

    @Test
    void leavesWhatTheEngineTakesForNoKey() {
        String key = "k".repeat(1025);
        assertThat(takes(key + ": a", 0)).isFalse();
        TreeInvariants.check(key + ": a");
    }

    @Test
    void takesAllManifestsOfTheFixtures() {
        List<String> left = new ArrayList<>();
        int documents = 0;
        for (String text : manifests()) {
            SourceText source = SourceFile.of("test.yaml", text);
            FaultLog faults = new FaultLog(source);
            for (Chunk chunk : DocumentSplitter.split(source, 0, new Buffers(), faults)) {
                if (!chunk.isBlank()) {
                    documents++;
                    if (!takes(text, chunk.start())) {
                        left.add(text.substring(chunk.start(), chunk.end()));
                    }
                }
            }
        }
        assertThat(documents).isGreaterThan(300);
        assertThat(left).hasSizeLessThan(documents / 20);
    }

    @Test
    void readsDamagedManifestsAsTheEngineDoes() {
        List<String> manifests = manifests();
        Seeds.check(3000, random -> {
            StringBuilder text = new StringBuilder(manifests.get(random.nextInt(manifests.size())));
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(text.length());
                int lineStart = text.lastIndexOf("\n", at) + 1;
                switch (random.nextInt(5)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(lineStart, " ".repeat(1 + random.nextInt(3)));
                    case 2 ->
                        text.insert(random.nextInt(text.length()), text.substring(lineStart, Math.max(lineStart, at)));
                    default -> text.insert(at, DAMAGE[random.nextInt(DAMAGE.length)]);
                }
            }
            TreeInvariants.check(text.toString());
        });
    }

    private static boolean takes(String text, int from) {
        SourceText source = SourceFile.of("test.yaml", text);
        FaultLog faults = new FaultLog(source);
        Buffers buffers = new Buffers();
        Chunk chunk = new Chunk(source.text(), buffers.characters(source), from);
        return SubsetParser.parse(
                source.text(), chunk, new TreeBuilder(source.text(), YamlLimits.DEFAULT, faults, buffers), buffers);
    }

    private static List<String> manifests() {
        try (Stream<Path> files = Files.walk(YamlData.directory().resolveSibling("fixtures"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = new SourceReader(1 << 20).read(file, "manifest").text();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }
}
