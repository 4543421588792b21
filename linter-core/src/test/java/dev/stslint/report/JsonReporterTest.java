package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stslint.finding.Fix;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.finding.Threshold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class JsonReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final JsonNode PUBLISHED = published();
    private static final Manifest SET = Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n");

    /** Strict: the published schema lets later versions add properties, but this one has none that it does not describe. */
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(closed(PUBLISHED.deepCopy()).toString(), InputFormat.JSON);

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void holdsWhatItsSchemaDescribesAndNothingElse(String what, LintReport report) {
        String json = json(report);

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json(report)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"severity\": \"error\" -> \"severity\": \"fatal\"",
                "\"column\": 16 -> \"column\": 0",
                "\"rule\": -> \"ruleId\":",
                "\"version\": \"1.0\" -> \"version\": \"2.0\"",
                "\"failOn\": \"error\" -> \"failOn\": \"often\"",
                "\"suppressed\": [] -> \"suppressed\": [{}]"
            })
    void isJudgedByASchemaThatFindsFaults(String change) {
        String[] sides = change.split(" -> ", -1);
        String json = json(Reports.of(error("some-rule", SET.at("serviceName: db", "db"), "m")));

        assertThat(json).contains(sides[0]);
        assertThat(SCHEMA.validate(json.replace(sides[0], sides[1]), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void letsLaterVersionsAddProperties() {
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PUBLISHED.toString(), InputFormat.JSON);
        String later = json(Reports.of(error("some-rule", SET.at("db"), "m")))
                .replace("\"version\": \"1.0\"", "\"version\": \"1.7\", \"more\": 1")
                .replace("\"message\": \"m\"", "\"message\": \"m\", \"more\": 1");

        assertThat(published.validate(later, InputFormat.JSON)).isEmpty();
    }

    @Test
    void saysWhatAFindingIsAbout() {
        JsonNode finding = finding(warning("some-rule", SET.at("serviceName: db", "db"), "m")
                .in("StatefulSet/shop/db", "spec.serviceName"));

        assertThat(finding.get("object").toString())
                .isEqualTo("{\"kind\":\"StatefulSet\",\"namespace\":\"shop\",\"name\":\"db\"}");
        assertThat(finding.get("fieldPath").asString()).isEqualTo("spec.serviceName");
        assertThat(finding.get("place").toString())
                .isEqualTo("{\"path\":\"k8s/db.yaml\",\"start\":{\"line\":3,\"column\":16,\"offset\":39},"
                        + "\"end\":{\"line\":3,\"column\":18,\"offset\":41}}");
        assertThat(finding(warning("r", SET.at("db"), "m").in("Service/-/db", ""))
                        .get("object")
                        .toString())
                .isEqualTo("{\"kind\":\"Service\",\"name\":\"db\"}");
        assertThat(finding(warning("r", SET.at("db"), "m")).has("object")).isFalse();
    }

    @Test
    void offersFixesAsEdits() {
        JsonNode fix = finding(warning("r", SET.at("db"), "m")
                        .fix(Fix.safe("rename it", new TextEdit(SET.at("serviceName: db", "db"), "x\n"))))
                .at("/fixes/0");

        assertThat(fix.get("title").asString()).isEqualTo("rename it");
        assertThat(fix.get("applicability").asString()).isEqualTo("safe");
        assertThat(fix.at("/edits/0/replacement").asString()).isEqualTo("x\n");
        assertThat(fix.at("/edits/0/place/start/offset").asInt()).isEqualTo(39);
    }

    @Test
    void leavesOutAFixThatWouldInsertASecret() {
        Fix telling = Fix.safe("copy it", new TextEdit(SET.after("db"), "password: kX9-horse-Battery"));

        assertThat(finding(warning("r", SET.at("db"), "m").fix(telling)).get("fixes"))
                .isEmpty();
    }

    @Test
    void leavesOutAFixThatWouldRepeatASecret() {
        Manifest env = Manifest.of("a.yaml", "- name: DB_PASSWORD\n  value: 4711\n");
        Fix telling = Fix.safe("put it in quotes", new TextEdit(env.at("4711"), "\"4711\""));

        assertThat(finding(warning("r", env.at("4711"), "m").fix(telling)).get("fixes"))
                .isEmpty();
    }

    @Test
    void saysHowTheRunEnded() {
        LintReport report = new LintReport(
                List.of(),
                List.of(),
                List.of(),
                Concealment.NONE,
                new Accounting(List.of()),
                List.of("`x` does not exist"),
                Threshold.NEVER,
                ObjectGraph.EMPTY);
        JsonNode run = tree(Reports.written(new JsonReporter(RunFacts.of("0.1.0", 2)), report))
                .get("run");

        assertThat(run.toString())
                .isEqualTo("{\"exitStatus\":2,\"failOn\":\"never\",\"failures\":[\"`x` does not exist\"]}");
    }

    @Test
    void tellsWhatIsSetAsideAndWhy() {
        FindingSketch kept = error("some-rule", SET.at("db"), "kept");
        FindingSketch aside = warning("some-rule", SET.at("spec"), "set aside");
        JsonNode report = tree(json(Reports.setAside(
                kept, aside, SuppressedFinding.Kind.IN_SOURCE, "password: hunter2hunter2", SET.at("kind"))));

        assertThat(report.at("/findings")).hasSize(1);
        assertThat(report.at("/findings/0").has("suppression")).isFalse();
        assertThat(report.at("/suppressed")).hasSize(1);
        assertThat(report.at("/suppressed/0/message").asString()).isEqualTo("set aside");
        assertThat(report.at("/suppressed/0/suppression").toString())
                .isEqualTo("{\"kind\":\"in-source\",\"justification\":\"password: •••\",\"place\":"
                        + "{\"path\":\"k8s/db.yaml\",\"start\":{\"line\":1,\"column\":1,\"offset\":0},"
                        + "\"end\":{\"line\":1,\"column\":5,\"offset\":4}}}");
        assertThat(report.at("/summary").toString())
                .isEqualTo("{\"errors\":1,\"warnings\":0,\"infos\":0,\"suppressed\":1}");
        assertThat(tree(json(Reports.setAside(kept, aside, SuppressedFinding.Kind.EXTERNAL, "", SET.at("kind"))))
                        .at("/suppressed/0/suppression/kind")
                        .asString())
                .isEqualTo("external");
    }

    @Test
    void marksWhatWasReadForReference() {
        JsonNode accounting = tree(json(Reports.of(new Accounting(List.of(
                        new FileAccount("a.yaml", "", List.of()),
                        new FileAccount("b.yaml", "", true, false, List.of()))))))
                .get("accounting");

        assertThat(accounting.get("filesRead").asInt()).isEqualTo(2);
        assertThat(accounting.get("filesForReference").asInt()).isEqualTo(1);
        assertThat(accounting.get("filesSkipped").asInt()).isZero();
        assertThat(accounting.at("/files/0").has("forReference")).isFalse();
        assertThat(accounting.at("/files/1/forReference").asBoolean()).isTrue();
    }

    @Test
    void marksWhatAKustomizationTakes() {
        JsonNode accounting = tree(json(Reports.of(new Accounting(List.of(
                        new FileAccount("a.yaml", "", List.of()),
                        new FileAccount("b.yaml", "", false, true, List.of()))))))
                .get("accounting");

        assertThat(accounting.get("filesRead").asInt()).isEqualTo(2);
        assertThat(accounting.get("filesTaken").asInt()).isEqualTo(1);
        assertThat(accounting.at("/files/0").has("taken")).isFalse();
        assertThat(accounting.at("/files/1/taken").asBoolean()).isTrue();
    }

    @Test
    void countsWhatAChangeDoesNotTouch() {
        LintReport all = Reports.of(error("e", SET.at("kind"), "m"));
        String touched = json(all.ofChange(List.of(), List.of(), all.findings()));

        assertThat(tree(touched).at("/accounting/outsideChange").asInt()).isEqualTo(1);
        assertThat(tree(touched).at("/findings")).isEmpty();
        assertThat(tree(json(all)).get("accounting").has("outsideChange")).isFalse();
    }

    private static JsonNode finding(FindingSketch sketch) {
        return tree(json(Reports.of(sketch))).at("/findings/0");
    }

    private static String json(LintReport report) {
        return Reports.written(new JsonReporter(FACTS), report);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static JsonNode published() {
        try (InputStream text = JsonReporter.class.getResourceAsStream("report.schema.json")) {
            return JsonMapper.shared().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        for (JsonNode child : schema) {
            closed(child);
        }
        return schema;
    }
}
