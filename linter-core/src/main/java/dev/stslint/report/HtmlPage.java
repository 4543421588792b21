package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.report.FindingIndex.Subject;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Role;
import dev.stslint.rule.RuleMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One HTML report of one run, on its way out. */
final class HtmlPage {

    /** More drawings than this start closed, however grave what is in them: the page must stay quick to look through. */
    private static final int MOST_OPEN_DRAWINGS = 12;

    /** A larger drawing starts closed. */
    private static final int LARGEST_OPEN_DRAWING = 60;

    private final LintReport report;
    private final RunFacts facts;
    private final RulePages pages;
    private final QuotedSources sources;
    private final FindingIndex index;
    private final Markup html = new Markup();

    /** How many findings each rule with findings has, by id. */
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    HtmlPage(LintReport report, RunFacts facts, RulePages pages) {
        this.report = report;
        this.facts = facts;
        this.pages = pages;
        this.sources = new QuotedSources(report);
        this.index = new FindingIndex(report);
        for (Finding finding : report.findings()) {
            rules.merge(finding.ruleId(), 1, Integer::sum);
        }
    }

    void write(Appendable out) throws IOException {
        String script = resource("report.js");
        head(resource("report.css"), script);
        html.open("body").line();
        html.element("a", "Skip to the findings", "class", "skip", "href", "#findings")
                .line();
        header();
        html.open("main").line();
        findings(out);
        suppressed(out);
        drawings(out);
        objects();
        rules(out);
        files();
        html.close("main").line();
        html.open("script").raw(script).close("script").line();
        html.close("body").line().close("html").line().flush(out);
    }

    private void head(String style, String script) {
        String policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
                + hash(style) + "'; script-src '" + hash(script) + "'";
        html.raw("<!DOCTYPE html>").line();
        html.open("html", "lang", "en").line().open("head").line();
        html.open("meta", "charset", "utf-8").line();
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.open("meta", "name", "color-scheme", "content", "light dark").line();
        html.open("meta", "name", "generator", "content", "stslint " + facts.version())
                .line();
        html.element("title", "stslint: " + new AccountingLine(report).text()).line();
        html.open("link", "rel", "icon", "href", "data:,").line();
        html.open("style").raw(style).close("style").line();
        html.close("head").line();
    }

    private void header() {
        html.open("header").line();
        html.element("h1", "stslint").line();
        html.open("p", "class", "verdict status-" + facts.exitCode());
        html.text(verdict()).close("p").line();
        html.open("ul", "class", "counts").line();
        for (Severity severity : Severity.values()) {
            int count = report.count(severity);
            html.open("li", "class", count == 0 ? "none" : severity.id());
            html.element("b", Integer.toString(count))
                    .text(" " + plural(severity.id(), count))
                    .close("li")
                    .line();
        }
        Accounting accounting = report.accounting();
        if (!report.suppressed().isEmpty()) {
            html.open("li").element("b", Integer.toString(report.suppressed().size()));
            html.text(" suppressed").close("li").line();
        }
        html.open("li").text("in ").element("b", Integer.toString(accounting.filesRead()));
        html.text(" " + plural("file", accounting.filesRead())).close("li");
        html.open("li").element("b", Integer.toString(accounting.objects()));
        html.text(" " + plural("object", accounting.objects())).close("li").line();
        html.close("ul").line();
        html.open("nav", "aria-label", "Parts of this report").line();
        link("#findings", "Findings");
        if (!report.suppressed().isEmpty()) {
            link("#suppressed", "Suppressed");
        }
        if (!report.objects().links().isEmpty()) {
            link("#drawings", "How the objects hang together");
        }
        link("#objects", "Objects");
        link("#rules", "Rules");
        link("#files", "Files");
        html.close("nav").line().close("header").line();
        phrases("failures", report.failures());
        phrases("remarks", accounting.remarks());
    }

    private void phrases(String style, List<String> phrases) {
        if (phrases.isEmpty()) {
            return;
        }
        html.open("ul", "class", style).line();
        for (String phrase : phrases) {
            html.open("li");
            Phrase.write(html, phrase);
            html.close("li").line();
        }
        html.close("ul").line();
    }

