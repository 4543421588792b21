package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountingLineTest {

    private static final Manifest FILE = Manifest.of("a.yaml", "x");

    @Test
    void countsAsTheContractShowsIt() {
        FindingSketch error = error("e", FILE.at("x"), "m");
        FindingSketch warning = warning("w", FILE.at("x"), "m");
        List<FileAccount> files = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            files.add(new FileAccount(
                    i + ".yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, i == 0 ? 40 : 1))));
        }
        files.add(new FileAccount("chart/templates/x.yaml", "unrendered template", List.of()));

        assertThat(line(new Accounting(files), error, error, error, warning, warning))
                .isEqualTo("3 errors, 2 warnings in 14 files (52 objects; 1 file skipped: unrendered template)");
    }

    @Test
    void agreesInNumber() {
        assertThat(line(
                        accounting(read(new DocumentAccount(1, Outcome.OBJECTS, 1))),
                        error("e", FILE.at("x"), "m"),
                        warning("w", FILE.at("x"), "m"),
                        info("i", FILE.at("x"), "m")))
                .isEqualTo("1 error, 1 warning, 1 info in 1 file (1 object)");
        assertThat(line(accounting(read(), read()), info("i", FILE.at("x"), "m"), info("i", FILE.at("x"), "m")))
                .isEqualTo("2 infos in 2 files (no objects)");
    }

    @Test
    void namesTheFirstFilesWithFindings() {
        FindingSketch[] findings = new FindingSketch[8];
        FileAccount[] files = new FileAccount[9];
        files[8] = read();
        for (int i = 0; i < 8; i++) {
            files[i] = read();
            findings[i] = error("e", Manifest.of(Math.min(i, 6) + ".yaml", "x").at("x"), "m");
        }
        assertThat(new AccountingLine(Reports.of(accounting(files), findings)).textOfFindings())
                .isEqualTo("8 errors in 7 of 9 files (no objects)\n"
                        + "in 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 2 more");
        assertThat(new AccountingLine(Reports.of(accounting(read()), error("e", FILE.at("x"), "m"))).textOfFindings())
                .isEqualTo("1 error in 1 file (no objects)\nin a.yaml");
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(line(accounting(read(new DocumentAccount(1, Outcome.OBJECTS, 2)))))
                .isEqualTo("no findings in 1 file (2 objects)");
        assertThat(line(accounting())).isEqualTo("no findings in no files (no objects)");
    }

    @Test
    void namesDocumentsThatGaveNoObjects() {
        assertThat(line(accounting(read(
                        new DocumentAccount(1, Outcome.OBJECTS, 1),
                        new DocumentAccount(3, Outcome.NOT_KUBERNETES, 0),
                        new DocumentAccount(5, Outcome.BROKEN, 0),
                        new DocumentAccount(7, Outcome.BROKEN, 0),
                        new DocumentAccount(9, Outcome.EMPTY, 0)))))
                .isEqualTo("no findings in 1 file (1 object; 1 document not Kubernetes; 2 documents do not parse)");
    }

    @Test
    void countsReasonsForSkipping() {
        assertThat(line(accounting(
                        skipped("too large"), skipped("unrendered template"), skipped("unrendered template"))))
                .isEqualTo("no findings in 3 files (no objects; 3 files skipped: 1 too large, 2 unrendered template)");
        assertThat(line(accounting(skipped("too large"), skipped("too large"))))
                .isEqualTo("no findings in 2 files (no objects; 2 files skipped: too large)");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0 ms
            999, 999 ms
            1000, 1.0 s
            1470, 1.4 s
            59999, 59.9 s
            60000, 1 min 0 s
            125000, 2 min 5 s
            """)
    void addsTheTimeOnATerminal(long millis, String shown) {
        LintReport report = Reports.of(accounting(read()));

        assertThat(new AccountingLine(report).text(millis)).isEqualTo("no findings in 1 file (no objects) in " + shown);
    }

    @Test
    void listsEveryFileAndDocumentWithTheSums() throws Exception {
        List<FileAccount> files = List.of(
                new FileAccount(
                        "k8s/db.yaml",
                        "",
                        List.of(
                                new DocumentAccount(1, Outcome.OBJECTS, 1),
                                new DocumentAccount(9, Outcome.OBJECTS, 3),
                                new DocumentAccount(20, Outcome.EMPTY, 0),
                                new DocumentAccount(22, Outcome.BROKEN, 0))),
                new FileAccount(
                        "k8s/kustomization.yaml", "", List.of(new DocumentAccount(1, Outcome.KUSTOMIZATION, 0))),
                new FileAccount("k8s/patch.yaml", "", List.of(new DocumentAccount(1, Outcome.PATCH, 0))),
                new FileAccount("values.yaml", "", List.of(new DocumentAccount(1, Outcome.NOT_KUBERNETES, 0))),
                new FileAccount("x.yaml", "not UTF-8", List.of()));
        Accounting accounting =
                new Accounting(files, List.of("k8s/kustomization.yaml: takes a remote resource"), List.of());
        StringBuilder out = new StringBuilder();

        new AccountingListing(accounting).write(out);

        assertThat(out.toString()).isEqualTo("""
                k8s/db.yaml: 4 documents
                  line 1: 1 object
                  line 9: 3 objects
                  line 20: empty
                  line 22: does not parse
                k8s/kustomization.yaml: 1 document
                  line 1: kustomization
                k8s/patch.yaml: 1 document
                  line 1: a patch, no object of its own
                values.yaml: 1 document
                  line 1: not Kubernetes
                x.yaml: skipped: not UTF-8
                k8s/kustomization.yaml: takes a remote resource
                5 files = 4 read + 1 skipped
                7 documents = 2 with objects + 1 kustomization + 1 patch + 1 empty + 1 not Kubernetes + 1 broken
                4 objects
                """);
    }

    @Test
    void tellsWhatIsOutsideOfAChange() throws Exception {
        LintReport all =
                Reports.of(accounting(new FileAccount("a.yaml", "", List.of())), error("e", FILE.at("x"), "m"));
        LintReport none = all.ofChange(List.of(), List.of(), all.findings());
        StringBuilder out = new StringBuilder();

        new AccountingListing(none.accounting()).write(out);

        assertThat(new AccountingLine(none).text())
                .isEqualTo("no findings in 1 file (no objects; 1 finding outside the change)");
        assertThat(out.toString())
                .contains(all.findings().get(0).location() + ": "
                        + all.findings().get(0).ruleId() + ", outside the change\n");
        assertThat(none.status()).isZero();
    }

    @Test
    void listsNothingOfNothing() throws Exception {
        StringBuilder out = new StringBuilder();

        new AccountingListing(accounting()).write(out);

        assertThat(out.toString()).isEqualTo("""
                no files = 0 read + 0 skipped
                no documents = 0 with objects + 0 kustomizations + 0 patches + 0 empty + 0 not Kubernetes + 0 broken
                no objects
                """);
    }

    private static String line(Accounting accounting, FindingSketch... findings) {
        return new AccountingLine(Reports.of(accounting, findings)).text();
    }

    private static Accounting accounting(FileAccount... files) {
        return new Accounting(List.of(files));
    }

    private static FileAccount read(DocumentAccount... documents) {
        return new FileAccount("a.yaml", "", List.of(documents));
    }

    private static FileAccount skipped(String why) {
        return new FileAccount("b.yaml", why, List.of());
    }
}
