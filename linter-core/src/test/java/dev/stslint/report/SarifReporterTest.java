package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SarifReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final Schema SCHEMA = schema();

    private static final Manifest SET =
            Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n  x: 😀 y\n");

    static Stream<Arguments> reports() {
        Manifest windows = Manifest.of("a b/ü😀#?%.yaml", "\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n");
        Manifest empty = Manifest.of("empty.yaml", "");
        Manifest control = Manifest.of("a\u001b\u0007\n.yaml", "x: \u001b[31m\u0000\"\\\u2028\n");
        Manifest minified = Manifest.of("a.json", "[" + "😀,".repeat(50_000) + "1]");
        return Stream.of(
                Arguments.of("nothing", Reports.of()),
                Arguments.of("one of everything", DemoReport.report()),
                Arguments.of(
                        "an absolute path",
                        Reports.of(
                                error("some-rule", Manifest.of("/x/a.yaml", "a").at("a"), "m"))),
                Arguments.of(
                        "a path outside",
                        Reports.of(error(
                                "some-rule", Manifest.of("../a:b.yaml", "a").at("a"), "m"))),
                Arguments.of(
                        "Windows",
                        Reports.of(
                                warning("some-rule", windows.at("1"), "m"),
                                warning("some-rule", windows.from("|", "y\r\n"), "m")
                                        .related(windows.end(), ""))),
                Arguments.of("an empty file", Reports.of(info("some-rule", empty.end(), "m"))),
                Arguments.of("a whole file", Reports.of(info("some-rule", SET.all(), "m"))),
                Arguments.of(
                        "control characters",
                        Reports.of(error("some-rule", control.at("\""), "m\u001b\u0000\u2028\n\"\\")
                                .label("[a](b) \\ ]"))),
                Arguments.of(
                        "a very long line",
                        Reports.of(error("some-rule", minified.at("1"), "m"), error("some-rule", minified.all(), "m"))),
                Arguments.of(
                        "suppressed",
                        setAside(
                                error("some-rule", SET.at("db"), "m"),
                                error("some-rule", SET.at("StatefulSet"), "m"),
                                "why")),
                Arguments.of(
                        "no rule",
                        new LintReport(
                                List.of(error("unknown-rule", SET.at("db"), "m").finding()),
                                List.of(),
                                Concealment.NONE,
                                new Accounting(List.of()),
                                List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isValid(String what, LintReport report) {
        String sarif = Reports.written(new SarifReporter(FACTS, DemoReport.pages()), report);

        assertThat(SCHEMA.validate(sarif, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isTheSameEachTime(String what, LintReport report) {
        SarifReporter reporter = new SarifReporter(FACTS, DemoReport.pages());

        assertThat(Reports.written(reporter, report)).isEqualTo(Reports.written(reporter, report));
    }

    @Test
    void isJudgedByASchemaThatFindsFaults() {
        assertThat(SCHEMA.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(
                        sarif(Reports.of(error("some-rule", SET.at("db"), "m"))).replace("\"error\"", "\"fatal\""),
                        InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void namesTheToolAndTheRun() {
        JsonNode run = run(Reports.of());

        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("stslint");
        assertThat(run.at("/tool/driver/version").asString()).isEqualTo("0.1.0");
        assertThat(run.at("/automationDetails/id").asString()).isEqualTo("stslint/");
        assertThat(run.at("/columnKind").asString()).isEqualTo("utf16CodeUnits");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(1);
        assertThat(run.at("/results").isArray()).isTrue();
        assertThat(run.at("/originalUriBaseIds/SRCROOT").has("uri")).isFalse();
    }

    @Test
    void saysThatTheJobCouldNotBeDone() {
        String sarif = Reports.written(new SarifReporter(RunFacts.of("0.1.0", 2), RulePages.NONE), Reports.of());

        assertThat(tree(sarif).at("/runs/0/invocations/0/executionSuccessful").asBoolean())
                .isFalse();
    }

    @Test
    void tellsWhatIsSetAsideAndWhy() {
        FindingSketch kept = error("some-rule", SET.at("db"), "kept");
        FindingSketch aside = error("some-rule", SET.at("db"), "set aside");
        JsonNode results = run(setAside(kept, aside, "see ADR 12, password: hunter2hunter2"))
                .at("/results");

        assertThat(results).hasSize(2);
        assertThat(results.at("/0/message/text").asString()).startsWith("Kept");
        assertThat(results.at("/0/suppressions").isEmpty()).isTrue();
        assertThat(results.at("/1/message/text").asString()).startsWith("Set aside");
        assertThat(results.at("/1/suppressions")).hasSize(1);
        JsonNode suppression = results.at("/1/suppressions/0");
        assertThat(suppression.at("/kind").asString()).isEqualTo("inSource");
        assertThat(suppression.at("/status").asString()).isEqualTo("accepted");
        assertThat(suppression.at("/justification").asString()).isEqualTo("see ADR 12, password: •••");
        assertThat(suppression.at("/location/physicalLocation/region/startLine").asInt())
                .isEqualTo(SET.at("StatefulSet").start().line());
        assertThat(run(setAside(kept, aside, ""))
                        .at("/results/1/suppressions/0")
                        .has("justification"))
                .isFalse();
    }

    private static LintReport setAside(FindingSketch kept, FindingSketch aside, String reason) {
        return Reports.setAside(kept, aside, SuppressedFinding.Kind.IN_SOURCE, reason, SET.at("StatefulSet"));
    }

    @Test
    void saysNothingOfSuppressionsWhereThereAreNone() {
        assertThat(result(error("some-rule", SET.at("db"), "m")).has("suppressions"))
                .isFalse();
    }

    @Test
    void notesWhatCouldNotBeDoneAtAll() {
        LintReport report = new LintReport(
                List.of(),
                List.of(),
                Concealment.NONE,
                new Accounting(List.of()),
                List.of("`nowhere.yaml` does not exist"));

        assertThat(run(report).at("/invocations/0/toolExecutionNotifications").toString())
                .isEqualTo("[{\"message\":{\"text\":\"`nowhere.yaml` does not exist.\"},\"level\":\"error\"}]");
    }

    @Test
    void saysWhereTheFilesComeFrom() {
        Provenance checkout = Provenance.of("git@example.com:shop/app.git", "0a1b", "main", "");
        JsonNode run = tree(Reports.written(new SarifReporter(FACTS.from(checkout), RulePages.NONE), Reports.of()))
                .at("/runs/0");

        assertThat(run.at("/versionControlProvenance/0").toString())
                .isEqualTo("{\"repositoryUri\":\"ssh://example.com/shop/app.git\",\"revisionId\":\"0a1b\","
                        + "\"branch\":\"main\",\"mappedTo\":{\"uriBaseId\":\"SRCROOT\"}}");
        assertThat(run(Reports.of()).at("/versionControlProvenance/0").toString())
                .isEqualTo("{\"repositoryUri\":\"urn:uuid:00000000-0000-0000-0000-000000000000\","
                        + "\"mappedTo\":{\"uriBaseId\":\"SRCROOT\"}}");
    }

    @Test
    void findsItsWayFromTheRootOfTheRepository() {
        Provenance below = new Provenance("https://example.com/x", "", "", "deploy/k8s 1/");
        RunFacts facts = new RunFacts("0.1.0", 0, "file:///work/app/deploy/k8s%201/", below);
        JsonNode run = tree(Reports.written(new SarifReporter(facts, RulePages.NONE), Reports.of()))
                .at("/runs/0");

        assertThat(run.at("/versionControlProvenance/0/mappedTo/uriBaseId").asString())
                .isEqualTo("REPOROOT");
        assertThat(run.at("/originalUriBaseIds/SRCROOT/uri").asString()).isEqualTo("deploy/k8s%201/");
        assertThat(run.at("/originalUriBaseIds/SRCROOT/uriBaseId").asString()).isEqualTo("REPOROOT");
        assertThat(run.at("/originalUriBaseIds/REPOROOT/description").isMissingNode())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://github.com/o/r.git,           https://github.com/o/r.git
            https://TOKEN@github.com/o/r,         https://github.com/o/r
            https://user:p@ss@github.com/o/r,     https://github.com/o/r
            ssh://git@github.com:22/o/r.git,      ssh://github.com:22/o/r.git
            git@github.com:o/r.git,               ssh://github.com/o/r.git
            github.com:o/r,                       ssh://github.com/o/r
            file:///home/me/r,                    urn:uuid:00000000-0000-0000-0000-000000000000
            /home/me/r,                           urn:uuid:00000000-0000-0000-0000-000000000000
            ../r,                                 urn:uuid:00000000-0000-0000-0000-000000000000
            C:/r,                                 urn:uuid:00000000-0000-0000-0000-000000000000
            https://example.com/a b,              urn:uuid:00000000-0000-0000-0000-000000000000
            '',                                   urn:uuid:00000000-0000-0000-0000-000000000000
            """)
    void namesARepositoryWithoutCredentialsAndLocalPaths(String remote, String uri) {
        assertThat(Provenance.of(remote, "", "", "").repository()).isEqualTo(uri);
    }

    @Test
    void notesFilesThatWereNotRead() {
        Manifest large = Manifest.of("large.yaml", "");
        Accounting accounting = new Accounting(List.of(
                new FileAccount("a/templates/x.yaml", "unrendered template", List.of()),
                new FileAccount("large.yaml", "too large", List.of()),
                new FileAccount("read.yaml", "", List.of())));
        JsonNode notes = run(Reports.of(
                        accounting, error("resource-limit", large.end(), "it has 9 bytes, the limit is 5")))
                .at("/invocations/0/toolExecutionNotifications");

        assertThat(notes.size()).isEqualTo(2);
        assertThat(notes.at("/0/level").asString()).isEqualTo("note");
        assertThat(notes.at("/0/message/text").asString()).isEqualTo("The file was not read: unrendered template.");
        assertThat(notes.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("a/templates/x.yaml");
        assertThat(notes.at("/1/level").asString()).isEqualTo("error");
    }

    @Test
    void countsWhatWasRead() {
        JsonNode accounting = run(DemoReport.report()).at("/properties/accounting");

        assertThat(accounting.at("/filesRead").asInt()).isEqualTo(3);
        assertThat(accounting.at("/filesSkipped").asInt()).isEqualTo(1);
        assertThat(accounting.at("/documentsBroken").asInt()).isEqualTo(1);
        assertThat(accounting.at("/objects").asInt()).isEqualTo(2);
    }

    @Test
    void describesRules() {
        RuleMetadata rule = RuleMetadata.of("inline-secret")
                .summary("a credential stands in the open")
                .category(Category.SECRETS)
                .severity(Severity.WARNING)
                .since("0.1")
                .build();
        JsonNode shown = rule(rule, RulePages.NONE);

        assertThat(shown.at("/id").asString()).isEqualTo("inline-secret");
        assertThat(shown.at("/name").asString()).isEqualTo("InlineSecret");
        assertThat(shown.at("/shortDescription/text").asString()).isEqualTo("A credential stands in the open.");
        assertThat(shown.at("/fullDescription/text").asString()).isEqualTo("A credential stands in the open.");
        assertThat(shown.at("/help/text").asString())
                .isEqualTo("A credential stands in the open.\n\nSee https://stslint.dev/rules/inline-secret");
        assertThat(shown.at("/help/markdown").asString())
                .contains("[inline-secret](https://stslint.dev/rules/inline-secret)");
        assertThat(shown.at("/helpUri").asString()).isEqualTo("https://stslint.dev/rules/inline-secret");
        assertThat(shown.at("/defaultConfiguration/level").asString()).isEqualTo("warning");
        assertThat(shown.at("/properties/problem.severity").asString()).isEqualTo("warning");
        assertThat(shown.at("/properties/precision").asString()).isEqualTo("very-high");
        assertThat(shown.at("/properties/security-severity").asString()).isEqualTo("7.5");
        assertThat(shown.at("/properties/tags").toString()).isEqualTo("[\"kubernetes\",\"secrets\",\"security\"]");
    }

    @Test
    void givesSecuritySeverityToSecretsOnly() {
        for (Category category : Category.values()) {
            JsonNode properties = rule(Reports.rule("some-rule", category, Severity.ERROR), RulePages.NONE)
                    .at("/properties");
            assertThat(properties.has("security-severity")).isEqualTo(category == Category.SECRETS);
        }
    }

    @Test
    void translatesSeverities() {
        JsonNode results = run(Reports.of(
                        error("a", SET.at("db"), "m"), warning("b", SET.at("db"), "m"), info("c", SET.at("db"), "m")))
                .at("/results");

        assertThat(results.at("/0/level").asString()).isEqualTo("error");
        assertThat(results.at("/1/level").asString()).isEqualTo("warning");
        assertThat(results.at("/2/level").asString()).isEqualTo("note");
        JsonNode info = rule(Reports.rule("some-rule", Category.YAML, Severity.INFO), RulePages.NONE);
        assertThat(info.at("/defaultConfiguration/level").asString()).isEqualTo("note");
        assertThat(info.at("/properties/problem.severity").asString()).isEqualTo("recommendation");
    }

    @Test
    void trustsRulesOfLargerProfilesLess() {
        RuleMetadata.Builder rule = RuleMetadata.of("r").summary("s").since("0.1");

        assertThat(rule(rule.profile(Profile.STRICT).build(), RulePages.NONE)
                        .at("/properties/precision")
                        .asString())
                .isEqualTo("high");
        assertThat(rule(rule.profile(Profile.ALL).build(), RulePages.NONE)
                        .at("/properties/precision")
                        .asString())
                .isEqualTo("medium");
    }

    @Test
    void carriesRulePagesAlong() {
        String page = """
                # a-rule

                ## What it checks

                That the `x` of
                [a page](https://example.com) is right.

                ## Example

                ```yaml expect
                # no heading
                x: [1](2)
                ```
                """;
        JsonNode shown = rule(Reports.rule("a-rule", Category.API, Severity.ERROR), id -> Optional.of(page));

        assertThat(shown.at("/fullDescription/text").asString())
                .isEqualTo("That the `x` of [a page](https://example.com) is right.");
        assertThat(shown.at("/help/markdown").asString()).isEqualTo("""
                        ## What it checks

                        That the `x` of
                        [a page](https://example.com) is right.

                        ## Example

                        ```yaml
                        # no heading
                        x: [1](2)
                        ```""");
        assertThat(shown.at("/help/text").asString()).isEqualTo("""
                        What it checks

                        That the `x` of
                        a page (https://example.com) is right.

                        Example

                            # no heading
                            x: [1](2)""");
    }

    @Test
    void placesFindingsByUtf16UnitsAndGivesTheLinesAround() {
        JsonNode place = result(error("some-rule", SET.at("y\n", "y"), "m")).at("/locations/0/physicalLocation");

        assertThat(place.at("/artifactLocation").toString())
                .isEqualTo("{\"uri\":\"k8s/db.yaml\",\"uriBaseId\":\"SRCROOT\"}");
        assertThat(place.at("/region").toString())
                .isEqualTo(
                        "{\"startLine\":4,\"startColumn\":9,\"endLine\":4,\"endColumn\":10,\"snippet\":{\"text\":\"y\"}}");
        assertThat(place.at("/contextRegion").toString())
                .isEqualTo("{\"startLine\":2,\"endLine\":5,"
                        + "\"snippet\":{\"text\":\"spec:\\n  serviceName: db\\n  x: 😀 y\\n\"}}");
    }

    @Test
    void placesWhatIsMissingAsAnEmptyRegion() {
        JsonNode region =
                result(error("some-rule", SET.after("spec:"), "m")).at("/locations/0/physicalLocation/region");

        assertThat(region.toString())
                .isEqualTo(
                        "{\"startLine\":2,\"startColumn\":6,\"endLine\":2,\"endColumn\":6,\"snippet\":{\"text\":\"\"}}");
    }

    @Test
    void givesWholeLinesAsContextEvenWhereThereIsNoMore() {
        Manifest small = Manifest.of("a.yaml", "a: 1");

        assertThat(result(error("some-rule", small.all(), "m"))
                        .at("/locations/0/physicalLocation/contextRegion")
                        .toString())
                .isEqualTo("{\"startLine\":1,\"endLine\":1,\"snippet\":{\"text\":\"a: 1\"}}");
    }

    @Test
    void keepsSnippetsOfLongLinesShort() {
        Manifest minified = Manifest.of("a.json", "[" + "😀,".repeat(50_000) + "1]");
        JsonNode place = result(error("some-rule", minified.at("1"), "m")).at("/locations/0/physicalLocation");

        assertThat(place.at("/contextRegion/snippet/text").asString().length()).isBetween(400, 410);
        assertThat(place.at("/contextRegion/startColumn").asInt() % 3)
                .as("starts before an emoji or a comma, not within an emoji")
                .isNotEqualTo(0);
        String whole = result(error("some-rule", minified.all(), "m"))
                .at("/locations/0/physicalLocation/region/snippet/text")
                .asString();
        assertThat(whole).hasSizeBetween(4000, 4002).endsWith("…");
        assertThat(Character.isSurrogate(whole.charAt(whole.length() - 2)))
                .isEqualTo(Character.isLowSurrogate(whole.charAt(whole.length() - 2)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a b/ü😀#?%:.yaml, /work,       a%20b/%C3%BC%F0%9F%98%80%23%3F%25%3A.yaml
            ../x/a.yaml,      /work,       ../x/a.yaml
            /work/a b.yaml,   /work,       a%20b.yaml
            /work/k8s/a.yaml, /work/app,   ../k8s/a.yaml
            /works/a.yaml,    /work,       ../works/a.yaml
            /a.yaml,          /,           a.yaml
            /tmp/a.yaml,      /work/app/x, ../../../tmp/a.yaml
            /work/a.yaml,     '',          file:///work/a.yaml
            C:/work/a.yaml,   C:/work/app, ../a.yaml
            D:/a.yaml,        C:/work,     file:///D%3A/a.yaml
            """)
    void findsTheWayToAFile(String path, String directory, String uri) {
        assertThat(ArtifactUri.of(path, directory)).isEqualTo(uri);
    }

    @Test
    void showsAbsolutePathsRelativeToWhereTheRunStarted() {
        LintReport report = Reports.of(
                error("some-rule", Manifest.of("/work/k8s/a.yaml", "a").at("a"), "m"));
        RunFacts inWork = FACTS.in(Path.of("/work/app/.."));

        assertThat(tree(Reports.written(new SarifReporter(inWork, RulePages.NONE), report))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation")
                        .toString())
                .isEqualTo("{\"uri\":\"k8s/a.yaml\",\"uriBaseId\":\"SRCROOT\"}");
        assertThat(run(report)
                        .at("/results/0/locations/0/physicalLocation/artifactLocation")
                        .toString())
                .isEqualTo("{\"uri\":\"file:///work/k8s/a.yaml\"}");
    }

    @Test
    void namesTheObjectAndTheField() {
        JsonNode places = result(error("some-rule", SET.at("db"), "m").in("StatefulSet/shop/db", "spec.serviceName"))
                .at("/locations/0/logicalLocations");

        assertThat(places.toString())
                .isEqualTo(
                        "[{\"name\":\"db\",\"fullyQualifiedName\":\"StatefulSet/shop/db\",\"kind\":\"object\"},"
                                + "{\"name\":\"serviceName\",\"fullyQualifiedName\":\"spec.serviceName\",\"kind\":\"property\"}]");
        assertThat(result(error("some-rule", SET.at("db"), "m").in("StatefulSet/-/db", ""))
                        .at("/locations/0/logicalLocations")
                        .size())
                .isEqualTo(1);
        assertThat(result(error("some-rule", SET.at("db"), "m"))
                        .at("/locations/0")
                        .has("logicalLocations"))
                .isFalse();
    }

    @Test
    void linksItsWordsToRelatedPlaces() {
        JsonNode result = result(error("some-rule", SET.at("db"), "one thing is wrong")
                .label("because of this")
                .related(SET.at("kind"), "containers[web] is here")
                .related(SET.at("spec"), "")
                .note("a fact")
                .help("do that"));

        assertThat(result.at("/message/text").asString())
                .isEqualTo(
                        "One thing is wrong. Because of this. Related: [containers\\[web\\] is here](1); [k8s/db.yaml:2:1](2). "
                                + "Note: a fact. Help: do that.");
        assertThat(result.at("/locations/0/message/text").asString()).isEqualTo("Because of this.");
        assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
        assertThat(result.at("/relatedLocations/0/message/text").asString()).isEqualTo("Containers[web] is here.");
        assertThat(result.at("/relatedLocations/0/physicalLocation/region/endColumn")
                        .asInt())
                .isEqualTo(5);
        assertThat(result.at("/relatedLocations/1/message/text").asString()).isEqualTo("See here.");
    }

    @Test
    void identifiesFindingsAcrossEdits() {
        JsonNode fingerprints = result(error("some-rule", SET.at("db"), "m")).at("/partialFingerprints");

        assertThat(fingerprints.at("/stslint~1exact~1v1").asString()).hasSize(16);
        assertThat(fingerprints.at("/stslint~1moved~1v1").asString()).hasSize(16);
    }

    @Test
    void givesExactReplacements() {
        JsonNode fix = result(error("some-rule", SET.at("db"), "m")
                        .fix(Fix.safe(
                                "rename it",
                                new TextEdit(SET.at("db"), "database"),
                                new TextEdit(SET.after("spec:"), " # x"),
                                new TextEdit(SET.at("kind: "), ""))))
                .at("/fixes/0");

        assertThat(fix.at("/description/text").asString()).isEqualTo("Rename it.");
        assertThat(fix.at("/properties/applicability").asString()).isEqualTo("safe");
        assertThat(fix.at("/artifactChanges/0/artifactLocation/uri").asString()).isEqualTo("k8s/db.yaml");
        assertThat(fix.at("/artifactChanges/0/replacements").toString())
                .isEqualTo("[{\"deletedRegion\":{\"startLine\":3,\"startColumn\":16,\"endLine\":3,\"endColumn\":18},"
                        + "\"insertedContent\":{\"text\":\"database\"}},"
                        + "{\"deletedRegion\":{\"startLine\":2,\"startColumn\":6,\"endLine\":2,\"endColumn\":6},"
                        + "\"insertedContent\":{\"text\":\" # x\"}},"
                        + "{\"deletedRegion\":{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":7}}]");
    }

    @Test
    void groupsReplacementsByFile() {
        Manifest other = Manifest.of("b.yaml", "x: 1\n");
        JsonNode changes = result(error("some-rule", SET.at("db"), "m")
                        .fix(Fix.unsafe(
                                "t",
                                new TextEdit(SET.at("db"), "a"),
                                new TextEdit(other.at("1"), "2"),
                                new TextEdit(SET.at("spec"), "b"))))
                .at("/fixes/0/artifactChanges");

        assertThat(changes.size()).isEqualTo(2);
        assertThat(changes.at("/0/replacements").size()).isEqualTo(2);
        assertThat(changes.at("/1/artifactLocation/uri").asString()).isEqualTo("b.yaml");
    }

    @Test
    void leavesOutFixesThatCarryASecret() {
        Manifest env = Manifest.of("a.yaml", "x: " + DemoReport.SECRET + "\ny: 1\n");
        LintReport report = Reports.of(
                Reports.hiding(env.at(DemoReport.SECRET)),
                error("some-rule", env.at("y"), "m")
                        .fix(Fix.safe("move", new TextEdit(env.at("1"), "\"" + DemoReport.SECRET + "\"")))
                        .fix(Fix.safe("set", new TextEdit(env.at("1"), "\npassword: another-Horse7\n")))
                        .fix(Fix.safe("refer", new TextEdit(env.at("1"), "secretKeyRef: {name: db, key: password}"))));
        JsonNode fixes = run(report).at("/results/0/fixes");

        assertThat(fixes.size()).isEqualTo(1);
        assertThat(fixes.at("/0/description/text").asString()).isEqualTo("Refer.");
    }

    @Test
    void masksSnippets() {
        Manifest env = Manifest.of(
                "a.yaml",
                "a: 1\nx: |\n  " + DemoReport.SECRET + "\n  more of it, really\nb: 2\n# password: old-"
                        + DemoReport.SECRET + "\n");
        Concealment hidden = Reports.hiding(env.from("|", "really\n"));
        JsonNode place = tree(Reports.written(
                        new SarifReporter(FACTS, RulePages.NONE),
                        Reports.of(hidden, error("some-rule", env.from("|", "of"), "m"))))
                .at("/runs/0/results/0/locations/0/physicalLocation");

        assertThat(place.at("/region/snippet/text").asString()).isEqualTo("•••\n  •••\n  •••");
        assertThat(place.at("/contextRegion/snippet/text").asString())
                .isEqualTo("a: 1\nx: •••\n  •••\n  •••\nb: 2\n# password: •••");
    }

    @Test
    void givesPlacesWithoutCodeWhenAFileHasChanged(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("db.yaml");
        Files.writeString(file, "serviceName: db\n");
        Manifest read = Manifest.of(new SourceReader(1000).read(file, "db.yaml"));
        Files.writeString(file, "serviceName: another\n");

        assertThat(result(error("some-rule", read.at("db"), "m"))
                        .at("/locations/0/physicalLocation")
                        .toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"db.yaml\",\"uriBaseId\":\"SRCROOT\"},"
                        + "\"region\":{\"startLine\":1,\"startColumn\":14,\"endLine\":1,\"endColumn\":16}}");
    }

    @Test
    void passesOnFailuresToWrite() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> new SarifReporter(FACTS, RulePages.NONE).write(DemoReport.report(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    private static String sarif(LintReport report) {
        return Reports.written(new SarifReporter(FACTS, RulePages.NONE), report);
    }

    private static JsonNode run(LintReport report) {
        return tree(sarif(report)).at("/runs/0");
    }

    private static JsonNode result(FindingSketch finding) {
        return run(Reports.of(finding)).at("/results/0");
    }

    private static JsonNode rule(RuleMetadata rule, RulePages pages) {
        LintReport report =
                new LintReport(List.of(), List.of(rule), Concealment.NONE, new Accounting(List.of()), List.of());
        return tree(Reports.written(new SarifReporter(FACTS, pages), report)).at("/runs/0/tool/driver/rules/0");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static Schema schema() {
        try (InputStream text = SarifReporterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