    private String verdict() {
        if (facts.exitCode() == 2) {
            return "The job could not be done in full";
        }
        if (report.findings().isEmpty()) {
            return "Nothing found";
        }
        boolean isPassed = facts.exitCode() == 0 && report.failOn() != Threshold.NEVER;
        return (facts.exitCode() == 1 ? "Failed: " : "Passed: ")
                + (isPassed ? "only " : "")
                + threshold(report.failOn())
                + " the run";
    }

    private static String threshold(Threshold failOn) {
        return switch (failOn) {
            case ERROR -> "errors fail";
            case WARNING -> "errors and warnings fail";
            case INFO -> "every finding fails";
            case NEVER -> "nothing fails";
        };
    }

    private static String plural(String noun, int count) {
        return count == 1 ? noun : noun + "s";
    }

    private void link(String address, String text) {
        html.element("a", text, "href", address).line();
    }

    private void findings(Appendable out) throws IOException {
        html.open("section", "id", "findings", "tabindex", "-1")
                .element("h2", "Findings")
                .line();
        if (report.findings().isEmpty()) {
            html.element("p", "There are none.").line();
        } else {
            tools();
        }
        html.open("div", "id", "groups").line();
        for (ReportedFile file : ReportedFile.of(report)) {
            if (!file.findings().isEmpty()) {
                html.open("details", "class", "group", "open", "");
                html.open("summary").element("h3", file.path());
                counts(file.findings());
                html.close("summary").line();
                for (Finding finding : file.findings()) {
                    finding(finding);
                    html.flush(out);
                }
                html.close("details").line();
            }
        }
        html.close("div").close("section").line();
    }

    /** Folded, and out of the script's reach: somebody has looked at these already. */
    private void suppressed(Appendable out) throws IOException {
        if (report.suppressed().isEmpty()) {
            return;
        }
        html.open("section", "id", "suppressed").element("h2", "Suppressed").line();
        html.open("details").element("summary", Counted.of(report.suppressed().size(), "finding"));
        html.open("ul", "class", "suppressed").line();
        for (SuppressedFinding suppressed : report.suppressed()) {
            suppressed(suppressed);
            html.flush(out);
        }
        html.close("ul").close("details").close("section").line();
    }

    private void suppressed(SuppressedFinding suppressed) {
        Finding finding = suppressed.finding();
        String severity = finding.severity().id();
        html.open("li").element("span", severity, "class", "chip " + severity).text(" ");
        words(finding, finding.message());
        html.open("p", "class", "about").element("span", finding.ruleId());
        if (!finding.object().isEmpty()) {
            html.text(" ").element("span", finding.object());
        }
        html.text(" ").element("span", finding.location().toString()).close("p");
        html.open("p", "class", "why").text(sources.setAside(suppressed)).text(" ");
        html.element("span", suppressed.place().toString(), "class", "path");
        html.close("p").close("li").line();
    }

    /** What the script answers to: it shows them, for without it they would do nothing. */
    private void tools() {
        html.open("form", "id", "tools", "role", "search", "aria-label", "Filter the findings", "hidden", "")
                .line();
        html.open("label", "class", "search").element("span", "Search");
        html.open(
                "input", "type", "search", "id", "search", "autocomplete", "off", "placeholder", "words, paths, rules");
        html.close("label").line();
        html.open("fieldset").element("legend", "Show").line();
        for (Severity severity : Severity.values()) {
            html.open("label");
            html.open("input", "type", "checkbox", "name", "severity", "value", severity.id(), "checked", "");
            html.text(" " + severity.id()).close("label").line();
        }
        html.close("fieldset").line();
        html.open("fieldset").element("legend", "Group by").line();
        group("path", "file", true);
        group("object", "object", false);
        group("rule", "rule", false);
        html.close("fieldset").line();
        html.open("span", "class", "buttons");
        html.element("button", "Close all", "type", "button", "id", "fold");
        html.close("span").line();
        html.element("output", "", "id", "shown", "for", "search").line();
        html.close("form").line();
    }

    private void group(String value, String text, boolean isChecked) {
        html.open("label");
        if (isChecked) {
            html.open("input", "type", "radio", "name", "group", "value", value, "checked", "");
        } else {
            html.open("input", "type", "radio", "name", "group", "value", value);
        }
        html.text(" " + text).close("label").line();
    }

