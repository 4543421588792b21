package dev.stslint.judge;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas that may refer to each other, and what is wrong with them. */
final class PolicySources {

    private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";
    private static final String DRAFT_07 = "http://json-schema.org/draft-07/schema#";

    private static final int MOST_REFERENCES = 100;

    private static final List<String> TYPES =
            List.of("array", "boolean", "integer", "null", "number", "object", "string");

    /** What a schema may hold without saying anything of values. */
    private static final Set<String> SILENT =
            Set.of("$schema", "$id", "$comment", "title", "description", "$defs", "definitions");

    private static final Set<String> MAPS_OF_SCHEMAS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    private static final Set<String> SCHEMAS = Set.of(
            "items",
            "prefixItems",
            "additionalItems",
            "unevaluatedItems",
            "contains",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else");

    private final List<Problem> mistakes;
    private final Map<String, Source> byIri = new LinkedHashMap<>();
    private final Map<String, Source> byPath = new HashMap<>();
    private final Map<String, Source> byId = new HashMap<>();

    /** The IRIs of schemas that others refer to as a whole. */
    private final Set<String> parts = new HashSet<>();

    /** @param iri that it goes by here: its own {@code $id} could lead anywhere */
    private record Source(SourceFile file, YamlMapping root, String iri, String id) {

        Location place(List<Object> steps) {
            return Steps.place(file, root, steps);
        }
    }

    /** @param mistakes to add to */
    PolicySources(List<Problem> mistakes) {
        this.mistakes = mistakes;
    }

    void add(SourceFile file, YamlMapping root) {
        Source source = new Source(file, root, "schema://stslint/" + byIri.size(), text(root, "$id"));
        byIri.put(source.iri, source);
        byPath.putIfAbsent(file.path(), source);
        if (!source.id.isEmpty()) {
            byId.putIfAbsent(withoutHash(source.id), source);
        }
    }

    /** Those that say something of objects; none where anything is wrong with any. */
    List<HousePolicy> policies() {
        int before = mistakes.size();
        Map<String, JsonNode> documents = new HashMap<>();
        for (Source source : byIri.values()) {
            documents.put(source.iri, document(source));
        }
        if (mistakes.size() > before) {
            return List.of();
        }
        List<HousePolicy> policies = new ArrayList<>();
        for (Source source : byIri.values()) {
            Set<String> kinds = named(source, "kind");
            Set<String> apiVersions = named(source, "apiVersion");
            boolean isPart = parts.contains(source.iri) && kinds.isEmpty() && apiVersions.isEmpty();
            if (!isPart && saysSomething(source.root)) {
                policy(source, kinds, apiVersions, documents).ifPresent(policies::add);
            }
        }
        return policies;
    }

    private Optional<HousePolicy> policy(
            Source source, Set<String> kinds, Set<String> apiVersions, Map<String, JsonNode> documents) {
        try {
            Judge judge = Judge.of(source.iri, documents);
            String id = source.id.isEmpty() ? source.file.path() : source.id;
            return Optional.of(new HousePolicy(id, kinds, apiVersions, judge));
        } catch (RuntimeException e) { // whatever the validator makes of what its own schema of schemas lets pass
            addMistake(source, List.of(), "this schema cannot be used", "");
            return Optional.empty();
        }
    }

    /** The schema with its references made absolute; its mistakes are noted. */
    private JsonNode document(Source source) {
        int before = mistakes.size();
        String dialect = text(source.root, "$schema");
        boolean isOld = withoutHash(dialect).equals(withoutHash(DRAFT_07));
        if (!dialect.isEmpty() && !isOld && !withoutHash(dialect).equals(DRAFT_2020_12)) {
            addMistake(source, List.of("$schema"), "this dialect is not read", "write it in draft 2020-12 or draft-07");
        }
        JsonNode json = JsonTree.ofSchema(source.root);
        walk(source, source.root, json, new ArrayList<>());
        if (mistakes.size() == before) {
            for (Breach breach :
                    Judge.ofSchemas(isOld ? DRAFT_07 : DRAFT_2020_12).breaches(json)) {
                String name = breach.place().isEmpty()
                        ? "this schema"
                        : "`" + breach.place().get(breach.place().size() - 1) + "`";
                addMistake(source, breach.place(), name + " " + breach.limit().words(), "");
            }
        }
        if (json instanceof ObjectNode root) {
            root.remove("$id");
        }
        return json;
    }

    private void walk(Source source, YamlNode node, @Nullable JsonNode json, List<Object> steps) {
        if (node instanceof YamlSequence list) {
            for (int i = 0; i < list.size(); i++) {
                step(source, list.item(i), json == null ? null : json.get(i), steps, i);
            }
        }
        if (!(node instanceof YamlMapping schema)) {
            return;
        }
        checkWords(source, schema, steps);
        if (schema.has("$ref") && json instanceof ObjectNode object) {
            refer(source, text(schema, "$ref"), object, steps);
        }
        for (int i = 0; i < schema.size(); i++) {
            String keyword = schema.name(i);
            JsonNode inner = json == null ? null : json.get(keyword);
            if (SCHEMAS.contains(keyword)) {
                step(source, schema.value(i), inner, steps, keyword);
            } else if (MAPS_OF_SCHEMAS.contains(keyword) && schema.value(i).target() instanceof YamlMapping map) {
                steps.add(keyword);
                for (int j = 0; j < map.size(); j++) {
                    if (keyword.equals("patternProperties")) {
                        checkExpression(source, map.name(j), with(steps, map.name(j)));
                    }
                    step(source, map.value(j), inner == null ? null : inner.get(map.name(j)), steps, map.name(j));
                }
                steps.remove(steps.size() - 1);
            }
        }
    }

    private void step(Source source, YamlNode node, @Nullable JsonNode json, List<Object> steps, Object step) {
        steps.add(step);
        walk(source, node.target(), json, steps);
        steps.remove(steps.size() - 1);
    }

    /** What the schema of schemas does not know, or says less well. */
    private void checkWords(Source source, YamlMapping schema, List<Object> steps) {
        if (!steps.isEmpty() && schema.has("$id")) {
            addMistake(
                    source,
                    with(steps, "$id"),
                    "`$id` inside of a schema is not read",
                    "put that schema into a file of its own");
        }
        String type = text(schema, "type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            String question = NearestNames.of(type, TYPES).question();
            addMistake(source, with(steps, "type"), PlainWord.unknown("type", type) + question, "");
        }
        String pattern = text(schema, "pattern");
        if (!pattern.isEmpty()) {
            checkExpression(source, pattern, with(steps, "pattern"));
        }
        YamlNode message = schema.get(HousePolicy.MESSAGE);
        if (message != null && (!(message instanceof YamlScalar scalar) || scalar.type() != ScalarType.STRING)) {
            addMistake(source, with(steps, HousePolicy.MESSAGE), "`" + HousePolicy.MESSAGE + "` is a text", "");
        }
        if (schema.has(HousePolicy.SEVERITY)) {
            List<String> severities = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                severities.add(severity.id());
            }
            String written = text(schema, HousePolicy.SEVERITY);
            if (!severities.contains(written)) {
                addMistake(
                        source,
                        with(steps, HousePolicy.SEVERITY),
                        PlainWord.unknown("severity", written)
                                + NearestNames.of(written, severities).question(),
                        "write `error`, `warning` or `info`");
            }
        }
    }

