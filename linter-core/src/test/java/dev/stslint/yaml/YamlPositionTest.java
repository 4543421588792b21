package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where nodes stand. In the texts here {@code «} and {@code »} enclose the characters that the node at the given path
 * is expected to have; with nothing between them they are a caret.
 */
final class YamlPositionTest {

    private static void expect(String marked, String... path) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        String text = marked.replace("«", "").replace("»", "");
        YamlNode node = YamlData.node(text, path);
        assertThat(text.substring(node.start(), node.end())).isEqualTo(text.substring(start, end));
        assertThat(node.start()).isEqualTo(start);
        TreeInvariants.check(text);
    }

    @Nested
    class CharactersOutsideTheBasicPlane {

        @Test
        void countAsTwoInFrontOfANode() {
            expect("a: \"😀\"\nb: «c»\n", "b");
            expect("😀: 🐳 # 🐋\n🐳: [«🐳🐳», 1]\n", "🐳", "0");
        }

        @Test
        void countAsTwoInsideOfANode() {
            expect("a: «\"😀😀\"»\n", "a");
            expect("a: «|\n  😀\n  b 😀»\nc: 1\n", "a");
        }

        @Test
        void areCountedFromTheStartOfTheirDocument() {
            String text = "a: 😀\n---\nb: 🐳\nc: d\n";
            YamlStream stream = TreeInvariants.check(text);
            YamlMapping root = (YamlMapping) stream.documents().get(1).root().orElseThrow();
            assertThat(root.value(1).start()).isEqualTo(text.indexOf('d'));
        }
    }

    @Nested
    class BlockCollections {

        @Test
        void endAtTheirLastChild() {
            expect("a: «b: c»\n".replace("a: «b", "a:\n  «b") + "\n\n# comment\nd: e\n", "a");
            expect("a:\n  «- b\n  - c»   # comment\n\n\nd: e\n", "a");
            expect("a:\n«- b\n- c»\nd: e\n", "a");
        }

        @Test
        void endBehindTheColonOfAnEmptyLastValue() {
            expect("a:\n  «b: 1\n  c:»   # comment\n\nd: e\n", "a");
            expect("a:\n  «- b\n  -»   \n\nd: e\n", "a");
        }

        @Test
        void startAtTheirFirstKeyOrDash() {
            expect("a:\n  # comment\n  «b: 1»\n", "a");
            expect("- «a: 1\n  b: 2»\n- c\n", "0");
            expect("«? a\n: b»\n");
        }

        @Test
        void leaveOutTagsAndAnchors() {
            expect("a: &x\n  «b: 1»\nc: *x\n", "a");
            expect("a: !!map &x # comment\n  # another\n\n  «b: 1»\n", "a");
            expect("a: &x\n  «&y b: 1»\n", "a");
            expect("a: !!seq\n  «- b»\n", "a");
        }

        @Test
        void endAtTheEndOfABlockScalar() {
            expect("a:\n  «b: |\n    text»\n\n\nc: 1\n", "a");
        }
    }

    @Nested
    class FlowCollections {

        @Test
        void haveTheirBraces() {
            expect("a: «{b: c}» # comment\n", "a");
            expect("a: «[\n  b,\n  c\n]»\n", "a");
            expect("a: &x «{}»\n", "a");
            expect("«{\"a\": [1, 2]}»\n");
        }

        @Test
        void withoutBracesEndAtTheirLastChild() {
            expect("a: [«b: c»  , d]\n", "a", "0");
            expect("a: [«b:»  , d]\n", "a", "0");
        }
    }

    @Nested
    class Aliases {

        @Test
        void keepTheirOwnPlaceAndTheirTarget() {
            String text = "a: &x {k: v}\nb: *x\n";
            YamlNode alias = YamlData.node(text, "b");
            YamlNode anchored = YamlData.node(text, "a");
            assertThat(alias).isInstanceOf(YamlAlias.class);
            assertThat(text.substring(alias.start(), alias.end())).isEqualTo("*x");
            assertThat(alias.target().span()).isEqualTo(anchored.span());
        }

        @Test
        void areFollowedByGet() {
            YamlMapping root = (YamlMapping) YamlData.root("a: &x {k: v}\nb: *x\n");
            assertThat(root.get("b")).isSameAs(root.get("a"));
            assertThat(root.value(1)).isInstanceOf(YamlAlias.class);
        }

        @Test
        void mergedEntriesKeepTheirPlaces() {
            String text = "a: &x {k: v}\nb:\n  <<: *x\n  l: w\n";
            YamlMapping merged = (YamlMapping) YamlData.node(text, "b");
            assertThat(merged.size()).isEqualTo(2);
            assertThat(merged.key(0).start()).isEqualTo(text.indexOf('k'));
            assertThat(merged.written().size()).isEqualTo(2);
            assertThat(merged.written().name(0)).isEqualTo("<<");
            assertThat(merged.written().value(0)).isInstanceOf(YamlAlias.class);
        }
    }

    @Nested
    class EmptyValues {

        @Test
        void standJustBehindTheColon() {
            expect("a:«»\nb: 1\n", "a");
            expect("a:«»   # comment\n# comment\n\nb: 1\n", "a");
            expect("a:«»\n", "a");
            expect("a:«»", "a");
            expect("a: {b:«» }\n", "a", "b");
            expect("a: {b :«» , c: 1}\n", "a", "b");
            expect("? a\n:«»\n? b\n", "a");
        }

        @Test
        void standBehindTheKeyWithoutAColon() {
            expect("a: {b«»  , c: 1}\n", "a", "b");
            expect("a: {b: 1, c«»}\n", "a", "c");
            expect("? a«»\n\n? b\n", "a");
        }

        @Test
        void standJustBehindTheDash() {
            expect("a:\n  -«»   # comment\n  - b\n", "a", "0");
            expect("-«»\n- b\n", "0");
            expect("- a\n-«»", "1");
        }

        @Test
        void standBehindTheirTagOrAnchor() {
            expect("a: &x«»\nb: 1\n", "a");
            expect("a: !!str«»   # comment\nb: 1\n", "a");
        }
    }

    @Nested
    class Scalars {

        @Test
        void haveTheirQuotes() {
            expect("a: «\"b\"»   # comment\n", "a");
            expect("a: «'it''s'»\n", "a");
            expect("a: «\"b\n  c\"»\n", "a");
            expect("a: «\"\"»\n", "a");
        }

        @Test
        void endAtTheLastCharacterOfTheirLastLine() {
            expect("a: «b c»   \n", "a");
            expect("a: «b\n  c\n\n  d»   # comment\ne: 1\n", "a");
        }

        @Test
        void leaveOutTagsAndAnchors() {
            expect("a: !!str &x   «b»\n", "a");
            expect("a: &x !!str «\"b\"»\n", "a");
            expect("a: &x\n  «b»\n", "a");
            expect("a: !<tag:yaml.org,2002:str> «b»\n", "a");
            expect("a: [!!str «b», &x c]\n", "a", "0");
            expect("a: &x «|\n  b»\n", "a");
        }

        @Test
        void inBlocksEndBeforeTheLastLineBreak() {
            expect("a: «|\n  b\n  c»\n\n\nd: 1\n", "a");
            expect("a: «|-\n  b»\n\n# comment\nd: 1\n", "a");
            expect("a: «>\n  b\n\n  c»\n", "a");
            expect("a: «|\n  b»", "a");
            expect("a: «|\n\n  b»\n", "a");
            expect("a: «| # comment\n  b»\n", "a");
        }

        @Test
        void inBlocksKeepTheBlanksAtTheEndOfTheLastLine() {
            expect("a: «|\n  b  »\nc: 1\n", "a");
            expect("a: «|\n  b\n     »\n\nc: 1\n", "a");
        }

        @Test
        void inBlocksKeepEmptyLinesOnlyWithPlus() {
            expect("a: «|+\n  b\n\n»\nc: 1\n", "a");
            expect("a: «|\n  b»\n  \n \nc: 1\n", "a");
        }

        @Test
        void inBlocksWithoutContentAreTheirHeader() {
            expect("a: «|-»   # comment\n\n\nb: 1\n", "a");
            expect("a: «|»", "a");
            expect("a: «>2»\n  \nb: 1\n", "a");
        }

        @Test
        void inBlocksOfAGivenIndentation() {
            expect("a:\n  b: «|2\n      c\n    d»\n  e: 1\n", "a", "b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void doesNotMindHowLinesEnd(String lineBreak) {
        expect("a: «|\n  b\n  c»\n\nd: 1\n".replace("\n", lineBreak), "a");
        expect("a:\n  «b: 1\n  c:»\n\nd: 1\n".replace("\n", lineBreak), "a");
        expect("a: «\"b\n  c\"»\n".replace("\n", lineBreak), "a");
        expect("a: 1 # b\nb: «c»\n".replace("\n", lineBreak), "b");
    }

    @Test
    void doesNotCountAByteOrderMark() {
        SourceText source = SourceFile.of("test.yaml", "\uFEFFa: b\n");
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(source);
        assertThat(stream.documents().get(0).root().orElseThrow().start()).isZero();
    }

    @Test
    void documentsReachFromBehindTheirSeparatorToTheNext() {
        String text = "# top\n---\na: 1\n\n--- # next\nb: 2\n---\n";
        YamlStream stream = TreeInvariants.check(text);
        assertThat(stream.documents())
                .extracting(document ->
                        text.substring(document.span().start(), document.span().end()))
                .containsExactly("# top\n", "a: 1\n\n", "b: 2\n");
        assertThat(stream.documents())
                .extracting(YamlDocument::state)
                .containsExactly(YamlDocument.State.EMPTY, YamlDocument.State.READ, YamlDocument.State.READ);
    }

    @Test
    void jsonHasPlacesToo() {
        expect("{\"a\": {\"b\": [1, «\"x\\ny\"»]}}\n", "a", "b", "1");
        expect("{\"a\":\t«{\"b\": 1}»\t}\n", "a");
    }
}
