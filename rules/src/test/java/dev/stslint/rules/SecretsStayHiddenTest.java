package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.config.Rendering;
import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fingerprint;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Related;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.ReportTarget;
import dev.stslint.report.BaselineReporter;
import dev.stslint.report.DiffReporter;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.RepairListing;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.Reporter;
import dev.stslint.report.RunFacts;
import dev.stslint.report.TextReporter;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.Location;
import dev.stslint.source.RelativePaths;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plants marked values wherever a value can stand, and then looks for the marks in everything that a user can get to see:
 * what findings say, and what every report shows of every line, and of how the objects hang together.
 */
final class SecretsStayHiddenTest {

    /** What every planted value holds; a number makes each one different. */
    private static final String MARK = "zQ9m4rK";

    /** Stands where a secret looks like the name of a pod, which rules on host names would quote. */
    private static final String MARK_IN_HOST_NAME = "zq9m4rk";

    private static final List<Reporter> REPORTERS = reporters();

    @TempDir
    Path directory;

    /** Every format there is, in colours and without. */
    private static List<Reporter> reporters() {
        RunFacts facts = RunFacts.of("0.1.0", 1);
        List<Reporter> reporters = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            reporters.add(format.reporter(Palette.PLAIN, false, facts, new BuiltinRules()::page));
        }
        reporters.add(new TextReporter(Palette.COLOURED));
        reporters.add(new BaselineReporter(new RelativePaths(Path.of(""), Path.of("")), ruleId -> true));
        return reporters;
    }

    static Stream<RuleSelection> selections() {
        return Stream.of(
                new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()),
                new RuleSelection(Profile.RECOMMENDED, List.of("missing-service-name"), List.of(), Map.of()),
                new RuleSelection(Profile.ALL, List.of(), List.of("secrets"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void noFindingAndNoReportShowsAPlantedValue(RuleSelection selection) throws Exception {
        for (String lineBreak : List.of("\n", "\r\n")) {
            plant(lineBreak);
            LintReport report = lint(selection);
            for (Finding finding : report.findings()) {
                for (String text : texts(finding)) {
                    assertThat(text)
                            .as(finding.location().toString())
                            .doesNotContain(MARK, marked64(), MARK_IN_HOST_NAME);
                }
            }
            assertThat(shown(report)).doesNotContain(MARK, marked64(), MARK_IN_HOST_NAME);
        }
    }

    /** What a definition or a policy says of a value is said without it. */
    @Test
    void noJudgementShowsAPlantedValue() throws Exception {
        String faults = "{ type: object, properties: { "
                + "password: { type: string, enum: [a] }, token: { type: string, pattern: ^a, maxLength: 2 }, "
                + "apiKey: { type: integer }, secret: { type: string, format: ipv4 }, credentials: { type: object }, "
                + "clientSecret: { type: string, anyOf: [ { enum: [a] }, { pattern: ^a } ] }, "
                + "env: { type: array, items: { type: object, properties: { name: { type: string }, "
                + "value: { type: string, enum: [a] } } } } } }";
        Files.writeString(directory.resolve("crd.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: { name: caches.example.com }
                spec:
                  group: example.com
                  scope: Namespaced
                  names: { kind: Cache, plural: caches }
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema: { openAPIV3Schema: { type: object, properties: { spec: %s } } }
                """.formatted(faults));
        Files.writeString(directory.resolve("house.yaml"), """
                properties:
                  kind: { const: Secret }
                  data: { additionalProperties: { const: a, enum: [a], pattern: ^a, type: integer, maxLength: 2 } }
                """);
        Files.writeString(
                directory.resolve("stslint.yaml"), "schema: [ crd.yaml, house.yaml ]\nexclude: [ house.yaml ]\n");
        Files.writeString(directory.resolve("a.yaml"), numbered("""
                apiVersion: example.com/v1
                kind: Cache
                metadata: { name: c }
                spec:
                  password: "@@"
                  token: "@@"
                  apiKey: "@@"
                  secret: "@@"
                  credentials: "@@"
                  clientSecret: "@@"
                  env: [ { name: DB_PASSWORD, value: "@@" } ]
                ---
                apiVersion: v1
                kind: Secret
                metadata: { name: s }
                data: { any: "@@" }
                """, 500));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings())
                .extracting(Finding::ruleId)
                .contains("schema-policy", "schema-violation")
                .hasSizeGreaterThan(12);
        for (Finding finding : report.findings()) {
            assertThat(texts(finding)).noneMatch(words -> words.contains(MARK));
        }
        assertThat(shown(report)).doesNotContain(MARK);
    }

    /** Messages never show one; frames do not where anything tells that it is one. */
    @Test
    void noMistakeInAConfigurationShowsAPlantedValue() throws Exception {
        LintReport telling = mistakes("""
                password: @@
                exclude: {password: "@@"}
                rules:
                  token: @@
                  inline-secret: @@
                  password=@@: off
                known: [ "password=@@" ]
                http://shop:@@@web: x
                """);
        assertThat(telling.findings()).hasSize(7);
        assertThat(shown(telling)).doesNotContain(MARK);
        LintReport silent = mistakes("""
                profile: @@
                "@@": strict
                kubernetes: "@@"
                rules:
                  "@@": off
                  inline-secret: { options: { "@@": 1 } }
                known: [ "@@" ]
                """);
        assertThat(silent.findings()).hasSize(6);
        for (LintReport report : List.of(telling, silent)) {
            for (Finding finding : report.findings()) {
                assertThat(texts(finding)).noneMatch(words -> words.contains(MARK));
            }
        }
    }

    /** Keys that are written twice or wrongly are shown, and so is what stands beside them. */
    @Test
    void noMistakeInAPatchShowsAPlantedValue() throws Exception {
        Files.writeString(directory.resolve("operations.yaml"), numbered("""
                - op: replace
                  path: /stringData/anything
                  value: @@
                  value: "@@"
                - {op: add, path: /spec/password, value: @@, value: "@@"}
                - op: add
                  path: /stringData
                  value:
                    anything: @@
                    anything: @@
                - op: add
                  path: /spec/adminPassword
                  value: |
                    @@
                  value: |
                    @@
                """, 100));
        Files.writeString(directory.resolve("kustomization.yaml"), numbered("""
                patches:
                  - path: operations.yaml
                    target: {kind: Secret}
                  - target: {kind: Secret, nam: x}
                    patch: |-
                      - op: replace
                        path: /stringData/anything
                        value: @@
                  - tarfget: {kind: Secret}
                    patch: '[{"op":"replace","path":"/stringData/anything","value":"@@"}]'
                  - pach: '[{"op":"add","path":"/data","value":{"anything":"@@","other":"@@"}}]'
                  - pach: |
                      apiVersion: v1
                      kind: Secret
                      metadata: {name: a}
                      stringData:
                        anything: @@
                  - pacth: |
                      apiVersion: v1
                      kind: Secret
                      metadata: {name: a}
                      stringData: {anything: @@}
                """, 200));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings())
                .extracting(Finding::ruleId)
                .contains("duplicate-key", "unknown-kustomization-key");
        assertThat(shown(report)).doesNotContain(MARK);
        for (Finding finding : report.findings()) {
            assertThat(texts(finding)).noneMatch(text -> text.contains(MARK));
        }
        for (String name : List.of("operations.yaml", "kustomization.yaml")) {
            SourceFile file = report.findings().stream()
                    .map(finding -> finding.location().file())
                    .filter(each -> each.path().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown(withFindingsOnEachLine(file, report))).doesNotContain(MARK);
        }
    }

    /** Words that are most likely no password are told of by nobody, and shown by nobody either. */
    @Test
    void noReportShowsWordsThatMayBeAPassword() throws Exception {
        Files.writeString(directory.resolve("a.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: app, name: app }
                data:
                  messages_de.properties: |
                    db.password=Zitronenfalter
                  escaped.properties: "a=b\\nlabel.password=Zitronenfalter\\n"
                  label.password: >-
                    Zitronenfalter
                    Zitronenfalter
                  LABEL_PASSWORD: Zitronenfalter Passwort
                  DB_PASSWORD_SECRET_KEY: Zitronenfalter2-password
                """);
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings()).extracting(finding -> finding.ruleId()).containsOnly("duplicate-key");
        SourceFile file = report.findings().get(0).location().file();
        assertThat(shown(withFindingsOnEachLine(file, report))).doesNotContain("Zitronenfalter");
    }

    /** What a template fails with may repeat values, in any words, and the template may hold some. */
    @Test
    void noFailureOfHelmShowsAPlantedValue() throws Exception {
        assumeThat(File.separator).as("scripts run as they are").isEqualTo("/");
        Files.createDirectories(directory.resolve("shop/templates"));
        Files.createDirectories(directory.resolve("bin"));
        Files.writeString(directory.resolve("shop/Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        Files.writeString(directory.resolve("shop/values.yaml"), numbered("auth: { password: \"@@ Kuchen\" }\n", 100));
        Files.writeString(directory.resolve("shop/templates/a.yaml"), numbered("""
                a: 1
                {{ fail (printf "the password is %s" "@@") }}
                b: {{ fail "the token is @@" }}{{ dict "password" "@@" }}
                """, 100));
        Path helm = directory.resolve("bin/helm");
        for (String words : List.of(
                "password=@@",
                "DB_PASSWORD: @@",
                "--password @@",
                "{\"password\":\"@@\"}",
                "Authorization: Bearer @@",
                "login -u shop:@@",
                "the password is @@",
                "wrong value @@ for adminPassword",
                "not good: " + MARK.toUpperCase(Locale.ROOT) + "100XV7T KUCHEN",
                "the key\n-----BEGIN RSA PRIVATE KEY-----\n@@",
                "at <default \"@@\" .Values.password>: nil",
                "see\n- at '/auth/password': '@@' does not match pattern '^a'")) {
            String said = "Error: execution error at (shop/templates/a.yaml:2:3): " + numbered(words, 500);
            Files.writeString(helm, "#!/bin/sh\ncat >&2 <<'end'\n" + said + "\nend\nexit 1\n");
            Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
            LintReport report = TestData.linter()
                    .lint(request(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()))
                            .withRender(
                                    Optional.of(Rendering.HELM),
                                    List.of(),
                                    directory.resolve("bin").toString()));
            Finding failure = report.findings().stream()
                    .filter(finding -> finding.ruleId().equals("render-failed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(failure.location()).hasToString("shop/templates/a.yaml:2:1");
            assertThat(texts(failure))
                    .as(words)
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(MARK_IN_HOST_NAME));
            assertThat(shown(report).toLowerCase(Locale.ROOT))
                    .as(words)
                    .contains("helm says: ")
                    .doesNotContain(MARK_IN_HOST_NAME);
        }
    }

    private LintReport mistakes(String configuration) throws IOException {
        Files.writeString(directory.resolve("stslint.yaml"), numbered(configuration, 100));
        LintException thrown = catchThrowableOfType(
                LintException.class, () -> lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of())));
        return thrown.report().orElseThrow();
    }

    /** A finding on each line, of whatever rule, with each line as a related place: all of them must be masked. */
    @ParameterizedTest
    @MethodSource("selections")
    void noLineShowsAPlantedValue(RuleSelection selection) throws Exception {
        for (String lineBreak : List.of("\n", "\r\n")) {
            plant(lineBreak);
            LintReport report = lint(selection);
            List<String> leaks = new ArrayList<>();
            for (SourceFile file : files(report)) {
                for (String line : shown(withFindingsOnEachLine(file, report)).split("\n", -1)) {
                    if (line.contains(MARK) || line.contains(marked64()) || line.contains(MARK_IN_HOST_NAME)) {
                        leaks.add(line);
                    }
                }
            }
            assertThat(String.join("\n", leaks))
                    .as("lines that show a planted value")
                    .isEmpty();
        }
    }

    /** The same for what is set aside, with each line as the reason, as somebody might copy it. */
    @ParameterizedTest
    @MethodSource("selections")
    void nothingSetAsideShowsAPlantedValue(RuleSelection selection) throws Exception {
        plant("\n");
        LintReport report = lint(selection);
        for (SourceFile file : files(report)) {
            String shown = shown(withEachLineSetAside(file, report));
            List<String> leaks = new ArrayList<>();
            for (String line : shown.split("\n", -1)) {
                if (line.contains(MARK) || line.contains(marked64()) || line.contains(MARK_IN_HOST_NAME)) {
                    leaks.add(line);
                }
            }
            assertThat(String.join("\n", leaks)).as(file.path()).isEmpty();
            assertThat(shown).contains("<skipped");
        }
    }

    @Test
    void reasonsHoldPlantedValues() throws Exception {
        plant("\n");
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.suppressed())
                .extracting(SuppressedFinding::justification)
                .anyMatch(why -> why.contains(MARK));
        assertThat(shown(report)).contains("<skipped message=\"suppressed: ").doesNotContain(MARK, marked64());
    }

    private static LintReport withEachLineSetAside(SourceFile file, LintReport report) {
        String text = file.text().orElseThrow();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : withFindingsOnEachLine(file, report).findings()) {
            Span line = finding.location().span();
            suppressed.add(new SuppressedFinding(
                    finding,
                    SuppressedFinding.Kind.IN_SOURCE,
                    text.substring(line.start(), line.end()).strip(),
                    finding.location()));
        }
        return new LintReport(
                List.of(),
                suppressed,
                report.rules(),
                report.concealment(),
                report.accounting(),
                List.of(),
                report.failOn(),
                report.objects());
    }

    /** Each line that holds a planted value is taken out and comes in with another. */
    @ParameterizedTest
    @MethodSource("selections")
    void noDifferenceShowsAPlantedValue(RuleSelection selection) throws Exception {
        for (String lineBreak : List.of("\n", "\r\n")) {
            plant(lineBreak);
            LintReport before = lint(selection);
            Map<String, FileChange> changes = new LinkedHashMap<>();
            for (SourceFile file : files(before)) {
                SourceText text = new SourceText(file, file.text().orElseThrow());
                changes.put(file.path(), new FileChange(text, text));
            }
            plant(lineBreak, 500);
            LintReport after = lint(selection);
            for (SourceFile file : files(after)) {
                SourceText text = new SourceText(file, file.text().orElseThrow());
                changes.put(file.path(), new FileChange(changes.get(file.path()).before(), text));
            }
            StringBuilder shown = new StringBuilder();
            int masked = new DiffReporter(Palette.PLAIN)
                    .write(
                            new FixReport(
                                    before,
                                    after,
                                    List.of(),
                                    List.of(),
                                    List.copyOf(changes.values()),
                                    Optional.empty(),
                                    before.concealment().and(after.concealment())),
                            shown);
            assertThat(shown.toString()).doesNotContain(MARK, marked64(), MARK_IN_HOST_NAME);
            assertThat(masked).isGreaterThan(100);
        }
    }

    @Test
    void noRepairShowsAPlantedValue() throws Exception {
        plant("\n");
        Files.writeString(directory.resolve("repairable.yaml"), numbered(REPAIRABLE, 900));
        RuleSelection all = new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of());
        FixReport report = TestData.linter().fix(new FixRequest(request(all), true, true));
        assertThat(report.repaired())
                .extracting(repair -> repair.finding().ruleId())
                .contains("inline-secret", "unknown-volume-mount");
        StringBuilder shown = new StringBuilder();
        new DiffReporter(Palette.PLAIN).write(report, shown);
        assertThat(shown).contains("repairable.yaml", "secretKeyRef");
        RepairListing listing = new RepairListing(report, false);
        listing.writeRepaired(shown);
        listing.writeRefused(shown);
        shown.append(listing.summary()).append(listing.left());
        shown.append(shown(report.after()));
        assertThat(shown.toString()).doesNotContain(MARK, marked64(), MARK_IN_HOST_NAME);
    }

    private static final String REPAIRABLE = """
            apiVersion: v1
            kind: Secret
            metadata: {name: shop, namespace: shop}
            stringData:
              SHOP_PASSWORD: @@
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: shop, namespace: shop}
            spec:
              selector:
                matchLabels: {app: shop}
              template:
                metadata:
                  labels: {app: shop}
                spec:
                  containers:
                    - name: shop
                      image: registry.example.com/shop:1
                      args: [--token=@@]
                      volumeMounts:
                        - name: dates
                          mountPath: /data
                      env:
                        - name: API_TOKEN
                          value: @@
                        - name: SHOP_PASSWORD
                          value: @@
                        - name: OTHER
                          value: --password=@@
                  volumes:
                    - name: datas
            """;

    /** A part of a token tells as much as most passwords do. */
    @Test
    void noMessageShowsAPartOfAToken() throws Exception {
        String token = "ghp_" + "x7Zk2mXw9Lr4TbN8vYc3HfD6sJp1GaE5uRi0";
        Files.writeString(directory.resolve("pod.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  restartPolicy: %1$s
                  containers:
                    - name: a
                      image: a:1
                      imagePullPolicy: %1$s
                      resources: {limits: {cpu: %1$s}}
                """.formatted(token));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings()).extracting(Finding::ruleId).contains("schema-violation");
        assertThat(shown(report)).doesNotContain(token.substring(0, 12));
    }

    /** Names are shown in paths too, and a token is one whatever it names. */
    @Test
    void noNameShowsAToken() throws Exception {
        String token = "ghp_" + "x7Zk2mXw9Lr4TbN8vYc3HfD6sJp1GaE5uRi0";
        Files.writeString(directory.resolve("pod.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, labels: &%1$s {app: 1}, annotations: *%1$s}
                spec:
                  containers:
                    - name: %1$s
                      image: a:1
                      imagePullPolicy: Sometimes
                      env: [{name: %1$s, value: 1}]
                ---
                a: *%1$s
                """.formatted(token));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings()).hasSizeGreaterThan(3);
        assertThat(report.findings())
                .extracting(Finding::fieldPath)
                .contains("spec.containers[•••].imagePullPolicy")
                .noneMatch(path -> path.contains(token));
        assertThat(shown(report)).doesNotContain(token);
    }

    /** Objects are named beside each finding, and where they are drawn with their Services, pods and claims. */
    @Test
    void noNameOfAnObjectShowsAToken() throws Exception {
        String token = "glpat-" + "x7Zk2mXw9Lr4TbN8vYc3";
        Files.writeString(directory.resolve("set.yaml"), """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: %1$s, namespace: %1$s}
                spec:
                  serviceName: %1$s
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers:
                        - {name: db, image: "db:1", imagePullPolicy: Sometimes}
                      volumes: [{name: data, persistentVolumeClaim: {claimName: %1$s}}]
                  volumeClaimTemplates:
                    - metadata: {name: %1$s}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: %1$s}
                spec: {clusterIP: None, selector: {app: db}, ports: [{port: 1}]}
                """.formatted(token));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings()).extracting(Finding::object).contains("StatefulSet/•••/•••");
        assertThat(report.objects().nodes()).hasSizeGreaterThan(3);
        assertThat(shown(report)).doesNotContain(token);
    }

    /** Where a name was meant somebody may have put a whole setting, and in a path it stands behind other names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=@",
                "X-Api-Key: @",
                "x-api-key:@",
                "password=@",
                "Authorization: Bearer @",
                "Bearer @0123456789abcdef",
                "--password @",
                "curl -u shop:@",
                "postgres://shop:@@db/shop",
                "shop:@@registry.example.com",
                "a-user-whose-name-is-long:@@registry.example.com",
            })
    void noNameShowsTheValueOfASetting(String name) throws Exception {
        String value = MARK + "-Horse7";
        Files.writeString(directory.resolve("set.yaml"), """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: &name "%1$s", namespace: *name}
                spec:
                  serviceName: nodes
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers:
                        - name: *name
                          image: "db:1"
                          imagePullPolicy: Sometimes
                          env: [{name: *name, valeu: 1}]
                          ports: [{name: *name, containerPort: 0}]
                          volumeMounts: [{name: *name, mountPath: /data}]
                      volumes: [{name: data, persistentVolumeClaim: {claimName: *name}}]
                  volumeClaimTemplates:
                    - metadata: {name: *name}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: &name "%1$s", namespace: *name, labels: {*name : x}}
                spec: {clusterIP: None, selector: {app: db}, ports: [{port: 1}]}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: &name "%1$s"}
                data: {*name : 1}
                """.formatted(name.replaceFirst("@", value)));
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        assertThat(report.findings())
                .extracting(Finding::fieldPath)
                .anyMatch(path -> path.startsWith("spec.template.spec.containers[") && path.contains("•••"));
        assertThat(report.findings())
                .extracting(Finding::object)
                .anyMatch(object -> object.startsWith("StatefulSet/") && object.contains("•••"));
        assertThat(report.objects().nodes()).hasSizeGreaterThan(3);
        assertThat(shown(report)).doesNotContain(MARK);
    }

    /** The level of a rule that is called after secrets is none. */
    @Test
    void aConfigurationShowsItsLevels() throws Exception {
        assertThat(shown(mistakes("rules: {inline-secret: warn, committed-secret: eror}\n")))
                .contains("inline-secret: warn", "committed-secret: eror");
    }

    /** Reports have a second net that goes by lines; what rules say must cover what they can read without it. */
    @Test
    void rulesNameEveryPlantedValueThatTheyCanRead() throws Exception {
        plant("\n");
        LintReport report = lint(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()));
        List<String> missed = new ArrayList<>();
        for (SourceFile file : files(report)) {
            String text = file.text().orElseThrow();
            for (int at = text.indexOf(MARK);
                    READABLE.contains(file.path()) && at >= 0;
                    at = text.indexOf(MARK, at + 1)) {
                Span mark = new Span(at, at + MARK.length());
                String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
                boolean hidden = report.concealment().in(file).stream().anyMatch(span -> span.contains(mark));
                if (!hidden && line.indexOf('#') < 0 && line.indexOf(';') < 0 && !line.endsWith("[")) {
                    missed.add(file.path() + ":" + file.positionAt(at) + line);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private static final Set<String> READABLE = Set.of(
            "workload.yaml",
            "config.yaml",
            "secret.yaml",
            "objects.json",
            "kustomized/kustomization.yaml",
            "kustomized/db.env",
            "kustomized/web.env",
            "kustomized/patch.yaml",
            "kustomized/operations.yaml");

    private static List<String> texts(Finding finding) {
        List<String> texts = new ArrayList<>(finding.notes());
        texts.addAll(List.of(
                finding.message(),
                finding.label(),
                finding.help(),
                finding.object(),
                finding.fieldPath(),
                finding.ruleId()));
        texts.addAll(
                List.of(finding.fingerprint().exact(), finding.fingerprint().moved()));
        finding.related().forEach(related -> texts.add(related.message()));
        finding.fixes().stream().map(Fix::title).forEach(texts::add);
        return texts;
    }

    private static LintReport withFindingsOnEachLine(SourceFile file, LintReport report) {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= file.lineCount(); line++) {
            findings.add(findingOn(file, line));
        }
        return report.withFindings(findings);
    }

    private static Finding findingOn(SourceFile file, int line) {
        int start = file.lineStart(line);
        int end = line < file.lineCount() ? file.lineStart(line + 1) - 1 : file.length();
        Location place = new Location(file, new Span(start, Math.max(start, end)));
        return new Finding(
                "missing-service-name",
                Severity.INFO,
                "",
                "",
                place,
                "a finding",
                "here",
                List.of(),
                "",
                List.of(new Related(place, "and here")),
                List.of(),
                Fingerprint.of(file.path(), "missing-service-name", "", "", line));
    }

    private static String shown(LintReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Reporter reporter : REPORTERS) {
            reporter.write(report, text);
        }
        return text.toString();
    }

    /** Every file in which something was found: each planted one has a finding on purpose, but where rules find nothing but secrets. */
    private static Set<SourceFile> files(LintReport report) {
        Set<SourceFile> files = new LinkedHashSet<>();
        report.findings().forEach(finding -> files.add(finding.location().file()));
        Set<String> planted = new LinkedHashSet<>(manifests().keySet());
        planted.removeIf(path -> path.endsWith(".env"));
        assertThat(files.stream().map(SourceFile::path).filter(path -> !path.endsWith(".env")))
                .containsExactlyInAnyOrderElementsOf(planted);
        return files;
    }

    private LintReport lint(RuleSelection selection) throws LintException {
        return TestData.linter().lint(request(selection));
    }

    private LintRequest request(RuleSelection selection) {
        return LintRequest.of(directory, List.of("."))
                .withSelection(selection)
                .forReports(List.of(new ReportTarget(ReportFormat.HTML, "")))
                .withJobs(1);
    }

    /** How every planted value starts in base64. */
    private static String marked64() {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString((MARK + "xx").getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
    }

    private void plant(String lineBreak) throws IOException {
        plant(lineBreak, 100);
    }

    /** @param first the number of the first planted value of each file */
    private void plant(String lineBreak, int first) throws IOException {
        for (Map.Entry<String, String> manifest : manifests().entrySet()) {
            Path file = directory.resolve(manifest.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, numbered(manifest.getValue(), first).replace("\n", lineBreak));
        }
    }

    /** Puts a marked value in place of each {@code @@}, and a marked one in base64 in place of each {@code @64@}. */
    private static String numbered(String text, int first) {
        StringBuilder result = new StringBuilder();
        int number = first;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("@@", i)) {
                result.append(MARK).append(number++).append("xV7t");
                i++;
            } else if (text.startsWith("@64@", i)) {
                String value = MARK + number++ + "xV7t";
                result.append(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
                i += 3;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }

    /** Each holds a key twice somewhere, so that there is a finding whatever is selected. */
    private static Map<String, String> manifests() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("workload.yaml", WORKLOAD);
        files.put("config.yaml", CONFIG_MAP);
        files.put("secret.yaml", SECRETS);
        files.put("broken.yaml", BROKEN);
        files.put("objects.json", JSON);
        files.put("others.yaml", OTHERS);
        files.put("suppressed.yaml", SUPPRESSED);
        files.put("kustomized/kustomization.yaml", KUSTOMIZATION);
        files.put("kustomized/db.env", "password=@@\nanything=\"@@\"\npassword='@@'\n@@\n");
        files.put(
                "kustomized/web.env",
                "DB_PASSWORD=@@\nurl=http://shop:@@@web\n\nDB_PASSWORD=\"@@\"\n@@/+@@=\n@@==\n\nA=1\n@@=\n");
        files.put("kustomized/patch.yaml", PATCH);
        files.put("kustomized/operations.yaml", OPERATIONS);
        return files;
    }

    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"spec":{"template":{"spec":{"containers":[{"env":[{"name":"DB_PASSWORD","value":"@@"}],"args":["--token=@@"]}]}}}}
                example.com/api-token: "@@"
                example.com/url: http://shop:@@@web
              labels: {app: db}
              labels: {app: db}
            spec:
              template:
                metadata:
                  annotations: {example.com/password: '@@'}
                spec:
                  initContainers:
                    - name: init
                      image: registry.example.com/init:1
                      env:
                        - {name: INIT_PASSWORD, value: @@}
                        - {value: "@@", name: INIT_TOKEN}
                        - {name: HEADER, value: "Bearer @@0123456789abcdef"}
                  containers:
                    - name: db
                      image: postgres:16.4
                      command: [sh, -c, "serve --password=@@ && PGPASSWORD=@@ psql"]
                      args:
                        - --api-key=@@
                        - --token
                        - "@@"
                        - -Djavax.net.ssl.keyStorePassword=@@
                        - --uri=mongodb://shop:@@@mongo/shop
                        - |
                          set -e
                          mysql -uroot -p@@ -e 'select 1'
                          redis-cli -a "@@" ping
                          curl -u 'admin:@@' -H "Authorization: Bearer @@" http://web
                          echo "requirepass @@" > redis.conf
                      env:
                        # DB_PASSWORD: @@
                        - name: DB_PASSWORD
                          value: @@   # password: @@
                        - name: SINGLE_PASSWORD
                          value: 'it''s @@'   # was @@, and before (@@)
                        # @@ in staging
                        - {name: STAGED_PASSWORD, value: "@@"}
                        - name: DOUBLE_PASSWORD
                          value: "\\tit is @@"
                        - name: FOLDED_PASSWORD
                          value: >-
                            it is
                            @@
                        - name: LITERAL_PASSWORD
                          value: |
                            it is
                              @@
                        - name: LINES_PASSWORD
                          value: it is
                            @@
                        - name: ANCHORED_PASSWORD
                          value: &anchor @@
                        - name: ALIAS_PASSWORD
                          value: *anchor
                        - name: DATABASE_URL
                          value: postgres://shop:@@@db/shop
                        - name: GO_DSN
                          value: shop:@@@tcp(db:3306)/shop
                        - name: JAVA_OPTS
                          value: -Xmx1g -Dapp.password=@@ -Xms1g
                        - name: CONNECTION
                          value: Server=db;Password=@@;Database=shop
                        - name: SETTINGS
                          value: '{"db":{"password":"@@"}}'
                        - name: WRONG_TYPE_PASSWORD
                          value: [@@]
                        - name: PEER_PASSWORD
                          value: db-7.zq9m4rk
                        - name: PEER_URL
                          value: http://shop:db-8.zq9m4rk@web
                        - name: LATE
                          value: $(UPSTREAM)
                        - name: UPSTREAM
                          value: http://shop:@@@proxy
                      livenessProbe:
                        exec:
                          command: ["mysqladmin", "ping", "-p@@"]
                      readinessProbe:
                        httpGet:
                          path: /
                          port: 80
                          httpHeaders:
                            - name: Authorization
                              value: Basic @@
                            - {name: X-Api-Key, value: "@@"}
                      lifecycle:
                        preStop:
                          exec:
                            command: [sh, -c, "redis-cli -a @@ shutdown"]
            """;

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: app
              name: app
            data:
              POSTGRES_PASSWORD: @@   # it was password=@@ before
              quoted.token: "@@"
              upstream: "Bearer @@0123456789abcdef"
              url: amqp://shop:@@@queue
              application.properties: |
                # db.password=@@
                db.password=@@
                db.url=jdbc:mysql://db/shop?user=shop&password=@@
              app.ini: |
                [db]
                ; password = @@
                password = @@
              .env: |
                export API_KEY="@@"
              config.yaml: |
                db: {user: shop, password: @@}
                token: '@@'   # token: @@
                env:
                  - name: SMTP_PASSWORD
                    value: @@
              config.json: |
                {"password": "@@", "env": [{"name": "SMTP_PASSWORD", "value": "@@"}]}
              core-site.xml: |
                <property><name>fs.s3a.secret.key</name><value>@@</value></property>
                <bean password="@@"/><add key="MailPassword" value="@@"/>
                <password>@@</password>
              redis.conf: |
                requirepass @@
              fluent.conf: |
                password @@
              init.sql: |
                CREATE USER shop IDENTIFIED BY '@@';
              folded.txt: >
                password=@@
              .dockerconfigjson: '{"auths":{"registry.example.com":{"auth":"@64@"}}}'
              escaped: "db.password=@@\\napi.token=@@\\n"
              connection.config: |
                <add name="Db" connectionString="Server=db;Password=@@;Database=shop"/>
              id_rsa: |
                -----BEGIN PRIVATE KEY-----
                MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBA@@
                @@
                -----END PRIVATE KEY-----
            """;

    private static final String SECRETS = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
              name: db
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"apiVersion":"v1","data":{"anything":"@64@"},"kind":"Secret","stringData":{"other":"@@"}}
            data:
              password: @64@   # password: @64@
              anything: "@64@"
              long: |
                @64@
                @64@
              raw: @@
            stringData:
              password: @@
              whatever: '@@'
              "quoted key": "@@"
              number: [@@]
              file.yaml: |
                user: shop
                some: @@
              folded: >-
                @@
                @@
              {nested: @@}: x
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: flow, name: flow}
            stringData: {a: @@, b: "@@", c: '@@'}
            ---
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Secret
                metadata: {name: item, name: item}
                stringData:
                  anything: @@
            """.replace("  {nested: @@}: x\n", "");

    private static final String BROKEN = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: broken
            stringData:
              password: @@
              anything: @@
               wrong: indentation
              more: @@
            ---
            apiVersion: v1
            kind: Secret
            metdata:
              name: misspelt
            strngData:
              anything: @@
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: broken}
            spec:
              containers:
                - name: app
                  env:
                    - name: DB_PASSWORD
                      value: @@
                    - {name: API_TOKEN, value: "@@"}
                    - {name: OTHER_TOKEN, valeu: "@@"}
                    - {"valeu": @@, "name": THIRD_TOKEN}
                    - {nam: FOURTH_TOKEN, value: @@}
                    - {Name: FIFTH_TOKEN, value: "@@"}
                    - {key: SIXTH_TOKEN, value: @@}
                    - {name: SEVENTH_TOKEN, value: {a: @@, "b": "@@"}}
                    - {name: EIGHTH_TOKEN, valueFrom: {value: @@}}
                  args: [--password=@@, --token, @@]
                  lifecycle:
                    - -p@@
                    - curl -u shop:@@ http://web
                    - curl "--user=shop:@@" http://web
                  command:
                   - x
                  - --password=@@
            ---
            apiVersion: v1
            kind: ConfigMap
            data:
              application.properties: |
                db.password=@@
              url: http://shop:@@@web
              key: "unclosed
            """;

    private static final String JSON = """
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db", "name": "db"}, "stringData": {"anything": "@@"}, "data": {"x": "@64@"}}
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "app"}, "spec": {"containers": [
              {"name": "app", "image": "x", "args": ["--password=@@", "--token", "@@"],
               "env": [{"name": "DB_PASSWORD", "value": "@@"}, {"name": "URL", "value": "http://shop:@@@web"}]}]}}
            """;

    private static final String OTHERS = """
            apiVersion: example.com/v1
            kind: Database
            metadata: {name: db, name: db}
            spec:
              adminPassword: @@
              url: postgres://shop:@@@db
              image: shop:@@@registry.example.com/shop:1
              proxy: --proxy=shop:@@@proxy:3128
              upstream: proxy_set_header X-Upstream "Bearer @@0123456789abcdef";
              template:
                env:
                  - name: API_TOKEN
                    value: @@
            ---
            password: @@
            """;

    private static final String SUPPRESSED = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: aside
              name: aside
              annotations:
                stslint.dev/ignore.web: "inline-secret -- password: @@"
                stslint.dev/ignore: |
                  secret-in-arguments -- it was --password=@@ before
                  password=@@ -- token=@@
                  inline-secret token=@@
                stslint.dev/password: "@@"
            spec:
              containers:
                - name: web
                  image: nginx:1.27
                  args: [--password=@@]
                  env:
                    - name: DB_PASSWORD
                      value: @@   # stslint:ignore inline-secret -- password=@@ is only for tests
                    - {name: OTHER_PASSWORD, value: @@}   # stslint:ignore inline-secret, password=@@ -- http://shop:@@@web
                    # stslint:password=@@ duplicate-key
                    # stslint:ignore inline-secret until=2026-99-99 -- password=@@
                    - {name: MODE, value: fast}   # stslint:ignore duplicate-key -- password=@@
            """;

    private static final String KUSTOMIZATION = """
            namePrefix: a-
            namePrefix: a-
            secretGenerator:
              - name: db
                envs: [db.env]
                literals:
                  - password=@@
                  - "token=@@"
                  - anything=@@
                  - 'other=@@'
              - name: flow
                literals: [one=@@, "two=@@"]
              - name: quotes
                literals: ["three='it is @@'", 'four="@@"', "five=\\t@@"]
            configMapGenerator:
              - name: web
                envs: [web.env]
                literals:
                  - DB_PASSWORD=@@
                  - url=http://shop:@@@web
                  - |
                    app.properties=a=b
                    db.password=@@
            patches:
              - path: patch.yaml
              - path: operations.yaml
              - patch: |
                  - op: replace
                    path: /spec/template/spec/containers/0/env/0
                    value: {name: DB_PASSWORD, value: "@@"}
              - target: {kind: StatefulSet, name: db}
                patch: '[{"op": "add", "path": "/spec/template/spec/containers/0/args", "value": ["--password=@@"]}]'
              - target: {kind: Secret}
                patch: |-
                  - op: add
                    path: /data/anything
                    value: @64@
                  - {op: add, path: /stringData, value: {anything: @@}}
              - patch: |-
                  apiVersion: v1
                  kind: Secret
                  metadata: {name: db}
                  stringData:
                    anything: @@
            """;

    private static final String OPERATIONS = """
            - op: add
              path: /stringData/anything
              path: /stringData/anything
              value: @@
            - op: replace
              path: /spec/template/spec/containers/0/env/-
              value:
                name: DB_PASSWORD
                value: "@@"
            - {op: add, path: /spec/template/spec/containers/0/args/-, value: --password=@@}
            """;

    private static final String PATCH = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
              name: db
            spec:
              template:
                spec:
                  containers:
                    - name: db
                      args: ["--password=@@"]
                      env:
                        - name: DB_PASSWORD
                          value: @@
                        - name: URL
                          value: http://shop:@@@web
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
            stringData:
              anything: @@
            """;
}