    private void counts(List<Finding> findings) {
        for (Severity severity : Severity.values()) {
            int count = FindingIndex.count(findings, severity);
            if (count > 0) {
                html.text(" ").element("span", Counted.of(count, severity.id()), "class", "chip " + severity.id());
            }
        }
    }

    private void finding(Finding finding) {
        String severity = finding.severity().id();
        html.open(
                        "article",
                        "class",
                        severity,
                        "id",
                        index.anchor(finding),
                        "data-severity",
                        severity,
                        "data-rule",
                        finding.ruleId(),
                        "data-object",
                        finding.object(),
                        "data-path",
                        finding.location().file().path())
                .line();
        html.open("h4").element("span", severity, "class", "chip " + severity).text(" ");
        words(finding, finding.message());
        html.close("h4").line();
        html.open("p", "class", "about");
        html.element("a", finding.ruleId(), "href", "#rule-" + finding.ruleId());
        if (!finding.object().isEmpty()) {
            html.text(" ").element("a", finding.object(), "href", "#" + index.subjectAnchor(finding));
        }
        if (!finding.fieldPath().isEmpty()) {
            html.text(" ").element("code", finding.fieldPath());
        }
        html.close("p").line();
        MarkedCode.write(html, finding, sources);
        List<Fix> fixes = sources.shownFixes(finding);
        if (!finding.notes().isEmpty() || !finding.help().isEmpty() || !fixes.isEmpty()) {
            html.open("dl").line();
            for (String note : finding.notes()) {
                term(finding, "note", note);
            }
            if (!finding.help().isEmpty()) {
                term(finding, "help", finding.help());
            }
            for (Fix fix : fixes) {
                term(finding, fix.applicability().name().toLowerCase(Locale.ROOT) + " fix", fix.title());
            }
            html.close("dl").line();
        }
        html.close("article").line();
    }

    private void term(Finding finding, String term, String description) {
        html.element("dt", term).open("dd");
        words(finding, description);
        html.close("dd").line();
    }

    private void words(Finding finding, String words) {
        Phrase.write(html, sources.words(finding, words));
    }

    private void drawings(Appendable out) throws IOException {
        ObjectGraph graph = report.objects();
        List<ObjectCluster> clusters = ObjectCluster.of(graph);
        if (clusters.isEmpty()) {
            return;
        }
        html.open("section", "id", "drawings")
                .element("h2", "How the objects hang together")
                .line();
        html.element(
                        "p",
                        "What makes pods, what finds them, what they keep data in and what guards them. A number says how"
                                + " many findings there are, and leads to them.",
                        "class",
                        "hint")
                .line();
        html.raw(
                        "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"defs\"><marker id=\"arrow\" viewBox=\"0 0 8 8\""
                                + " refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\">"
                                + "<path d=\"M0 0L8 4L0 8z\"/></marker></svg>")
                .line();
        int open = 0;
        List<ObjectCluster> clean = new ArrayList<>();
        for (ObjectCluster cluster : clusters) {
            List<Finding> on = on(cluster);
            if (on.isEmpty()) {
                if (cluster.tellsMoreThanPods()) {
                    clean.add(cluster);
                }
            } else {
                boolean isOpen = open < MOST_OPEN_DRAWINGS && cluster.nodes().size() <= LARGEST_OPEN_DRAWING;
                open += isOpen ? 1 : 0;
                drawing(cluster, on, isOpen);
                html.flush(out);
            }
        }
        if (!clean.isEmpty()) {
            html.element("h3", clean.size() == clusters.size() ? "Nothing is wrong with these" : "Without findings")
                    .line();
            for (ObjectCluster cluster : clean) {
                drawing(cluster, List.of(), clusters.size() <= MOST_OPEN_DRAWINGS && open == 0);
                html.flush(out);
            }
        }
        html.close("section").line();
    }

    private List<Finding> on(ObjectCluster cluster) {
        List<Finding> on = new ArrayList<>();
        for (int node : cluster.nodes()) {
            on.addAll(index.on(report.objects().nodes().get(node)));
        }
        return on;
    }

