package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.chart.HelmProgram;
import dev.stslint.config.Rendering;
import dev.stslint.finding.Finding;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.RunFacts;
import dev.stslint.report.TextReporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that a shell script renders as helm would, and, where one is installed, helm itself. */
final class RenderedChartsTest {

    /** Puts values into templates, and prints them with the comments that helm prints. */
    private static final String HELM = """
            for file in "$3"/templates/*.yaml; do
                printf -- '---\\n# Source: shop/templates/%s\\n' "${file##*/}"
                sed -e 's/{{ .Values.set }}/queue/' -e 's/{{ .Values.password }}/hT7-kq93-Zx/' "$file"
            done
            """;

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: {{ .Values.set }}
            spec:
              serviceName: {{ .Values.set }}-nodes
              replicas: 3
              selector:
                matchLabels: {app: queue}
              template:
                metadata:
                  labels: {app: queue}
                spec:
                  containers:
                    - name: queue
                      image: rabbitmq:4
                      volumeMounts:
                        - {name: date, mountPath: /var/lib/rabbitmq}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 1Gi}}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void needsAShell() throws IOException {
        assumeThat(File.separator).as("scripts run as they are").isEqualTo("/");
        write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        write("shop/templates/queue.yaml", SET);
    }

    @Test
    void findingsStandInTheTemplates() throws Exception {
        helm(HELM);
        LintReport report = lint();
        Finding service = find(report, "unknown-governing-service");
        assertThat(service.location()).hasToString("shop/templates/queue.yaml:6:16");
        assertThat(text(service)).isEqualTo("{{ .Values.set }}-nodes");
        assertThat(service.related().get(0).location()).hasToString("shop/<rendered>:8:16");
        Finding mount = find(report, "unknown-volume-mount");
        assertThat(mount.location()).hasToString("shop/templates/queue.yaml:18:22");
        assertThat(text(mount)).isEqualTo("date");
        assertThat(mount.related())
                .allMatch(place -> place.location().file().name().equals("queue.yaml"));
        assertThat(report.accounting().filesSkipped()).isZero();
    }

    @Test
    void anUnprovenPlaceIsTheTopOfItsTemplateAndShowsWhatIsRendered() throws Exception {
        helm("grep -q \"$(printf '\\356\\203\\200')\" \"$3\"/templates/* && exit 1 # it has marks\n" + HELM);
        Finding mount = find(lint(), "unknown-volume-mount");
        assertThat(mount.location()).hasToString("shop/templates/queue.yaml:1:1");
        assertThat(mount.related().get(0).location()).hasToString("shop/<rendered>:20:22");
        assertThat(mount.label()).isEqualTo("in what this template renders to");
    }

    @Test
    void nothingIsRepairedInWhatIsRendered() throws Exception {
        helm(HELM);
        assertThat(lint().findings())
                .isNotEmpty()
                .allMatch(finding -> finding.fixes().isEmpty());
        assertThat(new Linter(new BuiltinRules())
                        .fix(new FixRequest(request(directory.resolve("bin").toString()), true, true))
                        .changes())
                .isEmpty();
    }

    @Test
    void fingerprintsAreThoseOfTheTemplateAndSurviveMovedLines() throws Exception {
        helm(HELM);
        Finding before = find(lint(), "unknown-volume-mount");
        write("shop/templates/queue.yaml", "# moved\n\n" + SET);
        Finding after = find(lint(), "unknown-volume-mount");
        assertThat(after.location()).hasToString("shop/templates/queue.yaml:20:22");
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void commentsInTemplatesSuppress() throws Exception {
        helm(HELM);
        write(
                "shop/templates/queue.yaml",
                SET.replace("lib/rabbitmq}", "lib/rabbitmq} # stslint:ignore unknown-volume-mount -- filled in later"));
        LintReport report = lint();
        assertThat(report.findings()).noneMatch(finding -> finding.ruleId().equals("unknown-volume-mount"));
        assertThat(report.suppressed().get(0).place()).hasToString("shop/templates/queue.yaml:18:60");
    }

    @Test
    void secretsAreMaskedHereAndInTheTemplate() throws Exception {
        helm(HELM);
        String env = "          env:\n            - {name: RABBITMQ_PASSWORD, value: %s} # or %s\n";
        String with = SET.replace("          volumeMounts:\n", env + "          volumeMounts:\n");
        write("shop/templates/queue.yaml", with.formatted("{{ .Values.password }}", "hT7-kq93-Zx"));
        StringBuilder text = new StringBuilder();
        new TextReporter(Palette.PLAIN).write(lint(), text);
        assertThat(text.toString())
                .contains("warning[inline-secret]", "shop/templates/queue.yaml:18")
                .doesNotContain("hT7-kq93-Zx");
    }

    @Test
    void theDefaultOfASecretIsMaskedWhateverItGoesInto() throws Exception {
        helm(HELM.replace("{{ .Values.password }}", "{{ .Values.password | default .hT7-kq93-Zx. }}"));
        String image =
                "          image: rabbitmq:4\n          args: [--x, {{ .Values.password | default 'hT7-kq93-Zx' }}]\n";
        write("shop/templates/queue.yaml", SET.replace("          image: rabbitmq:4\n", image));
        for (ReportFormat format : List.of(ReportFormat.TEXT, ReportFormat.SARIF, ReportFormat.HTML)) {
            StringBuilder text = new StringBuilder();
            format.reporter(Palette.PLAIN, false, RunFacts.of("0", 0), new Linter(new BuiltinRules()))
                    .write(lint(), text);
            assertThat(text.toString()).contains("unknown-volume-mount").doesNotContain("hT7-kq93-Zx");
        }
    }

    @Test
    void aFailureStandsWhereHelmNamesALine() throws Exception {
        helm("echo 'Error: execution error at (shop/templates/queue.yaml:6:18): a name is needed' >&2; exit 1");
        LintReport report = lint();
        assertThat(report.findings()).hasSize(1);
        Finding failure = report.findings().get(0);
        assertThat(failure.ruleId()).isEqualTo("render-failed");
        assertThat(failure.location()).hasToString("shop/templates/queue.yaml:6:3");
        assertThat(failure.notes())
                .containsExactly("helm says: execution error at (shop/templates/queue.yaml:6:18): a name is needed");
        assertThat(report.accounting().filesSkipped()).isEqualTo(1);
        assertThat(report.status()).as("what was asked for was not done").isEqualTo(1);
    }

    @Test
    void aFailureWithoutAPlaceStandsAtTheChart() throws Exception {
        helm("echo 'Error: found in Chart.yaml, but missing in charts/ directory: redis' >&2; exit 1");
        assertThat(find(lint(), "render-failed").location()).hasToString("shop/Chart.yaml:1:1");
    }

    @Test
    void whatHelmSaysHoldsNoSecretOfTheValues() throws Exception {
        write("shop/values.yaml", "auth:\n  password: tr0ub4dor\n");
        helm("echo 'Error: tr0ub4dor is too short' >&2; exit 1");
        assertThat(find(lint(), "render-failed").notes()).containsExactly("helm says: ••• is too short");
    }

    @Test
    void allThatTellsWhyItFailsIsShown() throws Exception {
        helm(
                "printf 'Error: values do not meet the schema:\\nshop:\\n- at /replicas: got string, want integer\\n' >&2; exit 1");
        assertThat(find(lint(), "render-failed").notes())
                .containsExactly(
                        "helm says: values do not meet the schema:",
                        "shop:",
                        "- at /replicas: got string, want integer");
    }

    @Test
    void whatHelmDoesNotSayIsNotPutIntoItsMouth() throws Exception {
        helm("exit 3");
        Finding failure = find(lint(), "render-failed");
        assertThat(failure.message()).isEqualTo("`helm template` gives nothing for this chart");
        assertThat(failure.notes()).containsExactly("helm ended with status 3 and no word");
    }

    /** A template may fail with whatever words it likes. */
    @Test
    void noPlaceOutsideOfTheChartIsShown() throws Exception {
        write("other.txt", "one\ntwo\n");
        helm("echo 'Error: execution error at (shop/../other.txt:2:1): x' >&2; exit 1");
        assertThat(find(lint(), "render-failed").location()).hasToString("shop/Chart.yaml:1:1");
    }

    @Test
    void findingsInARangeNameTheirObjects() throws Exception {
        helm("""
                for name in one two; do
                    printf -- '---\\n# Source: shop/templates/queue.yaml\\n'
                    sed -e "s/NAME/$name/" "$3"/templates/queue.yaml
                done
                """);
        write(
                "shop/templates/queue.yaml",
                SET.replace("{{ .Values.set }}", "NAME").replace("  replicas: 3\n", "  replicas: 3\n  replica: 3\n"));
        assertThat(lint().findings())
                .filteredOn(finding -> finding.ruleId().equals("schema-violation"))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "unknown field `replica` in `spec`, in `StatefulSet/one`",
                        "unknown field `replica` in `spec`, in `StatefulSet/two`");
    }

    @Test
    void aDirectoryOfAChartHasItsPlacesInTheWholeChart() throws Exception {
        helm("""
                for file in templates/queue.yaml charts/db/templates/queue.yaml; do
                    printf -- '---\\n# Source: shop/%s\\n' "$file"
                    sed -e 's/{{ .Values.set }}/queue/' "$3/$file"
                done
                """);
        write("shop/charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 0.1.0\n");
        write("shop/charts/db/templates/queue.yaml", SET.replace("date", "dates"));
        LintRequest request = LintRequest.of(directory, List.of("shop/templates"))
                .withRender(
                        Optional.of(Rendering.HELM),
                        List.of(),
                        directory.resolve("bin").toString());
        assertThat(new Linter(new BuiltinRules()).lint(request).findings())
                .filteredOn(finding -> finding.ruleId().equals("unknown-volume-mount"))
                .extracting(finding -> finding.location().toString())
                .containsExactly("shop/charts/db/templates/queue.yaml:18:22", "shop/templates/queue.yaml:18:22");
    }

    @Test
    void whatANamedTemplateHoldsIsShownThere() throws Exception {
        helm("""
                sed -e '1d' -e '$d' "$3/templates/_helpers.tpl" > body
                printf -- '---\\n# Source: shop/templates/queue.yaml\\n'
                sed -e 's/{{ .Values.set }}/queue/' "$3/templates/queue.yaml" | awk '
                    BEGIN { while ((getline line < "body") > 0) body = body (count++ ? "\\n" : "") line }
                    { at = index($0, "{{ include") }
                    at { print body substr($0, index($0, "}}") + 2) }
                    !at { print }'
                """);
        String indented = SET.substring(SET.indexOf("          volumeMounts:"), SET.indexOf("  volumeClaimTemplates:"));
        write("shop/templates/queue.yaml", SET.replace(indented, "{{ include \"mounts\" . }}\n"));
        write("shop/templates/_helpers.tpl", "{{ define \"mounts\" }}\n" + indented + "{{ end }}\n");
        Finding mount = find(lint(), "unknown-volume-mount");
        assertThat(mount.location()).hasToString("shop/templates/queue.yaml:17:1");
        assertThat(mount.related())
                .filteredOn(related -> related.message().equals("the named template that it comes from"))
                .extracting(related -> related.location().toString())
                .containsExactly("shop/templates/_helpers.tpl:3:13");
        assertThat(find(lint(), "unknown-governing-service").related())
                .noneMatch(related -> related.message().startsWith("the named template"));
    }

    @Test
    void valuesWithoutRenderingAreRefused() {
        assertThatThrownBy(() -> new Linter(new BuiltinRules())
                        .lint(LintRequest.of(directory, List.of("."))
                                .withRender(Optional.empty(), List.of("prod.yaml"), "")))
                .isInstanceOf(LintException.class)
                .hasMessage("`--values` needs `--render helm`: nothing is rendered without it");
    }

    @Test
    void oneFindingWhenThereIsNoHelm() throws Exception {
        write("other/Chart.yaml", "apiVersion: v2\nname: other\nversion: 0.1.0\n");
        write("other/templates/a.yaml", "a: {{ .b }}\n");
        LintReport report = new Linter(new BuiltinRules()).lint(request("/nowhere"));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).message()).startsWith("there is no `helm`");
        assertThat(report.findings().get(0).label()).isEqualTo("2 templates of 2 charts not checked");
        assertThat(report.status()).isEqualTo(1);
    }

    @Test
    void librariesAreNotRendered() throws Exception {
        helm("exit 1");
        write("shop/Chart.yaml", "apiVersion: v2\nname: shop\ntype: library\nversion: 0.1.0\n");
        LintReport report = lint();
        assertThat(report.findings()).isEmpty();
        assertThat(report.accounting().filesSkipped()).isEqualTo(1);
    }

    @Test
    void valuesAreFilesOfThisMachine() throws Exception {
        helm("printf '%s\\n' \"$@\" > " + directory.resolve("arguments"));
        write("prod.yaml", "a: 1\n");
        LintRequest request = request(directory.resolve("bin").toString());
        new Linter(new BuiltinRules())
                .lint(request.withRender(Optional.of(Rendering.HELM), List.of("prod.yaml"), request.searchPath()));
        assertThat(Files.readAllLines(directory.resolve("arguments")))
                .containsSubsequence(
                        "template", "--values", directory.resolve("prod.yaml").toString());
        assertThatThrownBy(() -> new Linter(new BuiltinRules())
                        .lint(request.withRender(
                                Optional.of(Rendering.HELM), List.of("https://example.com/a.yaml"), "/nowhere")))
                .isInstanceOf(LintException.class)
                .hasMessage("there is no file of values `https://example.com/a.yaml`");
    }

    @Test
    void helmItselfIsUnderstood() throws Exception {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        assumeThat(HelmProgram.on(path)).as("helm is installed").isPresent();
        write(
                "shop/values.yaml",
                "set: queue\nenv:\n  - {name: A, value: b}\n  - {name: B, value: 'c'}\n  - {name: C, value: 1}\n");
        write(
                "shop/templates/queue.yaml",
                "{{- if .Values.set }}\n"
                        + SET.replace(
                                "          volumeMounts:\n",
                                "          env:\n            {{- toYaml .Values.env | nindent 12 }}\n          volumeMounts:\n")
                        + "{{- end }}\n");
        LintReport report = new Linter(new BuiltinRules()).lint(request(path));
        assertThat(find(report, "unknown-governing-service").location()).hasToString("shop/templates/queue.yaml:7:16");
        assertThat(find(report, "env-value-not-string").location()).hasToString("shop/templates/queue.yaml:19:13");
        assertThat(find(report, "unknown-volume-mount").location()).hasToString("shop/templates/queue.yaml:21:22");
    }

    private LintReport lint() throws Exception {
        return new Linter(new BuiltinRules())
                .lint(request(directory.resolve("bin").toString()));
    }

    private LintRequest request(String searchPath) {
        return LintRequest.of(directory, List.of(".")).withRender(Optional.of(Rendering.HELM), List.of(), searchPath);
    }

    private static Finding find(LintReport report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + report.findings()));
    }

    private static String text(Finding finding) {
        return finding.location()
                .file()
                .text()
                .orElseThrow()
                .substring(
                        finding.location().span().start(),
                        finding.location().span().end());
    }

    private void helm(String body) throws IOException {
        Path file = write("bin/helm", "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }
}
