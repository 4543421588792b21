package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Relation;
import dev.stslint.report.ObjectGraph.Role;
import dev.stslint.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HtmlReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);

    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=\"javascript:alert(1)\">`&lt;`";

    private static final Manifest SET =
            Manifest.of("k8s/db.yaml", "kind: StatefulSet\nmetadata:\n  name: db\nspec:\n  serviceName: db\n");

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void showsEachFindingWithoutItsScript(String what, LintReport report) {
        Document page = page(report);

        assertThat(html(report)).isEqualTo(html(report));
        assertThat(page.select("article")).hasSameSizeAs(report.findings());
        assertThat(page.select("article h4")).hasSameSizeAs(report.findings());
        for (Element script : page.select("#tools")) {
            assertThat(script.hasAttr("hidden")).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void leadsOnlyToWhatIsThere(String what, LintReport report) {
        Document page = page(report);
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        for (Element link : page.select("a[href^=#]")) {
            // A rule that the report does not list has no page.
            String id = link.attr("href").substring(1);
            if (!id.equals("rule-unknown-rule")) {
                assertThat(ids).contains(id);
            }
        }
    }

    @Test
    void loadsNothing() throws Exception {
        Document page = page(DemoReport.report());

        assertThat(page.select("[src], [srcset], [data-src], iframe, object, embed, base"))
                .isEmpty();
        assertThat(page.select("link[href]").eachAttr("href")).containsExactly("data:,");
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import");
        for (Element element : page.select("[href^=http]")) {
            assertThat(element.tagName()).isEqualTo("a");
        }
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'")
                .contains("style-src '" + hash(page.selectFirst("style").data()) + "'")
                .contains("script-src '" + hash(page.selectFirst("script").data()) + "'");
    }

    @Test
    void takesNothingForMarkup() {
        Manifest odd = Manifest.of(HOSTILE + ".yaml", "x: " + HOSTILE + "\n");
        LintReport plain = Reports.of(error("some-rule", odd.at("x"), HOSTILE)
                .in("Service/" + HOSTILE, HOSTILE)
                .label(HOSTILE)
                .note(HOSTILE)
                .help(HOSTILE)
                .related(odd.after("alert(1)"), HOSTILE));
        Node node = new Node(
                Role.SERVICE, HOSTILE, HOSTILE, "Service/" + HOSTILE, "", odd.at("x"), List.of(HOSTILE), false);
        LintReport report = new LintReport(
                plain.findings(),
                plain.suppressed(),
                plain.rules(),
                plain.concealment(),
                new Accounting(List.of(new FileAccount(HOSTILE, HOSTILE, List.of()))),
                List.of(HOSTILE),
                plain.failOn(),
                new ObjectGraph(List.of(node, node), List.of(new Link(0, 1, Relation.SELECTS))));
        String pageOfRule = "# x\n\n## " + HOSTILE + "\n\n" + HOSTILE + "\n\n- " + HOSTILE + "\n\n```\n" + HOSTILE
                + "\n```\n\n| " + HOSTILE + " |\n\n[x](javascript:alert(1)) [" + HOSTILE + "](https://" + HOSTILE + ")";
        Document page = Jsoup.parse(
                Reports.written(new HtmlReporter(RunFacts.of(HOSTILE, 1), rule -> Optional.of(pageOfRule)), report));

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.selectFirst("article h4").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void marksTheExactCharacters() {
        Document page = page(Reports.of(error("some-rule", SET.at("serviceName: db", "db"), "m")
                .label("no such `Service`")
                .related(SET.at("name: db", "name"), "it is called so")));

        assertThat(page.select("article figure figcaption").eachText()).containsExactly("k8s/db.yaml:5:16");
        assertThat(page.select("article mark.own").eachText()).containsExactly("db");
        assertThat(page.select("article mark.other").eachText()).containsExactly("name");
        assertThat(page.select("article .label.own").text()).contains("no such Service");
        assertThat(page.select("article .label.own code").text()).isEqualTo("Service");
        assertThat(page.select("article .row > code").eachText())
                .containsExactly("metadata:", "name: db", "spec:", "serviceName: db");
    }

    @Test
    void marksEveryLineOfALongPlaceThatItShows() {
        Manifest list = Manifest.of("a.yaml", "a:\n  - 1\n  - 2\n  - 3\n  - 4\n  - 5\n  - 6\n  - 7\nb: 1\n");
        Document page =
                page(Reports.of(error("some-rule", list.from("- 1", "- 7"), "m").label("here")));

        assertThat(page.select("mark.own").eachText()).containsExactly("- 1", "- 2", "- 3", "- 7");
        assertThat(page.select(".row > .n").eachText()).containsExactly("1", "2", "3", "4", "⋯", "8", "9");
    }

    @Test
    void drawsAPlaceBetweenCharacters() {
        Document page = page(Reports.of(
                error("some-rule", SET.after("serviceName: db"), "m"), error("some-rule", SET.before("kind"), "m")));

        assertThat(page.select("mark.own.caret")).hasSize(2);
    }

    @Test
    void showsNoLinesOfAFileThatHasChanged(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("db.yaml"), "serviceName: db\n");
        Manifest read = Manifest.of(new SourceReader(1 << 20).read(file, "db.yaml"));
        Files.writeString(file, "serviceName: other\n");
        Document page = page(Reports.of(error("some-rule", read.at("db"), "m").label("here")));

        assertThat(page.select("figure pre")).isEmpty();
        assertThat(page.select("figure").text())
                .isEqualTo("db.yaml:1:14 here; the file has changed since it was read, so its lines are not shown");
    }

    @Test
    void countsByFileAndObject() {
        Document page = page(Reports.of(
                error("one", SET.at("db"), "m").in("StatefulSet/-/db", "spec"),
                warning("two", SET.at("db"), "m").in("StatefulSet/-/db", "spec"),
                info("three", SET.at("db"), "m")));

        assertThat(page.select(".group > summary .chip").eachText()).containsExactly("1 error", "1 warning", "1 info");
        assertThat(page.select(".objects > li > b").eachText()).containsExactly("StatefulSet/-/db");
        assertThat(page.select(".objects > li > ul > li")).hasSize(2);
        assertThat(page.select(".rule > summary h3").eachText()).containsExactly("one", "three", "two");
    }

    @Test
    void saysHowTheRunEnded() {
        LintReport clean = Reports.of();
        LintReport failed = Reports.of(error("r", SET.at("db"), "m"));

        assertThat(verdict(FACTS, failed)).isEqualTo("Failed: errors fail the run");
        assertThat(verdict(RunFacts.of("0", 0), Reports.failingOn(Threshold.NEVER, error("r", SET.at("db"), "m"))))
                .isEqualTo("Passed: nothing fails the run");
        assertThat(verdict(RunFacts.of("0", 0), Reports.of(info("r", SET.at("db"), "m"))))
                .isEqualTo("Passed: only errors fail the run");
        assertThat(verdict(RunFacts.of("0", 1), Reports.failingOn(Threshold.WARNING, error("r", SET.at("db"), "m"))))
                .isEqualTo("Failed: errors and warnings fail the run");
        assertThat(verdict(RunFacts.of("0", 0), clean)).isEqualTo("Nothing found");
        assertThat(verdict(RunFacts.of("0", 2), clean)).isEqualTo("The job could not be done in full");
    }

    @Test
    void foldsWhatIsSetAsideAndSaysWhy() {
        LintReport report = Reports.setAside(
                error("one", SET.at("db"), "kept"),
                warning("two", SET.at("serviceName"), "set `aside`"),
                SuppressedFinding.Kind.IN_SOURCE,
                "see <ADR 12>, password: hunter2hunter2",
                SET.at("spec"));
        Element section = page(report).selectFirst("#suppressed");

        assertThat(page(report).select(".counts").text()).contains("1 suppressed");
        assertThat(section.selectFirst("details").hasAttr("open")).isFalse();
        assertThat(section.select("li code").text()).isEqualTo("aside");
        assertThat(section.select("li .about").text()).isEqualTo("two k8s/db.yaml:5:3");
        assertThat(section.select("li .why").text())
                .isEqualTo("suppressed: see <ADR 12>, password: ••• k8s/db.yaml:4:1");
        assertThat(page(Reports.of()).select("#suppressed, nav a[href=#suppressed]"))
                .isEmpty();
    }

    @Test
    void drawsObjectsWithTheirFindings() {
        Document page = page(DemoReport.report());

        assertThat(page.select("svg .node .name").eachText()).containsExactly("db", "db-0 … db-2", "db");
        assertThat(page.select("svg .node > title").eachText())
                .containsExactly(
                        "StatefulSet db, 1 error", "Pods db-0 … db-2, 2 warnings, 1 info", "Service db, 1 warning");
        assertThat(page.select("svg path.link")).hasSize(2);
        assertThat(page.select("svg a")).hasSize(3);
        assertThat(page.select(".links li").eachText())
                .containsExactly("StatefulSet db makes Pods db-0 … db-2", "StatefulSet db serviceName Service db");
    }

    @Test
    void leavesOutWhatNothingIsLinkedTo() {
        LintReport plain = Reports.of();
        List<Node> nodes = new ArrayList<>();
        for (String name : List.of("a", "b", "alone")) {
            nodes.add(new Node(Role.SERVICE, "Service", name, "Service/-/" + name, "", SET.at("db"), List.of(), false));
        }
        LintReport report = new LintReport(
                plain.findings(),
                plain.suppressed(),
                plain.rules(),
                plain.concealment(),
                plain.accounting(),
                plain.failures(),
                plain.failOn(),
                new ObjectGraph(nodes, List.of(new Link(0, 1, Relation.SELECTS))));

        assertThat(page(report).select("svg .node .name").eachText()).containsExactly("a", "b");
        assertThat(page(plain).select("#drawings")).isEmpty();
    }

    @Test
    void showsThePageOfARule() {
        RulePages pages = rule -> Optional.of("""
                # one

                ## What it checks

                Some `code`, **bold `too`** and [a link](https://example.com/x?a=1&b=2), over
                two lines; see [two](two.md) and [none](none.md).

                - first,
                  with more
                - second

                1. then

                | severity | when |
                |---|---|
                | error | always |

                > said

                ```yaml expect
                a: <b>
                ```
                """);
        LintReport report = Reports.of(error("one", SET.at("db"), "m"), error("two", SET.at("db"), "m"));
        Element page = Jsoup.parse(Reports.written(new HtmlReporter(FACTS, pages), report))
                .selectFirst("#rule-one");

        assertThat(page.select("h4").eachText()).containsExactly("What it checks");
        assertThat(page.selectFirst("p").html())
                .isEqualTo("Some <code>code</code>, <strong>bold <code>too</code></strong> and <a"
                        + " href=\"https://example.com/x?a=1&amp;b=2\" rel=\"noreferrer\">a link</a>, over two lines; see <a"
                        + " href=\"#rule-two\">two</a> and none.");
        assertThat(page.select("ul > li").eachText()).containsExactly("first, with more", "second");
        assertThat(page.select("ol > li").eachText()).containsExactly("then");
        assertThat(page.select("th").eachText()).containsExactly("severity", "when");
        assertThat(page.select("td").eachText()).containsExactly("error", "always");
        assertThat(page.select("blockquote").eachText()).containsExactly("said");
        assertThat(page.select("pre code").eachText()).containsExactly("a: <b>");
    }

    private static String verdict(RunFacts facts, LintReport report) {
        return Jsoup.parse(Reports.written(new HtmlReporter(facts, RulePages.NONE), report))
                .select(".verdict")
                .text();
    }

    private static Document page(LintReport report) {
        return Jsoup.parse(html(report));
    }

    private static String html(LintReport report) {
        return Reports.written(new HtmlReporter(FACTS, DemoReport.pages()), report);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
