package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.IgnoreRules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known cases; {@link GitIgnoreTest} compares with git itself. A path that ends with a slash is a directory. */
class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // pattern, path, verdict
                "foo, foo, IGNORED",
                "foo, a/foo, IGNORED",
                "foo, foo/, IGNORED",
                "foo, foobar, SILENT",
                "foo/, foo/, IGNORED",
                "foo/, foo, SILENT",
                "foo/, a/foo/, IGNORED",
                "/foo, foo, IGNORED",
                "/foo, a/foo, SILENT",
                "a/foo, a/foo, IGNORED",
                "a/foo, b/a/foo, SILENT",
                "a/foo/, a/foo/, IGNORED",
                "!foo, foo, KEPT",
                "*.yaml, a/x.yaml, IGNORED",
                "*.yaml, x.yml, SILENT",
                "/*.yaml, a/x.yaml, SILENT",
                "a/*.yaml, a/x.yaml, IGNORED",
                "a/*.yaml, a/b/x.yaml, SILENT",
                "*, anything, IGNORED",
                "**, a/b, IGNORED",
                "**/foo, foo, IGNORED",
                "**/foo, a/b/foo, IGNORED",
                "**/a/b, x/a/b, IGNORED",
                "**/a/b, x/a/c/b, SILENT",
                "a/**, a, SILENT",
                "a/**, a/b, IGNORED",
                "a/**, a/b/c, IGNORED",
                "a/**/, a/b, SILENT",
                "a/**/, a/b/, IGNORED",
                "a/**/b, a/b, IGNORED",
                "a/**/b, a/x/y/b, IGNORED",
                "a/**/b, a/xb, SILENT",
                "**/foo/**, x/foo/y, IGNORED",
                "**/foo/**, x/foo, SILENT",
                "a**b/c, axxb/c, IGNORED",
                "a?c, abc, IGNORED",
                "a?c/d, a/c/d, SILENT",
                "[ab]c, bc, IGNORED",
                "[!ab]c, bc, SILENT",
                "[^ab]c, xc, IGNORED",
                "[a-c]x, bx, IGNORED",
                "[]-]x, -x, IGNORED",
                "[]-]x, ]x, IGNORED",
                "[[:digit:]]x, 7x, IGNORED",
                "[[:nonsense:]]x, 7x, SILENT",
                "a[/]b, a/b, SILENT",
                "a[x/]b, axb, IGNORED",
                "[abc, a, SILENT",
                "[abc, [abc, SILENT",
                "\\!foo, !foo, IGNORED",
                "\\#foo, #foo, IGNORED",
                "#foo, #foo, SILENT",
                "\\*, *, IGNORED",
                "\\*, x, SILENT",
                "foo\\, foo\\, SILENT",
                "foo\\, foo, SILENT",
                "\"foo  \", foo, IGNORED",
                "\"foo\\ \", \"foo \", IGNORED",
                "\"foo\\  \", \"foo \", IGNORED",
                "\"foo\\\\ \", foo\\, IGNORED",
                "\" foo\", \" foo\", IGNORED",
                "/, a, SILENT",
                "!, a, SILENT",
                "foo//, foo/, SILENT",
                "FOO, foo, SILENT"
            })
    void readsAPatternAsGitDoes(String pattern, String path, Verdict expected) {
        assertThat(verdict(pattern, path)).isEqualTo(expected);
    }

    @Test
    void letsTheLastMatchingLineDecide() {
        String lines = "*.yaml\n!keep.yaml\n/a/keep.yaml\nb/\n";
        assertThat(verdict(lines, "x.yaml")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict(lines, "keep.yaml")).isEqualTo(Verdict.KEPT);
        assertThat(verdict(lines, "a/keep.yaml")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict("keep.yaml\n!*.yaml\n", "keep.yaml")).isEqualTo(Verdict.KEPT);
        assertThat(verdict("!*.yaml\nkeep.yaml\n", "keep.yaml")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict("foo\n!foo/\n", "foo")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict("foo\n!foo/\n", "foo/")).isEqualTo(Verdict.KEPT);
    }

    @Test
    void acceptsAByteOrderMarkAndAnyLineEnd() {
        assertThat(verdict("\uFEFFfoo\r\nbar", "foo")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict("\uFEFFfoo\r\nbar", "bar")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict("foo\r", "foo")).isEqualTo(Verdict.IGNORED);
    }

    @Test
    void findsNothingInCommentsAndBlankLines() {
        assertThat(IgnoreRules.parse("# a\n\n   \n\r\n").isEmpty()).isTrue();
        assertThat(IgnoreRules.parse("").isEmpty()).isTrue();
    }

    @Test
    void doesNotDespairOverStars() {
        String path = "a".repeat(200) + "/" + "a".repeat(200) + "/c";
        assertThat(verdict("*a".repeat(40) + "/b", path)).isEqualTo(Verdict.SILENT);
        assertThat(verdict("**/a*/".repeat(20) + "*a*a*a*a*b*", path)).isEqualTo(Verdict.SILENT);
    }

    @Test
    void looksUpPlainNames() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            lines.append("name").append(i).append("\n/dir").append(i).append("/file\n");
        }
        IgnoreRules rules = IgnoreRules.parse(lines.toString());
        int ignored = 0;
        for (int i = 0; i < 100_000; i++) {
            if (rules.verdict("r/name" + i, 2, 2, false) == Verdict.IGNORED) {
                ignored++;
            }
        }
        assertThat(ignored).isEqualTo(50_000);
    }

    private static Verdict verdict(String lines, String path) {
        boolean directory = path.endsWith("/");
        String whole = "/repository/" + (directory ? path.substring(0, path.length() - 1) : path);
        return IgnoreRules.parse(lines).verdict(whole, 12, whole.lastIndexOf('/') + 1, directory);
    }
}
