package dev.stslint.rules;

import dev.stslint.config.ConfigReader;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.lint.OptionValues;
import dev.stslint.report.JsonOutput;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The JSON Schema of {@code stslint.yaml}, made from the rules' metadata. */
final class ConfigSchema {

    private final List<RuleMetadata> rules;

    ConfigSchema(List<RuleMetadata> rules) {
        this.rules = rules;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        try {
            JsonOutput.write(text, this::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.writeStringProperty("$id", "https://stslint.dev/stslint.schema.json");
        json.writeStringProperty("title", "stslint.yaml");
        json.writeStringProperty("description", "What stslint reports, and how grave it is.");
        json.writeName("type");
        json.writeStartArray();
        json.writeString("object");
        json.writeString("null");
        json.writeEndArray();
        json.writeBooleanProperty("additionalProperties", false);
        json.writeObjectPropertyStart("properties");
        for (String key : ConfigReader.KEYS) {
            property(json, key);
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("$defs");
        definitions(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, String key) {
        switch (key) {
            case "profile" ->
                choice(json, key, "Which rules are on, each profile holding the one before it.", ids(Profile.values()));
            case "failOn" -> choice(json, key, "The mildest severity that fails a run.", ids(Threshold.values()));
            case "kubernetes" ->
                object(json, key, "The target versions, as \"1.34\" or \"1.31..1.36\".", property -> {
                    property.writeName("type");
                    property.writeStartArray();
                    property.writeString("string");
                    property.writeString("number");
                    property.writeEndArray();
                    property.writeNumberProperty(
                            "minimum",
                            Double.parseDouble(VersionRange.SUPPORTED.oldest().toString()));
                    property.writeNumberProperty(
                            "maximum",
                            Double.parseDouble(VersionRange.SUPPORTED.newest().toString()));
                    property.writeStringProperty("pattern", "^" + version() + "(\\.\\." + version() + ")?$");
                });
            case "include" -> patterns(json, key, "Only files that match one of these patterns are read.");
            case "exclude" -> patterns(json, key, "Files that match one of these patterns are not read.");
            case "requireReasons" ->
                object(
                        json,
                        key,
                        "Whether a suppression without a reason suppresses nothing.",
                        property -> property.writeStringProperty("type", "boolean"));
            case "render" -> choice(json, key, "What is done with the templates of charts.", OptionValues.renderings());
            case "values" -> texts(json, key, "Files with values for the charts that are rendered; the later counts.");
            case "schema" ->
                texts(json, key, "Files and directories with definitions of custom resources and JSON Schemas.");
            case "rules" ->
                object(json, key, "Rules by id.", property -> property.writeStringProperty("$ref", "#/$defs/rules"));
            case "overrides" ->
                object(json, key, "Rules for some files; of several for one file the last counts.", property -> {
                    property.writeStringProperty("type", "array");
                    property.writeObjectPropertyStart("items");
                    property.writeStringProperty("$ref", "#/$defs/override");
                    property.writeEndObject();
                });
            case "known" ->
                object(json, key, "Objects outside of the input: references to them are right.", property -> {
                    property.writeStringProperty("type", "array");
                    property.writeObjectPropertyStart("items");
                    property.writeStringProperty("type", "string");
                    property.writeStringProperty("pattern", "^[A-Z][^/]*/([^/]+/)?[^/]+$");
                    property.writeEndObject();
                });
            default -> throw new AssertionError("no schema for the key " + key);
        }
    }

    /** A pattern for one supported release. */
    private static String version() {
        VersionRange supported = VersionRange.SUPPORTED;
        String minors = IntStream.rangeClosed(
                        supported.oldest().minor(), supported.newest().minor())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|"));
        return "v?1\\.(" + minors + ")(\\.[0-9]+)?";
    }

    private void definitions(JsonGenerator json) {
        object(json, "level", "`off`, or a severity, which also switches the rule on.", level -> {
            List<String> levels = new ArrayList<>(List.of("off"));
            levels.addAll(ids(Severity.values()));
            values(level, levels);
        });
        object(json, "patterns", "Patterns as in .gitignore, from the directory of this file.", patterns -> {
            patterns.writeStringProperty("type", "array");
            patterns.writeObjectPropertyStart("items");
            patterns.writeStringProperty("type", "string");
            patterns.writeStringProperty("pattern", "\\S");
            patterns.writeEndObject();
        });
        object(json, "rules", "Rules by id.", this::rules);
        object(json, "override", "Rules for some files.", override -> {
            override.writeStringProperty("type", "object");
            override.writeBooleanProperty("additionalProperties", false);
            override.writeArrayPropertyStart("required");
            override.writeString("paths");
            override.writeString("rules");
            override.writeEndArray();
            override.writeObjectPropertyStart("properties");
            object(override, "paths", "The files.", paths -> {
                paths.writeStringProperty("$ref", "#/$defs/patterns");
                paths.writeNumberProperty("minItems", 1);
            });
            object(override, "rules", "What holds there.", own -> {
                own.writeStringProperty("$ref", "#/$defs/rules");
                own.writeNumberProperty("minProperties", 1);
            });
            override.writeEndObject();
        });
    }

    private void rules(JsonGenerator json) {
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        json.writeObjectPropertyStart("properties");
        for (RuleMetadata rule : rules) {
            object(json, rule.id(), rule.summary(), property -> rule(property, rule));
        }
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RuleMetadata rule) {
        json.writeArrayPropertyStart("oneOf");
        json.writeStartObject();
        json.writeStringProperty("$ref", "#/$defs/level");
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart("severity");
        json.writeStringProperty("$ref", "#/$defs/level");
        json.writeEndObject();
        json.writeObjectPropertyStart("options");
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        if (!rule.options().isEmpty()) {
            json.writeObjectPropertyStart("properties");
            for (RuleOption<?> option : rule.options()) {
                object(json, option.name(), option.description(), property -> option(property, option));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void option(JsonGenerator json, RuleOption<?> option) {
        if (option.type() == Integer.class) {
            json.writeStringProperty("type", "integer");
            json.writeNumberProperty("minimum", Integer.MIN_VALUE);
            json.writeNumberProperty("maximum", Integer.MAX_VALUE);
            json.writeNumberProperty("default", (Integer) option.fallback());
        } else if (option.type() == Boolean.class) {
            json.writeStringProperty("type", "boolean");
            json.writeBooleanProperty("default", (Boolean) option.fallback());
        } else {
            json.writeStringProperty("type", "array");
            json.writeObjectPropertyStart("items");
            json.writeStringProperty("type", "string");
            json.writeEndObject();
            json.writeArrayPropertyStart("default");
            for (Object item : (List<?>) option.fallback()) {
                json.writeString((String) item);
            }
            json.writeEndArray();
        }
    }

    private static void choice(JsonGenerator json, String name, String description, List<String> values) {
        object(json, name, description, property -> values(property, values));
    }

    private static void values(JsonGenerator json, List<String> values) {
        json.writeArrayPropertyStart("enum");
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void patterns(JsonGenerator json, String name, String description) {
        object(json, name, description, property -> property.writeStringProperty("$ref", "#/$defs/patterns"));
    }

    private static void texts(JsonGenerator json, String name, String description) {
        object(json, name, description, property -> {
            property.writeStringProperty("type", "array");
            property.writeObjectPropertyStart("items");
            property.writeStringProperty("type", "string");
            property.writeEndObject();
        });
    }

    private static void object(JsonGenerator json, String name, String description, Consumer<JsonGenerator> content) {
        json.writeObjectPropertyStart(name);
        if (!description.isEmpty()) {
            json.writeStringProperty("description", description);
        }
        content.accept(json);
        json.writeEndObject();
    }

    private static List<String> ids(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
