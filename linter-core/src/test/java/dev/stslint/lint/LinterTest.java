package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Fields.Entry;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.report.LintReport;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.Located;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinterTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: db
            spec:
              clusterIP: None
            """;

    @TempDir
    Path directory;

    @Test
    void everyFileAndDocumentIsAccountedFor() throws Exception {
        write("a.yaml", SERVICE + "---\n# nothing\n---\nkey: value\n---\na: [\n");
        write("list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + indented(SERVICE) + indented(SERVICE));
        write("template.yaml", "kind: {{ .Kind }}\n");
        write("patch.yaml", SERVICE);
        write("kustomization.yaml", "resources: [a.yaml]\npatches:\n  - path: patch.yaml\n");
        Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
        var accounting = lint(service((view, context) -> {})).accounting();
        assertThat(accounting.files()).hasSize(6);
        assertThat(accounting.filesRead() + accounting.filesSkipped()).isEqualTo(6);
        assertThat(accounting.filesSkipped()).isEqualTo(2);
        assertThat(accounting.documents(Outcome.OBJECTS)).isEqualTo(2);
        assertThat(accounting.documents(Outcome.KUSTOMIZATION)).isEqualTo(1);
        assertThat(accounting.documents(Outcome.PATCH)).isEqualTo(1);
        assertThat(accounting.documents(Outcome.EMPTY)).isEqualTo(1);
        assertThat(accounting.documents(Outcome.NOT_KUBERNETES)).isEqualTo(1);
        assertThat(accounting.documents(Outcome.BROKEN)).isEqualTo(1);
        assertThat(accounting.documents()).isEqualTo(7);
        assertThat(accounting.objects()).isEqualTo(3);
    }

    @Test
    void remarksWhatWasNotReadOnceAndAccountsForAllOfIt() throws Exception {
        Files.createDirectory(directory.resolve(".git"));
        write(".gitignore", "base\nmissing.yaml\n");
        write("overlay/kustomization.yaml", "resources: [../base, missing.yaml, 'https://example.com/a']\n");
        write("overlay/component.yaml", "apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata: {name: state}\n");
        var accounting = lint(service((view, context) -> {})).accounting();
        assertThat(accounting.remarks())
                .containsExactly("overlay/kustomization.yaml: takes `../base`, which was not read;"
                        + " references to its objects are not judged (and 1 more like this)");
        assertThat(accounting.unjudged())
                .hasSize(4)
                .last(STRING)
                .startsWith("Component (dapr.io/v1alpha1): fields not checked");
        assertThat(accounting.objects()).isEqualTo(1);
    }

    /** Their own reports lie among the manifests where somebody wants them there. */
    @Test
    void whatRunsWriteIsNotAccountedFor() throws Exception {
        write("a.yaml", SERVICE);
        write("config.json", "{}");
        write("report.json", "{}");
        write("known.json", "{\"version\": 1, \"findings\": []}");
        write("service.json", "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"db\"}}");
        LintRequest request = request(1)
                .withBaseline(Optional.of("known.json"))
                .forReports(ReportTarget.parse(List.of("json=./report.json", "sarif=service.json", "text")));

        assertThat(lint(request, service((view, context) -> {})).accounting().files())
                .extracting(FileAccount::path)
                .containsExactly("a.yaml", "config.json", "service.json");
    }

    @Test
    void remarksThatThereIsNothingToRead() throws Exception {
        assertThat(lint(service((view, context) -> {})).accounting().remarks())
                .containsExactly("no manifests found in `.`");
        write("a.yaml", "---\n# nothing yet\n");
        assertThat(lint(service((view, context) -> {})).accounting().remarks())
                .containsExactly("no manifests found in `.`");
        write("a.yaml", "apiVersion: v1\nkind: List\nitems: []\n");
        assertThat(lint(service((view, context) -> {})).accounting().remarks())
                .containsExactly("no manifests found in `.`");
        write("a.yaml", "key: value\nitems: []\n");
        assertThat(lint(service((view, context) -> {})).accounting().remarks()).isEmpty();
    }

    @Test
    void remarksWhichDefinitionsDifferAndAreEquallyNear() throws Exception {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: caches.example.com}
                spec:
                  group: example.com
                  names: {kind: Cache, plural: caches}
                  versions:
                    - {name: v1, served: true, schema: {openAPIV3Schema: {type: object, maxProperties: MOST}}}
                """;
        write("a/crd.yaml", definition.replace("MOST", "4"));
        write("b/crd.yaml", definition.replace("MOST", "5"));
        write("cache.yaml", "apiVersion: example.com/v1\nkind: Cache\nmetadata: {name: c}\n");
        String remark = "Cache (example.com/v1): fields not checked, a/crd.yaml and b/crd.yaml"
                + " define it differently and are equally near (1 object)";

        assertThat(lint(service((view, context) -> {})).accounting().remarks()).containsExactly(remark);
        assertThat(lint(service((view, context) -> {})).accounting().unjudged()).containsExactly(remark);

        write("b/crd.yaml", definition.replace("MOST", "4"));
        assertThat(lint(service((view, context) -> {})).accounting().remarks()).isEmpty();
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        for (int i = 0; i < 120; i++) {
            write("d" + i % 7 + "/s" + i + ".yaml", SERVICE.replace("db", "db" + i));
        }
        Rule<Service> rule = service((view, context) -> context.report(Problem.at(view, view.title())));
        List<Finding> one = lint(request(1), rule).findings();
        List<Finding> many = lint(request(8), rule).findings();
        assertThat(one).hasSize(120).isSorted();
        assertThat(many.stream().map(LinterTest::shown))
                .containsExactlyElementsOf(one.stream().map(LinterTest::shown).toList());
    }

    /** So many that kustomizations are read while the walk goes on, and indexes are made beside each other. */
    @Test
    void manyApplicationsAreJudgedAsEachAlone() throws Exception {
        int applications = 1100;
        for (int i = 0; i < applications; i++) {
            write("app" + i + "/kustomization.yaml", "namePrefix: p-\nresources: [all.yaml]\n");
            write(
                    "app" + i + "/all.yaml",
                    SERVICE + "---\n" + SERVICE.replace("name: db", "name: other") + "---\n" + set("db") + "---\n"
                            + set("none"));
        }
        Linter linter = new Linter(new LivingRules());
        List<Finding> one = linter.lint(request(1)).findings();
        List<Finding> many = linter.lint(request(4)).findings();
        assertThat(one)
                .filteredOn(finding -> finding.ruleId().equals("unknown-service"))
                .hasSize(applications);
        assertThat(many.stream().map(LinterTest::shown))
                .containsExactlyElementsOf(one.stream().map(LinterTest::shown).toList());
    }

    private static String set(String service) {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: SERVICE-set}
                spec:
                  serviceName: SERVICE
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: c, image: postgres}]}
                """.replace("SERVICE", service);
    }

    @Test
    void aRuleThatFailsIsAFindingWithoutTheExceptionsMessage() throws Exception {
        write("a.yaml", SERVICE);
        LintReport report = lint(service((view, context) -> {
            throw new IllegalArgumentException("hunter2");
        }));
        Finding finding = report.findings().get(0);
        assertThat(finding.ruleId()).isEqualTo("internal-error");
        assertThat(finding.message()).contains("test-rule");
        assertThat(finding.toString()).doesNotContain("hunter2").contains("IllegalArgumentException");
        assertThat(report.status()).isEqualTo(2);
    }

    @Test
    void localRulesSeeValuesAndOthersDoNot() throws Exception {
        write("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  key: value\n");
        assertThat(lint(rule(ConfigMap.class, RuleMetadata.Builder::local, LinterTest::reportData))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("key=value");
        assertThat(lint(rule(ConfigMap.class, builder -> builder, LinterTest::reportData))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("key=");
    }

    private static void reportData(ConfigMap map, RuleContext context) {
        for (Entry entry : map.data()) {
            context.report(
                    Problem.at(entry.value(), entry.name() + "=" + entry.value().or("-")));
        }
    }

    @Test
    void aLocalRuleMayNotAskAboutOthers() throws Exception {
        write("a.yaml", SERVICE);
        LintReport report = lint(rule(
                Service.class,
                RuleMetadata.Builder::local,
                (view, context) -> context.manifests().objects()));
        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("internal-error");
    }

    @Test
    void aRuleYieldsWhereAnotherSpeaksForTheSameCause() throws Exception {
        write("a.yaml", SERVICE);
        write("b.yaml", SERVICE.replace("db", "other"));
        Rule<Service> yielding = rule(
                "yielding",
                Service.class,
                builder -> builder.yieldsTo("speaking"),
                (view, context) -> context.report(Problem.at(view.clusterIp(), "yields")));
        Rule<Service> speaking = rule("speaking", Service.class, builder -> builder, (view, context) -> {
            if (view.name().equals("db")) {
                context.report(Problem.at(view, "speaks").explains(view.clusterIp()));
            }
        });
        assertThat(lint(yielding, speaking).findings())
                .extracting(finding -> finding.location().file().path() + " " + finding.message())
                .containsExactly("a.yaml speaks", "b.yaml yields");
    }

    @Test
    void aRuleYieldsOnOtherObjectsToo() throws Exception {
        write("a.yaml", SERVICE);
        write("b.yaml", SERVICE.replace("db", "other"));
        Rule<Service> yielding = rule(
                "yielding",
                Service.class,
                builder -> builder.yieldsTo("speaking"),
                (view, context) -> context.report(Problem.at(view.clusterIp(), "yields")));
        Rule<Service> speaking = rule("speaking", Service.class, builder -> builder, (view, context) -> {
            if (view.name().equals("db")) {
                Problem problem = Problem.at(view, "speaks");
                for (Service other : context.manifests().all(Service.class)) {
                    problem = problem.explains(other.clusterIp());
                }
                context.report(problem);
            }
        });
        assertThat(lint(yielding, speaking).findings())
                .extracting(finding -> finding.location().file().path() + " " + finding.message())
                .containsExactly("a.yaml speaks");
    }

    @Test
    void whatHoldsInSomeReleasesIsInfoUntilTheyAreNamed() throws Exception {
        write("a.yaml", SERVICE);
        Rule<Service> rule = service((view, context) ->
                context.report(Problem.at(view, "old").severity(Severity.ERROR).holdsIn(VersionRange.upTo(33))));
        Finding unnamed = lint(rule).findings().get(0);
        assertThat(unnamed.severity()).isEqualTo(Severity.INFO);
        assertThat(unnamed.notes()).containsExactly("holds for Kubernetes 1.31..1.33; the targets are 1.31..1.36");
        assertThat(lint(targeting("1.32..1.35"), rule).findings().get(0).severity())
                .isEqualTo(Severity.ERROR);
        assertThat(lint(targeting("1.34"), rule).findings()).isEmpty();
    }

    @Test
    void aUsersSeverityWinsOverTiers() throws Exception {
        write("a.yaml", SERVICE);
        Rule<Service> rule =
                service((view, context) -> context.report(Problem.at(view, "x").severity(Severity.ERROR)));
        RuleSelection selection =
                new RuleSelection(Profile.RECOMMENDED, List.of(), List.of(), Map.of("test-rule", Severity.INFO));
        assertThat(lint(selecting(selection), rule).findings().get(0).severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void aBrokenDocumentSpeaksOfOthersOnlyWhereThereAreAny() throws Exception {
        write("alone.yaml", "a: [\n");
        write("beside.yaml", SERVICE + "---\na: [\n");
        Rule<Service> silent = service((view, context) -> {});

        assertThat(lint(request(1), silent).findings())
                .extracting(Finding::notes)
                .containsExactly(
                        List.of("the file was not checked"),
                        List.of("this document was not checked; the others of the file were"));
    }

    @Test
    void selectionByRuleCategoryAndProfile() throws Exception {
        write("a.yaml", SERVICE + "---\na: [\n");
        Rule<Service> rule = service((view, context) -> context.report(Problem.at(view, "x")));
        assertThat(ids(selecting(selection(List.of(), List.of("test-rule"))), rule))
                .containsExactly("invalid-yaml");
        assertThat(ids(selecting(selection(List.of(), List.of("identity", "yaml"))), rule))
                .isEmpty();
        assertThat(ids(selecting(selection(List.of("storage"), List.of())), rule))
                .containsExactly("invalid-yaml");
        assertThat(ids(selecting(selection(List.of("identity"), List.of())), rule))
                .containsExactly("test-rule", "invalid-yaml");
        Rule<Service> strict = rule(
                "test-rule",
                Service.class,
                builder -> builder.profile(Profile.STRICT),
                (view, context) -> context.report(Problem.at(view, "x")));
        assertThat(ids(request(1), strict)).containsExactly("invalid-yaml");
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> lint(selecting(selection(List.of("test-rul"), List.of())), service((a, b) -> {})))
                .isInstanceOf(LintException.class)
                .hasMessage("there is no rule or category `test-rul`; did you mean `test-rule`?");
    }

    @Test
    void aMissingPathFailsTheRunButNotTheOthers() throws Exception {
        write("k8s/a.yaml", SERVICE);
        LintRequest request = LintRequest.of(directory, List.of("k8s", "k9s"));
        LintReport report = lint(request, service((view, context) -> context.report(Problem.at(view, "x"))));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.failures()).hasSize(1).first().asString().contains("`k9s`", "did you mean", "k8s");
        assertThat(report.status()).isEqualTo(2);
    }

    @Test
    void standardInputIsReadOnceAndKept() throws Exception {
        InputStream input = new ByteArrayInputStream(SERVICE.getBytes(StandardCharsets.UTF_8));
        LintRequest request = LintRequest.of(directory, List.of("-")).withStandardInput(input, "rendered.yaml");
        Finding finding = lint(request, service((view, context) -> context.report(Problem.at(view.clusterIp(), "x"))))
                .findings()
                .get(0);
        assertThat(finding.location()).hasToString("rendered.yaml:6:14");
        assertThat(finding.location().file().text()).contains(SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "---\n# nothing\n", "Usage: helm template\n", "apiVersion: v1\nkind: List\nitems: []\n"})
    void aPipeThatBringsNoObjectsIsRefused(String text) throws Exception {
        LintReport report = lint(
                LintRequest.of(directory, List.of("-")).withStandardInput(input(text), LintRequest.STANDARD_INPUT),
                service((view, context) -> {}));
        assertThat(report.failures())
                .containsExactly("no objects on standard input; what was to write them may have failed");
        assertThat(report.status()).isEqualTo(2);
    }

    @Test
    void standardInputWithANameMayBeAnyFile() throws Exception {
        LintReport report = lint(
                LintRequest.of(directory, List.of("-")).withStandardInput(input("key: value\n"), "values.yaml"),
                service((view, context) -> {}));
        assertThat(report.failures()).isEmpty();
    }

    /** As an editor's buffer, beside whose file others are read for reference. */
    @ParameterizedTest
    @ValueSource(strings = {"k8s/a.yaml", "./k8s/../k8s/a.yaml"})
    void standardInputTakesThePlaceOfItsFile(String name) throws Exception {
        write("k8s/a.yaml", SERVICE);
        write("k8s/b.yaml", SERVICE.replace("name: db", "name: other"));
        LintRequest request = LintRequest.of(directory, List.of("-"))
                .withStandardInput(input(SERVICE), name)
                .withContext(List.of("k8s"));
        LintReport report = lint(request, service((view, context) -> context.report(Problem.at(view, "x"))));
        assertThat(report.findings())
                .extracting(finding -> finding.location().file().path())
                .containsExactly(name);
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void namesTheTemplateOfWhatHelmPrinted() throws Exception {
        String text = "---\n# Source: shop/templates/db.yaml\n" + SERVICE;
        Finding finding = lint(
                        LintRequest.of(directory, List.of("-"))
                                .withStandardInput(input(text), LintRequest.STANDARD_INPUT),
                        service((view, context) -> context.report(Problem.at(view.clusterIp(), "x"))))
                .findings()
                .get(0);
        assertThat(finding.notes()).containsExactly("rendered from `shop/templates/db.yaml`");
        assertThat(finding.location()).hasToString("stdin:8:14");
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void statusFollowsTheThreshold() throws Exception {
        write("a.yaml", SERVICE);
        Rule<Service> warning = service((view, context) -> context.report(Problem.at(view, "x")));
        assertThat(lint(warning).status()).isZero();
        assertThat(lint(request(1).withFailOn(Optional.of(Threshold.WARNING)), warning)
                        .status())
                .isEqualTo(1);
        assertThat(lint(request(1).withFailOn(Optional.of(Threshold.NEVER)), warning)
                        .status())
                .isZero();
    }

    @Test
    void concealingRulesRunEvenWhenTheyAreOff() throws Exception {
        write("a.yaml", SERVICE);
        Rule<Service> rule = rule("test-rule", Service.class, RuleMetadata.Builder::concealing, (view, context) -> {
            context.conceal(view.clusterIp());
            context.report(Problem.at(view, "x"));
        });
        LintReport report = lint(selecting(selection(List.of(), List.of("test-rule"))), rule);
        assertThat(report.findings()).isEmpty();
        assertThat(report.concealment().equals(dev.stslint.report.Concealment.NONE))
                .isFalse();
    }

    @Test
    void fingerprintsSurviveMovedLinesAndTellTwinsApart() throws Exception {
        write("a.yaml", SERVICE);
        Rule<Service> rule = service((view, context) -> context.report(Problem.at(view.clusterIp(), "x")));
        Finding before = lint(rule).findings().get(0);
        write("a.yaml", "# a comment\n\n" + SERVICE);
        write("b.yaml", SERVICE);
        List<Finding> after = lint(rule).findings();
        assertThat(after.get(0).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(after.get(1).fingerprint().exact())
                .isNotEqualTo(before.fingerprint().exact());
        assertThat(after.get(1).fingerprint().moved())
                .isEqualTo(before.fingerprint().moved());
    }

    @Test
    void shapesThatAreNoObjectsAreLeftAlone() throws Exception {
        write("patch.yaml", "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {replicas: 3}\n");
        LintReport report = lint(
                rule(StatefulSet.class, builder -> builder, (view, context) -> context.report(Problem.at(view, "x"))));
        assertThat(report.findings()).isEmpty();
        assertThat(report.accounting().documents(Outcome.PATCH)).isEqualTo(1);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String indented(String yaml) {
        return "  - " + yaml.strip().replace("\n", "\n    ") + "\n";
    }

    private static String shown(Finding finding) {
        return finding.location() + " " + finding.message() + " " + finding.fingerprint();
    }

    private LintRequest request(int jobs) {
        return LintRequest.of(directory, List.of(".")).withJobs(jobs);
    }

    private LintRequest selecting(RuleSelection selection) {
        return request(1).withSelection(selection);
    }

    private LintRequest targeting(String versions) {
        return request(1).withKubernetes(VersionRange.parse(versions));
    }

    private static RuleSelection selection(List<String> select, List<String> ignore) {
        return new RuleSelection(Profile.RECOMMENDED, select, ignore, Map.of());
    }

    private List<String> ids(LintRequest request, Rule<?> rule) throws LintException {
        return lint(request, rule).findings().stream().map(Finding::ruleId).toList();
    }

    private LintReport lint(Rule<?>... rules) throws LintException {
        return lint(request(1), rules);
    }

    private static LintReport lint(LintRequest request, Rule<?>... rules) throws LintException {
        return new Linter(new Pack(List.of(rules))).lint(request);
    }

    private static Rule<Service> service(BiConsumer<Service, RuleContext> check) {
        return rule(Service.class, builder -> builder, check);
    }

    private static <T extends Located> Rule<T> rule(
            Class<T> target,
            java.util.function.UnaryOperator<RuleMetadata.Builder> more,
            BiConsumer<T, RuleContext> check) {
        return rule("test-rule", target, more, check);
    }

    private static <T extends Located> Rule<T> rule(
            String id,
            Class<T> target,
            java.util.function.UnaryOperator<RuleMetadata.Builder> more,
            BiConsumer<T, RuleContext> check) {
        RuleMetadata metadata = more.apply(RuleMetadata.of(id)
                        .summary("a rule of a test")
                        .category(Category.IDENTITY)
                        .since("0.1"))
                .build();
        return new Rule<>() {
            @Override
            public RuleMetadata metadata() {
                return metadata;
            }

            @Override
            public Class<T> target() {
                return target;
            }

            @Override
            public void check(T view, RuleContext context) {
                check.accept(view, context);
            }
        };
    }

    private record Pack(List<Rule<?>> rules) implements RulePack {
        @Override
        public Optional<String> page(String ruleId) {
            return Optional.empty();
        }
    }
}
