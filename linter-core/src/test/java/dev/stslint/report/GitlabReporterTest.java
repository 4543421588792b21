package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GitlabReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final Manifest SET = Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n");

    /**
     * What GitLab's documentation asks for (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"), written
     * down as a schema: severities are a closed list, a path is relative, and there is a line. Type and categories are what
     * Code Climate's own specification adds.
     */
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("""
                    {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["description", "check_name", "fingerprint", "severity", "location"],
                        "additionalProperties": false,
                        "properties": {
                          "type": {"const": "issue"},
                          "categories": {"type": "array", "minItems": 1, "items": {"enum": ["Bug Risk", "Security"]}},
                          "description": {"type": "string", "minLength": 1},
                          "check_name": {"type": "string", "minLength": 1},
                          "fingerprint": {"type": "string", "minLength": 1},
                          "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                          "location": {
                            "type": "object",
                            "required": ["path", "lines", "positions"],
                            "additionalProperties": false,
                            "properties": {
                              "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\\\./"}},
                              "lines": {
                                "type": "object",
                                "required": ["begin", "end"],
                                "additionalProperties": false,
                                "properties": {"begin": {"$ref": "#/$defs/one"}, "end": {"$ref": "#/$defs/one"}}
                              },
                              "positions": {
                                "type": "object",
                                "required": ["begin", "end"],
                                "additionalProperties": false,
                                "properties": {"begin": {"$ref": "#/$defs/place"}, "end": {"$ref": "#/$defs/place"}}
                              }
                            }
                          }
                        }
                      },
                      "$defs": {
                        "one": {"type": "integer", "minimum": 1},
                        "place": {
                          "type": "object",
                          "required": ["line", "column"],
                          "additionalProperties": false,
                          "properties": {"line": {"$ref": "#/$defs/one"}, "column": {"$ref": "#/$defs/one"}}
                        }
                      }
                    }
                    """, InputFormat.JSON);

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void isWhatGitlabReads(String what, LintReport report) {
        String json = json(report);

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(tree(json)).hasSameSizeAs(report.findings());
        assertThat(json(report)).isEqualTo(json);
    }

    @Test
    void isJudgedByASchemaThatFindsFaults() {
        String json = json(Reports.of(error("some-rule", SET.at("db"), "m")));

        assertThat(SCHEMA.validate(json.replace("major", "fatal"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(json.replace("k8s/", "./k8s/"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void isReadByAReaderOfTheFormat() throws Exception {
        String json = json(Reports.of(
                error("one", SET.at("serviceName: db", "db"), "m"),
                warning("two", SET.at("spec"), "m"),
                info("three", SET.at("kind"), "m")));

        assertThat(Consumer.violations(new CodeClimateParser(), json))
                .containsExactlyInAnyOrder(
                        "ERROR one k8s/db.yaml:3", "WARN two k8s/db.yaml:2", "INFO three k8s/db.yaml:1");
    }

    /** GitLab drops the second of two entries with one fingerprint. */
    @Test
    void tellsTwoFindingsOfOneFingerprintApart() {
        JsonNode entries = tree(json(Reports.of(
                error("some-rule", SET.at("spec"), "m"),
                error("some-rule", SET.at("db"), "m"),
                error("some-rule", SET.at("kind"), "m"))));

        String first = entries.at("/0/fingerprint").asString();
        assertThat(first).matches("[0-9a-f]{16}");
        assertThat(entries.at("/1/fingerprint").asString()).isEqualTo(first + "-2");
        assertThat(entries.at("/2/fingerprint").asString()).isEqualTo(first + "-3");
    }

    private static String json(LintReport report) {
        return Reports.written(new GitlabReporter(FACTS), report);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
