package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.bjurr.violations.lib.parsers.CheckStyleParser;

final class CheckstyleReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final Manifest SET = Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n");

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void isWellFormedWhateverStandsInIt(String what, LintReport report) throws Exception {
        String xml = xml(report);
        Document document = Consumer.xml(xml);

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("checkstyle");
        assertThat(Consumer.elements(document, "error")).hasSameSizeAs(report.findings());
        assertThat(xml(report)).isEqualTo(xml);
    }

    @Test
    void isReadByAReaderOfTheFormat() throws Exception {
        String xml = xml(Reports.of(
                error("one", SET.at("serviceName: db", "db"), "m"),
                warning("two", SET.at("spec"), "m"),
                info("three", SET.at("kind"), "m")));

        assertThat(Consumer.violations(new CheckStyleParser(), xml))
                .containsExactlyInAnyOrder(
                        "ERROR stslint.one k8s/db.yaml:3",
                        "WARN stslint.two k8s/db.yaml:2",
                        "INFO stslint.three k8s/db.yaml:1");
    }

    @Test
    void keepsMarkupOutOfItsOwn() throws Exception {
        Manifest odd = Manifest.of("<a> & \"b\".yaml", "x: 1\n");
        Document document =
                Consumer.xml(xml(Reports.of(error("r", odd.at("x"), "<b>&amp;'\"\u0000\u001b\uFFFE\uD800</b>\n]]>"))));

        Element error = Consumer.elements(document, "error").get(0);
        assertThat(error.getAttribute("message")).isEqualTo("<b>&amp;'\"␀␛\\u{fffe}\\u{d800}</b>\n]]>.");
        assertThat(((Element) error.getParentNode()).getAttribute("name")).isEqualTo("<a> & \"b\".yaml");
    }

    @Test
    void namesCleanFilesAndNotThoseThatWereSkipped() throws Exception {
        Accounting accounting = new Accounting(List.of(
                new FileAccount("clean.yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, 1))),
                new FileAccount("skipped.yaml", "too large", List.of())));

        assertThat(Consumer.elements(Consumer.xml(xml(Reports.of(accounting))), "file"))
                .extracting(file -> file.getAttribute("name"))
                .containsExactly("clean.yaml");
    }

    private static String xml(LintReport report) {
        return Reports.written(new CheckstyleReporter(FACTS), report);
    }
}
