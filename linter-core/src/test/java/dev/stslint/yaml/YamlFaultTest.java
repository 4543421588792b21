package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Span;
import dev.stslint.yaml.YamlFault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of texts that are wrong, and where: between {@code «} and {@code »}. */
final class YamlFaultTest {

    private static YamlFault expect(Kind kind, String message, String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        List<YamlFault> faults =
                TreeInvariants.check(marked.replace("«", "").replace("»", "")).faults();
        assertThat(faults).hasSize(1);
        YamlFault fault = faults.get(0);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.location().span()).isEqualTo(new Span(start, end));
        return fault;
    }

    private static void syntax(String message, String marked) {
        expect(Kind.SYNTAX, message, marked);
    }

    @Test
    void tabs() {
        syntax("a tab where YAML takes only spaces", "a:\n«\t»b: 1\n");
        syntax("a tab where YAML takes only spaces", "a:\n «\t»b: 1\n");
        syntax("a tab where YAML takes only spaces", "a: \"1\"\n«\t»\nb: 2\n");
        syntax("a tab where YAML takes only spaces", "-«\t»a\n");
        syntax("a tab where YAML takes only spaces", "a: [\n  b\n«\t»]\n");
        syntax("a tab where kubectl looks for the indentation of the text", "a: |\n  «\t»b\n");
    }

    @Test
    void tabsBehindContent() {
        assertThat(YamlData.read("a: b-\t\nc: d?\t# e\nf:\t-g\n").faults()).isEmpty();
    }

    @Test
    void indentation() {
        syntax("`key:` is not allowed here", "a: 1\n  b«:» 2\n");
        syntax("the indentation of this line fits none above it", "a:\n    b: 1\n  «c»: 2\n");
        syntax("a list item where a key is expected", "a: 1\n«-» b\n");
        syntax("something else where a list item is expected", "- a\n«b»: 1\n");
        syntax("a special space where YAML takes only plain ones", "a:\n  b: 1\n «\u00A0»c: 2\n");
    }

    @Test
    void colons() {
        syntax("a second `:` in one line", "a: b«:» c\n");
        syntax("a key without `:`", "a: 1\n«b»\nc: 2\n");
        syntax("a key without `:`", "a: 1\n«b c d»   \nc: 2\n");
        syntax("a key without `:`", "«a b»\nc: 2\n");
        syntax("a blank is missing behind this `:`", "a: {b«:»[1]}\n");
    }

    @Test
    void quotes() {
        syntax("this quote is never closed", "a: 1\nb: «\"»c\nd: 2\n");
        syntax("this quote is never closed", "b: «'»c\n");
        syntax("text behind a closing quote", "a: \"b\" «c»\n");
        syntax("unknown escape sequence in double quotes", "a: \"b«\\»d\"\n");
        syntax("unknown escape sequence in double quotes", "a: \"b«\\»xZZ\"\n");
        syntax("unknown escape sequence in double quotes", "a: \"b«\\»UFFFFFFFF\"\n");
        syntax("kubectl does not know this escape sequence", "a: \"b«\\/»c\"\n");
        syntax("kubectl does not know this escape sequence", "a: \"«\\u»d83d\"\n");
    }

    @Test
    void charactersThatStartNoText() {
        syntax("`@` cannot start a value without quotes", "a: «@»b\n");
        syntax("a backtick cannot start a value without quotes", "a: «`»b`\n");
        syntax("`%` cannot start a value without quotes", "a: «%»b\n");
        syntax("`*` starts an alias, but no name follows", "a: «*».example.com\n");
        syntax("`&` starts an anchor, but no name follows", "a: «&» b\n");
        syntax("`!` starts a tag, but this is none", "a: «!»e!x 1\n");
    }

    @Test
    void braces() {
        syntax("`{` is never closed", "a: «{»b: 1\n");
        syntax("`[` is never closed", "a: 1\nb: «[»c, d\n");
        YamlFault fault = expect(Kind.SYNTAX, "`,` or `]` is missing in front of this", "a: [b, \"c\" «d»]\n");
        assertThat(fault.related()).hasSize(1);
        assertThat(fault.related().get(0).location().span()).isEqualTo(new Span(3, 4));
        YamlFault missing = expect(Kind.SYNTAX, "a value is expected here", "a: [«,»]\n");
        assertThat(missing.label()).isEmpty();
        syntax("this `}` closes nothing", "a: {b: {c: d}}«}»\n");
        syntax("this `]` closes nothing", "a: «]»\n");
        syntax("kubectl takes no `?` in text without quotes inside of brackets", "a: [http://x/«?»y=z]\n");
    }

    @Test
    void blockScalars() {
        syntax("behind `|` or `>` only `+`, `-` or a digit may stand", "a: |«x»\n");
        syntax("the text starts with an empty line of more spaces than this one", "a: |\n      \n   «b»\n");
    }

    @Test
    void forbiddenCharacters() {
        syntax("control character U+0007 is not allowed in YAML", "a: b\n# «\u0007»\n");
    }

    @Test
    void directives() {
        syntax("kubectl takes no `%` directives", "# top\n«%YAML 1.2»\n---\na: 1\n");
    }

    @Test
    void keys() {
        syntax("a mapping or list cannot be a key", "? «[a, b]»\n: 1\n");
        syntax("a mapping or list cannot be a key", "a: {«{b: c}»: d}\n");
        syntax("a key is null", "«~»: 1\n");
        syntax("a key is missing in front of this `:`", "a:\n  «:» 1\n");
        syntax("a key is a number beyond 64 bits", "«18446744073709551615»: 1\n");
    }

    @Test
    void values() {
        syntax("kubectl cannot send an infinite number, or one that is none", "a: «.inf»\n");
        syntax("the tag does not fit the value", "a: !!int «b»\n");
        syntax("the number is too large for kubectl", "{\"a\": «1e400»}");
    }

    @Test
    void aliases() {
        syntax("alias `*x` refers to no anchor", "a: «*x»\nb: &x 1\n");
        syntax("alias `*x` refers to no anchor", "a: &x 1\n---\nb: «*x»\n");
        syntax("alias `*x` stands inside of what it refers to", "a: &x\n  b: «*x»\n");
        syntax("kubectl takes only letters, digits, `-` and `_` in an anchor", "a: «&é» 1\n");
    }

    @Test
    void mergeKeys() {
        syntax("`<<` takes a mapping or a list of mappings", "a:\n  <<: «1»\n");
        syntax("`<<` takes a mapping or a list of mappings", "a:\n  <<: [{b: 1}, «2»]\n");
        syntax("`<<` takes a mapping or a list of mappings", "s: &s [{a: 1}]\nm:\n  <<: «*s»\n");
    }

    @Test
    void duplicateKeys() {
        YamlFault fault =
                expect(Kind.DUPLICATE_KEY, "key `a` is written twice in one mapping", "a: secret\nb: 1\n«a»: hidden\n");
        assertThat(fault.label()).isEqualTo("kubectl takes this value");
        assertThat(fault.related())
                .singleElement()
                .satisfies(related -> assertThat(related.location().span()).isEqualTo(new Span(0, 1)));
        expect(Kind.DUPLICATE_KEY, "key `true` is written twice in one mapping", "yes: 1\n«on»: 2\n");
        expect(Kind.DUPLICATE_KEY, "key `a` is written twice in one mapping", "{\"a\": 1, «\"a\"»: 2}");
    }

    @Test
    void ofSeveralEqualKeysTheLastWins() {
        YamlStream stream = YamlData.read("a: 1\na: 2\na: 3\n");
        assertThat(stream.faults())
                .extracting(YamlFault::label)
                .containsExactly("kubectl drops this value too, a later one wins", "kubectl takes this value");
        YamlMapping root = (YamlMapping) stream.documents().get(0).root().orElseThrow();
        assertThat(root.size()).isEqualTo(1);
        assertThat(root.written().size()).isEqualTo(3);
        assertThat(root.get("a")).hasToString("3");
    }

    @Test
    void mergedKeysAreNoDuplicates() {
        assertThat(YamlData.read("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n  x: 2\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void ignoredContent() {
        String unread = "kubectl never reads this, the document has ended above";
        expect(Kind.IGNORED_CONTENT, unread, "a: 1\n...\n«b: 2\nc: 3»\n\n---\nd: 4\n");
        expect(Kind.IGNORED_CONTENT, unread, "{a: 1}\n«b: 2»\n");
        assertThat(YamlData.read("a: 1\n...\n# comment\n\n---\nb: 2\n").faults())
                .isEmpty();
    }

    @Test
    void separators() {
        String rejected = "kubectl rejects a separator with text behind `---`";
        expect(Kind.IGNORED_CONTENT, rejected, "a: 1\n--- «foo»\nb: 2\n");
        expect(Kind.IGNORED_CONTENT, rejected, "---«-----BEGIN»\nb: 2\n");
        YamlStream stream = YamlData.read("a: 1\n--- foo\nb: 2\n");
        assertThat(CanonicalJson.documents(stream)).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void loneCarriageReturnsEndNoLineForKubectl() {
        String unseen = "kubectl does not see this `---`, a lone carriage return ends no line for it";
        expect(Kind.IGNORED_CONTENT, unseen, "a: 1\r«---»\rb: 2\r");
        expect(Kind.IGNORED_CONTENT, unseen, "«---»\ra: 1\n");
        assertThat(YamlData.read("a: 1\rb: 2\r").faults()).isEmpty();
        assertThat(YamlData.read("a: 1\n---\r").faults()).isEmpty();
        assertThat(CanonicalJson.documents(YamlData.read("a: 1\r---\rb: 2\r")))
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void aBrokenDocumentCostsOnlyItself() {
        YamlStream stream = TreeInvariants.check("a: 1\n---\nb: \"\n---\nc: 3\n---\nd: [\n---\ne: 5\n");
        assertThat(CanonicalJson.documents(stream)).containsExactly("{\"a\":1}", "!", "{\"c\":3}", "!", "{\"e\":5}");
        assertThat(stream.faults()).extracting(YamlFault::kind).containsExactly(Kind.SYNTAX, Kind.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: \"hunter2\n",
                "password: hunter2: hunter2\n",
                "password: \"hunter2\\q\"\n",
                "password: {hunter2\n",
                "password: \"a\" hunter2\n",
                "password: hunter2\n hunter2: x\n",
                "password: !!int hunter2\n",
                "password: hunter2\npassword: hunter2\n",
                "password: [hunter2?]\n",
                "password: |hunter2\n",
                "password: @hunter2\n",
                "password: 1\n...\nhunter2\n",
                "password: 1\n--- hunter2\n"
            })
    void neverShowsValues(String text) {
        assertThat(YamlData.read(text).faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.message()).doesNotContain("hunter2");
            assertThat(fault.label()).doesNotContain("hunter2");
        });
    }
}
