package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.bjurr.violations.lib.parsers.JUnitParser;

final class JunitReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final Manifest SET = Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n");

    private static final Accounting ACCOUNTING = new Accounting(List.of(
            new FileAccount("charts/x/a.b.yaml", "unrendered template", List.of()),
            new FileAccount("k8s/clean.yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, 1))),
            new FileAccount("k8s/db.yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, 1)))));

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void countsWhatItHolds(String what, LintReport report) throws Exception {
        String xml = xml(report);
        Document document = Consumer.xml(xml);

        assertThat(xml(report)).isEqualTo(xml);
        assertCounts(document.getDocumentElement());
        Consumer.elements(document, "testsuite").forEach(JunitReporterTest::assertCounts);
        assertThat(Consumer.elements(document, "failure")).hasSize(report.count(Severity.ERROR));
        assertThat(Consumer.elements(document, "system-out"))
                .hasSize(report.count(Severity.WARNING) + report.count(Severity.INFO));
    }

    @Test
    void isASuiteForEachFile() throws Exception {
        Document document = Consumer.xml(xml(Reports.of(ACCOUNTING, error("r", SET.at("db"), "m"))));

        assertThat(Consumer.elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly("charts/x/a.b.yaml", "k8s/clean.yaml", "k8s/db.yaml");
        assertThat(Consumer.elements(document, "testcase"))
                .extracting(test -> test.getAttribute("classname") + " " + test.getAttribute("name"))
                .containsExactly("charts.x.a_b_yaml is linted", "k8s.clean_yaml has no findings", "k8s.db_yaml r");
        assertThat(Consumer.elements(document, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly("unrendered template");
    }

    @Test
    void failsWhereTheRunDoes() throws Exception {
        assertThat(failures(Threshold.WARNING)).containsExactly("one", "two");
        assertThat(failures(Threshold.INFO)).containsExactly("one", "two", "three");
        assertThat(failures(Threshold.NEVER)).isEmpty();
    }

    @Test
    void skipsWhatIsSetAside() throws Exception {
        LintReport report = Reports.setAside(
                error("one", SET.at("db"), "m"),
                error("one", SET.at("spec"), "aside"),
                SuppressedFinding.Kind.IN_SOURCE,
                "password: hunter2hunter2",
                SET.at("kind"));
        String xml = xml(report);
        Document document = Consumer.xml(xml);

        assertCounts(document.getDocumentElement());
        assertThat(Consumer.elements(document, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("one", "one (2)");
        Element skipped = Consumer.elements(document, "skipped").get(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("suppressed: password: •••");
        assertThat(skipped.getTextContent()).contains("aside", "k8s/db.yaml:2:1");
        assertThat(Consumer.violations(new JUnitParser(), xml)).hasSize(1);
    }

    @Test
    void saysWhatAloneIsSetAside() throws Exception {
        Finding known = error("one", SET.at("db"), "m").finding();
        LintReport report = new LintReport(
                List.of(),
                List.of(new SuppressedFinding(known, SuppressedFinding.Kind.EXTERNAL, "", SET.at("kind"))),
                List.of(),
                Concealment.NONE,
                ACCOUNTING,
                List.of(),
                Threshold.ERROR,
                ObjectGraph.EMPTY);
        Document document = Consumer.xml(xml(report));

        assertCounts(document.getDocumentElement());
        assertThat(Consumer.elements(document, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("is linted", "has no findings", "one");
        assertThat(Consumer.elements(document, "skipped").get(1).getAttribute("message"))
                .isEqualTo("in the baseline");
    }

    @Test
    void skipsWhatIsReadForReference() throws Exception {
        Accounting accounting = new Accounting(List.of(new FileAccount("a.yaml", "", true, false, List.of())));
        Document document = Consumer.xml(xml(Reports.of(accounting)));

        assertThat(Consumer.elements(document, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly("read for reference only");
    }

    @Test
    void namesCasesWithoutLinesAndEachOnlyOnce() throws Exception {
        Document document = Consumer.xml(xml(Reports.of(
                error("r", SET.at("spec"), "m").in("StatefulSet/-/db", "spec"),
                error("r", SET.at("db"), "m").in("StatefulSet/-/db", "spec"))));

        assertThat(Consumer.elements(document, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("r: StatefulSet/-/db spec", "r: StatefulSet/-/db spec (2)");
    }

    @Test
    void showsTheCodeWithItsSecretsMasked() throws Exception {
        Document document = Consumer.xml(xml(DemoReport.report()));

        assertThat(Consumer.elements(document, "failure").get(0).getTextContent())
                .contains("error[governing-service-selects-other-pods]", "8 |   serviceName: db", "^^");
        assertThat(Consumer.elements(document, "system-out"))
                .anySatisfy(out -> assertThat(out.getTextContent()).contains("value: •••"));
    }

    @Test
    void keepsMarkupOutOfItsOwn() throws Exception {
        Manifest odd = Manifest.of("<a>.yaml", "x: \"</failure>]]>\u0001\"\n");
        Document document = Consumer.xml(
                xml(Reports.of(error("r", odd.at("x"), "<b>&amp;\u0000</b>").label("]]>"))));

        Element failure = Consumer.elements(document, "failure").get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("1:1: <b>&amp;␀</b>");
        assertThat(failure.getTextContent()).contains("x: \"</failure>]]>␁\"");
    }

    @Test
    void isReadByAReaderOfTheFormat() throws Exception {
        String xml = xml(Reports.of(ACCOUNTING, error("one", SET.at("db"), "m"), warning("two", SET.at("db"), "m")));

        assertThat(Consumer.violations(new JUnitParser(), xml)).hasSize(1);
    }

    @Test
    void saysWhatCouldNotBeDone() throws Exception {
        LintReport report = new LintReport(
                List.of(error(LintReport.INTERNAL_ERROR, SET.at("db"), "m").finding()),
                List.of(),
                Concealment.NONE,
                new Accounting(List.of()),
                List.of("`x` does not exist"));
        Document document = Consumer.xml(xml(report));

        assertThat(Consumer.elements(document, "error"))
                .extracting(fault -> fault.getAttribute("message"))
                .containsExactly("`x` does not exist", "3:16: m");
        assertCounts(document.getDocumentElement());
    }

    private static void assertCounts(Element element) {
        for (String[] count : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
        }) {
            assertThat(element.getAttribute(count[0]))
                    .as(count[0])
                    .isEqualTo(Integer.toString(
                            element.getElementsByTagName(count[1]).getLength()));
        }
    }

    private static List<String> failures(Threshold threshold) throws Exception {
        LintReport report = Reports.failingOn(
                threshold,
                error("one", SET.at("db"), "m"),
                warning("two", SET.at("db"), "m"),
                info("three", SET.at("db"), "m"));
        return Consumer.elements(Consumer.xml(xml(report)), "failure").stream()
                .map(failure -> ((Element) failure.getParentNode()).getAttribute("name"))
                .toList();
    }

    private static String xml(LintReport report) {
        return Reports.written(new JunitReporter(FACTS), report);
    }
}