    private void drawing(ObjectCluster cluster, List<Finding> on, boolean isOpen) {
        String title = title(cluster);
        if (isOpen) {
            html.open("details", "class", "drawing", "open", "");
        } else {
            html.open("details", "class", "drawing");
        }
        html.open("summary").text(title);
        counts(on);
        html.close("summary").line();
        new ClusterDrawing(report.objects(), index, cluster).write(html, title);
        html.close("details").line();
    }

    /** Named by its first workload, for want of anything better. */
    private String title(ObjectCluster cluster) {
        String first = "";
        int workloads = 0;
        for (int node : cluster.nodes()) {
            Node candidate = report.objects().nodes().get(node);
            if (candidate.role() == Role.WORKLOAD) {
                workloads++;
            }
            if (first.isEmpty() || (workloads == 1 && candidate.role() == Role.WORKLOAD)) {
                first = candidate.kind() + " " + candidate.name() + " in "
                        + candidate.place().file().path();
            }
        }
        return workloads < 2 ? first : first + " and " + Counted.of(workloads - 1, "other workload");
    }

    private void objects() {
        html.open("section", "id", "objects")
                .element("h2", "Objects with findings")
                .line();
        if (index.subjects().isEmpty()) {
            html.element("p", "There are none.").line();
        }
        html.open("ul", "class", "objects").line();
        for (Subject subject : index.subjects()) {
            html.open("li", "id", subject.anchor());
            html.element("b", subject.object()).text(" ").element("span", subject.path(), "class", "path");
            html.open("ul").line();
            for (Finding finding : subject.findings()) {
                String severity = finding.severity().id();
                html.open("li")
                        .element("span", severity, "class", "chip " + severity)
                        .text(" ");
                html.open("a", "href", "#" + index.anchor(finding));
                words(finding, finding.message());
                html.close("a").close("li").line();
            }
            html.close("ul").close("li").line();
        }
        html.close("ul").close("section").line();
    }

    private void rules(Appendable out) throws IOException {
        html.open("section", "id", "rules").element("h2", "Rules that spoke").line();
        if (rules.isEmpty()) {
            html.element("p", "None did.").line();
        }
        for (RuleMetadata rule : report.rules()) {
            if (rules.containsKey(rule.id())) {
                rule(rule, rules.get(rule.id()));
                html.flush(out);
            }
        }
        html.close("section").line();
    }

    private void rule(RuleMetadata rule, int count) {
        html.open("details", "class", "rule").open("summary");
        html.element("h3", rule.id()).text(" ").open("span");
        Phrase.write(html, rule.summary());
        html.close("span").text(" ");
        html.element("span", Counted.of(count, "finding"), "class", "chip")
                .close("summary")
                .line();
        html.open("div", "id", "rule-" + rule.id());
        String page = pages.page(rule.id()).orElse("");
        if (page.isEmpty()) {
            html.element("p", Sentences.of(rule.summary()));
        } else {
            new PageMarkup(html, rules.keySet()).write(RulePage.of(page).lines());
        }
        html.open("p")
                .element("a", rule.helpUri(), "href", rule.helpUri(), "rel", "noreferrer")
                .close("p");
        html.close("div").close("details").line();
    }

    private void files() throws IOException {
        Accounting accounting = report.accounting();
        html.open("section", "id", "files").element("h2", "Files").line();
        html.element("p", Sentences.of(new AccountingLine(report).text())).line();
        if (accounting.filesSkipped() > 0) {
            html.element("h3", "Not read").line().open("ul").line();
            for (FileAccount file : accounting.files()) {
                if (!file.isRead()) {
                    html.open("li")
                            .text(file.path() + ": " + file.skipped())
                            .close("li")
                            .line();
                }
            }
            html.close("ul").line();
        }
        if (!accounting.unjudged().isEmpty()) {
            html.element("h3", "Read, and not judged").line();
            phrases("unjudged", accounting.unjudged());
        }
        html.open("details").element("summary", "What became of every file and document");
        StringBuilder listing = new StringBuilder();
        new AccountingListing(accounting).write(listing);
        html.open("pre").text(listing.toString()).close("pre").close("details").line();
        html.element("p", "Written by stslint " + facts.version() + ".", "class", "hint")
                .line();
        html.close("section").line();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("stslint's own " + name + " is not among its classes");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What tells browsers that this text, and no other, belongs to the page. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
