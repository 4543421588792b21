package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConciseReporterTest {

    private static final Manifest SET = Manifest.of("k8s/db.yaml", "spec:\n  serviceName: db\n");

    @Test
    void writesOneLineAFinding() {
        LintReport report = Reports.of(
                error("unknown-governing-service", SET.at("db"), "Service `db` is not in the 3 manifests read")
                        .label("not shown")
                        .help("not shown"),
                info("rule", SET.at("spec"), "message"));

        assertThat(Reports.written(new ConciseReporter(), report)).isEqualTo("""
                k8s/db.yaml:2:16: error[unknown-governing-service] Service `db` is not in the 3 manifests read
                k8s/db.yaml:1:1: info[rule] message
                """);
    }

    @Test
    void isEmptyWithoutFindings() {
        assertThat(Reports.written(new ConciseReporter(), Reports.of())).isEmpty();
    }

    @Test
    void keepsToOneLineWhateverTheWordsAre() {
        Manifest hostile = Manifest.of("a\nb.yaml", "x");

        assertThat(Reports.written(
                        new ConciseReporter(), Reports.of(error("rule", hostile.at("x"), "one\r\ntwo\u001b[2J"))))
                .isEqualTo("a␊b.yaml:1:1: error[rule] one␍␊two␛[2J\n");
    }
}
