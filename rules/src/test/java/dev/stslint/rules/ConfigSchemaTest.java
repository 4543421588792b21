package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stslint.config.ConfigException;
import dev.stslint.config.ConfigReader;
import dev.stslint.finding.Severity;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema is made from the rules, and says of every file what the reader says. */
final class ConfigSchemaTest {

    private static final Path SCHEMA = Path.of("..", "docs", "stslint.schema.json");

    /** No rule that ships has options of every type yet. */
    private static final List<RuleMetadata> RULES =
            withOptions(TestData.linter().rules());

    private static final Schema WITH_OPTIONS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new ConfigSchema(RULES).text());

    @Test
    void thePublishedSchemaIsTrue() throws IOException {
        String schema = new ConfigSchema(TestData.linter().rules()).text();
        if (System.getProperty("update") != null) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, schema);
        }
        assertThat(Files.readString(SCHEMA))
                .as("accept with ./mvnw verify -Dupdate")
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "profile: strict",
                "failOn: never",
                "kubernetes: 1.34",
                "kubernetes: '1.31'",
                "kubernetes: 1.31..1.36",
                "kubernetes: v1.34.2",
                "include: [a, 'b/**']",
                "exclude: []",
                "exclude: [no, off, y]",
                "requireReasons: true",
                "rules: {}",
                "rules: {inline-secret: off, invalid-yaml: warning}",
                "rules: {inline-secret: {}}",
                "rules: {inline-secret: {severity: off, options: {}}}",
                "rules: {with-options: {severity: info, options: {texts: [a], flag: true, number: 3}}}",
                "rules: {with-options: {options: {texts: []}}}",
                "overrides: []",
                "overrides: [{paths: [a], rules: {inline-secret: info}}]",
                "known: [Service/db, Service/shop/db, ConfigMap/x.y/z_1]",
            })
    void bothAccept(String text) {
        assertThat(mistakes(text)).as("of the reader").isEmpty();
        assertThat(errors(text)).as("of the schema").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profil: strict",
                "profile: strictest",
                "profile: [strict]",
                "profile:",
                "failOn: eror",
                "failOn: off",
                "kubernetes: '2.1'",
                "kubernetes: 2.1",
                "kubernetes: 1.30",
                "kubernetes: '1.29..1.34'",
                "kubernetes: latest",
                "kubernetes: [1.34]",
                "include: a",
                "include: ['']",
                "exclude: [1]",
                "exclude: [[a]]",
                "requireReasons: 'true'",
                "requireReasons: maybe",
                "requireReasons: yes",
                "rules: [inline-secret]",
                "rules: {inline-secrets: off}",
                "rules: {inline-secret: fatal}",
                "rules: {inline-secret: [off]}",
                "rules: {inline-secret: {level: info}}",
                "rules: {inline-secret: {severity: fatal}}",
                "rules: {inline-secret: {options: {any: 1}}}",
                "rules: {with-options: {options: {texts: a}}}",
                "rules: {with-options: {options: {texts: [1]}}}",
                "rules: {with-options: {options: {flag: 1}}}",
                "rules: {with-options: {options: {number: '3'}}}",
                "rules: {with-options: {options: {number: 3.5}}}",
                "rules: {with-options: {options: {number: 99999999999}}}",
                "rules: {with-options: {options: [texts]}}",
                "overrides: {paths: [a]}",
                "overrides: [{paths: [a]}]",
                "overrides: [{rules: {inline-secret: off}}]",
                "overrides: [{paths: [], rules: {inline-secret: off}}]",
                "overrides: [{paths: [a], rules: {}}]",
                "overrides: [{path: [a], rules: {inline-secret: off}}]",
                "overrides: [a]",
                "known: Service/db",
                "known: [db]",
                "known: [service/db]",
                "known: [Service/]",
                "known: [Service//db]",
                "known: [Service/a/b/c]",
                "known: [1]",
                "[]",
                "text",
            })
    void bothReject(String text) {
        assertThat(mistakes(text)).as("of the reader").isNotEmpty();
        assertThat(errors(text)).as("of the schema").isNotEmpty();
    }

    @Test
    void theDocumentedFileIsRight() throws IOException {
        String page = Files.readString(Path.of("docs", "invalid-configuration.md"));
        String example = page.substring(page.indexOf("```yml\n") + 7);
        assertThat(mistakes(example.substring(0, example.indexOf("```")))).isEmpty();
    }

    private static List<String> mistakes(String text) {
        try {
            new ConfigReader(SourceFile.of("stslint.yaml", text), RULES).read(Path.of("."));
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map(problem -> problem.location() + " " + problem.message())
                    .toList();
        }
    }

    private static List<Error> errors(String text) {
        StringBuilder json = new StringBuilder();
        new YamlReader(YamlLimits.DEFAULT)
                .read(SourceFile.of("stslint.yaml", text)).documents().stream()
                        .flatMap(document -> document.root().stream())
                        .forEach(root -> write(root, json));
        return WITH_OPTIONS.validate(json.isEmpty() ? "null" : json.toString(), InputFormat.JSON);
    }

    /** As editors read the file, by the core schema of YAML 1.2: `off` is a text there. */
    private static void write(YamlNode node, StringBuilder json) {
        if (node instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                json.append(i == 0 ? "{" : ",");
                quote(mapping.name(i), json);
                write(mapping.value(i), json.append(':'));
            }
            json.append(mapping.size() == 0 ? "{}" : "}");
        } else if (node instanceof YamlSequence sequence) {
            json.append('[');
            for (int i = 0; i < sequence.size(); i++) {
                write(sequence.item(i), json.append(i == 0 ? "" : ","));
            }
            json.append(']');
        } else if (node instanceof YamlScalar scalar) {
            boolean plain = scalar.style() == YamlScalar.Style.PLAIN;
            if (plain && scalar.text().matches("-?[0-9]+(\\.[0-9]+)?|true|false")) {
                json.append(scalar.text());
            } else if (plain && scalar.text().matches("null|~|")) {
                json.append("null");
            } else {
                quote(scalar.text(), json);
            }
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    private static List<RuleMetadata> withOptions(List<RuleMetadata> rules) {
        List<RuleMetadata> all = new ArrayList<>(rules);
        all.add(RuleMetadata.of("with-options")
                .summary("a sample for tests")
                .category(Category.HYGIENE)
                .severity(Severity.INFO)
                .since("0.1")
                .options(
                        RuleOption.texts("texts", List.of("a")).describedAs("some texts"),
                        RuleOption.flag("flag", false),
                        RuleOption.integer("number", 2))
                .build());
        return all;
    }
}