    private void checkExpression(Source source, String expression, List<Object> steps) {
        String complaint = Expression.complaint(expression);
        if (!complaint.isEmpty()) {
            addMistake(source, steps, "this cannot be read as a regular expression: " + complaint, "");
        }
    }

    /** Makes a reference absolute. It may lead to nothing but the schemas that were given together. */
    private void refer(Source source, String reference, ObjectNode json, List<Object> steps) {
        Reference halves = Reference.of(reference);
        String document = halves.document();
        String pointer = halves.pointer();
        Source target = target(source, document);
        List<Object> place = with(steps, "$ref");
        if (target == null) {
            boolean isRemote = document.contains("://");
            addMistake(
                    source,
                    place,
                    isRemote
                            ? "this refers to the network, which is not asked"
                            : "this refers to no schema that was given",
                    "refer to a file below the path that is given as `schema`, or put the schema into `$defs`");
        } else if (pointer.startsWith("/") && !leads(target, pointer)) {
            addMistake(source, place, "this refers to nothing in `" + target.file.path() + "`", "");
        } else if (leadsBack(source, reference)) {
            addMistake(source, place, "this leads back to itself and says nothing", "");
        } else {
            boolean isOther = !target.iri.equals(source.iri);
            if (isOther && pointer.isEmpty()) {
                parts.add(target.iri);
            }
            if (isOther) {
                json.put("$ref", target.iri + (pointer.isEmpty() ? "" : "#" + pointer));
            }
        }
    }

