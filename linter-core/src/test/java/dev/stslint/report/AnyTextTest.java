package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Fix;
import dev.stslint.finding.TextEdit;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file and wherever a finding points, reports get written and keep their promises. */
final class AnyTextTest {

    private static final String[] PARTS = {
        "a",
        "key: ",
        "- ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "名",
        "😀",
        "e\u0301",
        "👩‍💻",
        "\u001b[31m",
        "\u0000",
        "\u2028",
        "\u202e",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        "|",
        "#",
        "password: x1y2z3",
        "kind: Secret",
        "data:",
        "---",
        "x=y",
        "https://u:p@h",
        "-----BEGIN " + "PRIVATE KEY-----",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    };

    private static final String SECRET = "kX9-horse-Battery";

    private static final RunFacts FACTS = RunFacts.of("0", 0);

    private static final List<Reporter> REPORTERS = List.of(
            new TextReporter(Palette.PLAIN),
            new TextReporter(Palette.COLOURED, true),
            new ConciseReporter(),
            new JsonReporter(FACTS),
            new SarifReporter(FACTS, RulePages.NONE),
            new GithubReporter(FACTS),
            new GitlabReporter(FACTS),
            new JunitReporter(FACTS),
            new CheckstyleReporter(FACTS),
            new HtmlReporter(FACTS, RulePages.NONE));

    private final Random random = new Random(20261120);

    @Test
    void isReportedInEveryFormat() {
        for (int i = 0; i < 300; i++) {
            SourceText text = SourceFile.of("a.yaml", text());
            LintReport report = Reports.of(Reports.hiding(anywhere(text), anywhere(text)), finding(text));
            for (Reporter reporter : REPORTERS) {
                assertThat(Reports.written(reporter, report)).endsWith("\n");
            }
        }
    }

    @Test
    void showsNothingThatATerminalObeys() {
        for (int i = 0; i < 300; i++) {
            SourceText text = SourceFile.of("a.yaml", text());
            String shown = Reports.text(finding(text));
            for (int at = 0; at < shown.length(); at++) {
                char c = shown.charAt(at);
                assertThat(c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F && c != '\u2028' && c != '\u202e'))
                        .as("character %x in %s", (int) c, shown)
                        .isTrue();
            }
        }
    }

    @Test
    void showsNoPartOfASecret() {
        for (int i = 0; i < 300; i++) {
            String around = text();
            int at = random.nextInt(around.length() + 1);
            SourceText text = SourceFile.of("a.yaml", around.substring(0, at) + SECRET + around.substring(at));
            LintReport report = Reports.of(Reports.hiding(text.at(at, at + SECRET.length())), finding(text));
            for (Reporter reporter : REPORTERS) {
                assertThat(Reports.written(reporter, report))
                        .doesNotContain("horse")
                        .doesNotContain("kX9")
                        .doesNotContain("ttery");
            }
        }
    }

    private FindingSketch finding(SourceText text) {
        FindingSketch finding = error("some-rule", anywhere(text), "message").label("label");
        for (int i = random.nextInt(4); i > 0; i--) {
            finding.related(anywhere(text), random.nextBoolean() ? "" : "related");
        }
        return finding.fix(Fix.safe("fix", new TextEdit(anywhere(text), "new")));
    }

    private Location anywhere(SourceText text) {
        int length = text.text().length();
        int start = random.nextInt(length + 1);
        int end = random.nextInt(4) == 0 ? start : Math.min(length, start + random.nextInt(60));
        return new Location(text.file(), new Span(start, end));
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            parts.add(PARTS[random.nextInt(PARTS.length)]);
        }
        return String.join("", parts);
    }
}
