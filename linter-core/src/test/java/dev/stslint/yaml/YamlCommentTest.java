package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which comments a document has. */
final class YamlCommentTest {

    private static List<String> texts(String text) {
        return TreeInvariants.check(text).documents().get(0).comments().stream()
                .map(YamlComment::text)
                .toList();
    }

    @Test
    void standAloneOrBehindSomething() {
        String text = "# one\na: 1   # two\n  # three\nb:# no\n  - c # four\n";
        assertThat(texts("# one\na: 1   # two\n  # three\nb:\n  - c # four\n"))
                .containsExactly("one", "two", "three", "four");
        assertThat(YamlData.read(text.replace("b:# no\n  - c", "b:\n- c"))
                        .documents()
                        .get(0)
                        .comments())
                .extracting(YamlComment::alone)
                .containsExactly(true, false, true, false);
    }

    @Test
    void endWithTheirLine() {
        YamlComment comment = YamlData.read("a: 1 #  two  \r\nb: 2\r\n")
                .documents()
                .get(0)
                .comments()
                .get(0);
        assertThat(comment.span().start()).isEqualTo(5);
        assertThat(comment.span().end()).isEqualTo(13);
        assertThat(comment.text()).isEqualTo("two");
    }

    @Test
    void areNotFoundInContent() {
        assertThat(texts("a: b#c\nd: \"e # f\"\ng: 'h\n  # i'\nj: |\n  # k\nl: http://m/#n\n"))
                .isEmpty();
        assertThat(texts("a: b\n  c # d\n")).containsExactly("d");
        assertThat(texts("a: &b#c 1\n")).isEmpty();
    }

    @Test
    void areFoundBehindTheHeaderOfABlockScalar() {
        assertThat(texts("a: | # one\n  # content\n# two\n")).containsExactly("one", "two");
        assertThat(texts("a: |- # one\n\n# two\nb: 1\n")).containsExactly("one", "two");
    }

    @Test
    void areFoundInBracesAndBehindTags() {
        assertThat(texts("a: [ # one\n  b, # two\n  # three\n]\n")).containsExactly("one", "two", "three");
        assertThat(texts("a: !!map # one\n  b: 1\n")).containsExactly("one");
        assertThat(texts("a: \"b\"# one\n")).containsExactly("one");
    }

    @Test
    void areFoundInEmptyAndBrokenDocuments() {
        assertThat(texts("# one\n\n  # two\n")).containsExactly("one", "two");
        assertThat(texts("# one\na: \"b\n# two\nc: d # e\n")).containsExactly("one", "two");
        assertThat(texts("null # one\n")).containsExactly("one");
    }

    @Test
    void belongToTheirDocument() {
        YamlStream stream = TreeInvariants.check("a: 1 # one\n---\n# two\nb: 2\n");
        assertThat(stream.documents().get(0).comments()).hasSize(1);
        assertThat(stream.documents().get(1).comments()).hasSize(1);
    }
}