    /** Whether one reference leads to the next, and so on. */
    private boolean leadsBack(Source source, String reference) {
        Source at = source;
        String next = reference;
        for (int i = 0; i < MOST_REFERENCES; i++) {
            Reference halves = Reference.of(next);
            Source target = target(at, halves.document());
            YamlNode schema =
                    target == null ? null : halves.pointer().isEmpty() ? target.root : node(target, halves.pointer());
            if (target == null || !(schema instanceof YamlMapping mapping) || !mapping.has("$ref")) {
                return false;
            }
            at = target;
            next = text(mapping, "$ref");
        }
        return true;
    }

    /** The two halves of a reference; either may be empty. */
    private record Reference(String document, String pointer) {

        static Reference of(String written) {
            int hash = written.indexOf('#');
            return hash < 0
                    ? new Reference(written, "")
                    : new Reference(written.substring(0, hash), written.substring(hash + 1));
        }
    }

    private @Nullable Source target(Source source, String document) {
        if (document.isEmpty()) {
            return source;
        }
        if (document.contains("://")) {
            return byId.get(document);
        }
        Source beside = byPath.get(joined(source.file.directory(), document));
        int slash = source.id.lastIndexOf('/');
        return beside == null && slash >= 0 ? byId.get(source.id.substring(0, slash + 1) + document) : beside;
    }

    private static boolean leads(Source target, String pointer) {
        return node(target, pointer) != null;
    }

    private static @Nullable YamlNode node(Source target, String pointer) {
        if (!pointer.startsWith("/")) {
            return null;
        }
        YamlNode at = target.root;
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            boolean isIndex = at instanceof YamlSequence && name.matches("[0-9]{1,6}");
            at = Steps.into(at, isIndex ? (Object) Integer.valueOf(name) : name);
        }
        return at;
    }

    /** The kinds, or versions, that a schema is for: those that its own {@code properties} name. */
    private static Set<String> named(Source source, String field) {
        YamlNode said = Steps.to(source.root, List.of("properties", field));
        Set<String> names = new LinkedHashSet<>();
        if (said instanceof YamlMapping schema) {
            if (!text(schema, "const").isEmpty()) {
                names.add(text(schema, "const"));
            }
            if (schema.get("enum") instanceof YamlSequence list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.item(i).target() instanceof YamlScalar name) {
                        names.add(name.text());
                    }
                }
            }
        }
        return names;
    }

    private static boolean saysSomething(YamlMapping root) {
        for (int i = 0; i < root.size(); i++) {
            if (!SILENT.contains(root.name(i))) {
                return true;
            }
        }
        return false;
    }

    private static String joined(String directory, String path) {
        List<String> steps = new ArrayList<>();
        for (String step : (directory.isEmpty() ? path : directory + "/" + path).split("/", -1)) {
            if (step.equals("..")
                    && !steps.isEmpty()
                    && !steps.get(steps.size() - 1).equals("..")) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private void addMistake(Source source, List<Object> steps, String message, String help) {
        Location place = source.place(steps);
        Problem problem = Problem.at(() -> place, message);
        mistakes.add(help.isEmpty() ? problem : problem.help(help));
    }

    private static List<Object> with(List<Object> steps, Object last) {
        List<Object> all = new ArrayList<>(steps);
        all.add(last);
        return all;
    }

    private static String withoutHash(String iri) {
        return iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri;
    }

    private static String text(YamlMapping mapping, String name) {
        return mapping.get(name) instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING
                ? scalar.text()
                : "";
    }
}
