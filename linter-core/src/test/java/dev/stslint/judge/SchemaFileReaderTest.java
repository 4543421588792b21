package dev.stslint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Problem;
import dev.stslint.judge.HousePolicy.Violation;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What files apart from the input may say, and what is wrong with them. */
final class SchemaFileReaderTest {

    private static final KubernetesObject WEB = object("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: 1, paused: true}
            """);

    @Test
    void readsSchemasInJsonAndYamlSeveralInAFile() {
        GivenSchemas schemas = directory(Map.of("a.json", "{\"required\": [\"x\"]}", "b.yaml", """
                $id: https://example.com/replicas
                properties: {spec: {properties: {replicas: {minimum: 2}}}}
                ---
                required: [z]
                """));

        assertThat(schemas.mistakes()).isEmpty();
        assertThat(schemas.policies())
                .extracting(HousePolicy::id)
                .containsExactly("a.json", "https://example.com/replicas", "b.yaml");
        assertThat(violations(schemas))
                .containsExactly("x is missing", "spec.replicas must be at least 2", "z is missing");
    }

    @Test
    void isForTheKindsThatItNames() {
        GivenSchemas schemas = directory(Map.of(
                "a.yaml", "properties: {kind: {const: Deployment}, apiVersion: {enum: [apps/v1]}}\nrequired: [a]",
                "b.yaml", "properties: {kind: {enum: [Pod, Job]}}\nrequired: [b]",
                "c.yaml", "properties: {kind: {const: Deployment}, apiVersion: {const: apps/v1beta1}}\nrequired: [c]"));

        assertThat(violations(schemas)).containsExactly("a is missing");
    }

    @Test
    void followsReferencesBelowThePathAndNowhereElse() {
        Map<String, String> files = new TreeMap<>();
        files.put("p/a.yaml", "properties: {kind: {const: Deployment}, spec: {$ref: sub/b.yaml}}");
        files.put(
                "p/sub/b.yaml", "$id: https://example.com/b\nproperties: {replicas: {$ref: '../c.json#/$defs/many'}}");
        files.put("p/c.json", "{\"$defs\": {\"many\": {\"minimum\": 2}}}");
        files.put("p/d.yaml", "properties: {kind: {const: Deployment}, spec: {$ref: 'https://example.com/b'}}");

        GivenSchemas schemas = directory(files);

        assertThat(schemas.mistakes()).isEmpty();
        assertThat(schemas.policies()).extracting(HousePolicy::id).containsExactly("p/a.yaml", "p/d.yaml");
        assertThat(violations(schemas))
                .containsExactly("spec.replicas must be at least 2", "spec.replicas must be at least 2");
        assertThat(mistakes("a.yaml", "{$ref: 'https://example.com/x.json'}"))
                .containsExactly("a.yaml:1:8 this refers to the network, which is not asked");
        assertThat(mistakes("a.yaml", "{$ref: '../x.json'}"))
                .containsExactly("a.yaml:1:8 this refers to no schema that was given");
        assertThat(mistakes("a.yaml", "{$ref: '#/$defs/x'}"))
                .containsExactly("a.yaml:1:8 this refers to nothing in `a.yaml`");
        assertThat(mistakes("a.yaml", "$defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}"))
                .hasSize(2)
                .allMatch(mistake -> mistake.endsWith(" this leads back to itself and says nothing"));
        assertThat(mistakes("a.yaml", "{$ref: '#/$defs/b', $defs: {b: {type: object}}}"))
                .isEmpty();
    }

    /** What Java cannot read would silently forbid nothing. */
    @Test
    void readsEveryPatternOrSaysThatItCannot() {
        for (String pattern : List.of("[z-a]", "[a-", "a{3,1}", "\\\\p{Foo}", "(", "*a", "[[:alpha:]]")) {
            assertThat(mistakes("a.yaml", "properties: {a: {pattern: \"" + pattern + "\"}}"))
                    .as(pattern)
                    .singleElement()
                    .asString()
                    .contains("this cannot be read as a regular expression: ");
        }
        assertThat(mistakes("a.yaml", "properties: {a: {pattern: '^[a-z]{2,3}(-x)?$'}}"))
                .isEmpty();
    }

    @Test
    void readsTheOldDraftWhereItIsNamed() {
        String items = "properties: {spec: {properties: {l: {items: [{type: string}], additionalItems: false}}}}";

        assertThat(mistakes("a.yaml", "$schema: http://json-schema.org/draft-07/schema#\n" + items))
                .isEmpty();
        assertThat(mistakes("a.yaml", items)).hasSize(1).first().asString().contains("`items` must be");
        assertThat(mistakes("a.yaml", "$schema: http://json-schema.org/draft-04/schema#\ntype: object"))
                .containsExactly("a.yaml:1:10 this dialect is not read");
    }

    @Test
    void saysEveryMistakeAtItsPlace() {
        assertThat(mistakes("a.yaml", """
                type: objct
                properties:
                  a: {pattern: "["}
                  b: {x-severity: eror, errorMessage: 3}
                  c: {$id: x}
                """))
                .containsExactly(
                        "a.yaml:1:7 there is no type `objct`; did you mean `object`?",
                        "a.yaml:3:16 this cannot be read as a regular expression: unclosed character class",
                        "a.yaml:4:39 `errorMessage` is a text",
                        "a.yaml:4:19 there is no severity `eror`; did you mean `error`?",
                        "a.yaml:5:12 `$id` inside of a schema is not read");
        assertThat(mistakes("a.yaml", "properties: {a: {minimum: x, required: 3}}"))
                .containsExactlyInAnyOrder(
                        "a.yaml:1:27 `minimum` must be a number", "a.yaml:1:40 `required` must be a list");
    }

    @Test
    void refusesANamedFileThatIsOfNoUse() {
        SourceText pod = SourceFile.of("pod.yaml", "apiVersion: v1\nkind: Pod\n");
        SchemaFileReader named = new SchemaFileReader();
        named.read(List.of(pod), true);
        SchemaFileReader below = new SchemaFileReader();
        below.read(List.of(pod), false);

        assertThat(named.found().mistakes())
                .extracting(Problem::message)
                .containsExactly("this is no JSON Schema, and defines no custom resource");
        assertThat(below.found()).isEqualTo(GivenSchemas.NONE);
    }

    @Test
    void saysThatADefinitionIsOfARemovedVersion() {
        SourceText old = SourceFile.of("old.yaml", """
                apiVersion: apiextensions.k8s.io/v1beta1
                kind: CustomResourceDefinition
                metadata: {name: caches.example.com}
                spec: {group: example.com, version: v1, names: {kind: Cache, plural: caches}}
                """);
        SchemaFileReader named = new SchemaFileReader();
        named.read(List.of(old), true);

        assertThat(named.found().mistakes())
                .extracting(problem -> problem.location() + " " + problem.message())
                .containsExactly("old.yaml:1:13 this definition is of `apiextensions.k8s.io/v1beta1`,"
                        + " which Kubernetes 1.22 removed");
    }

    @Test
    void saysWhichItemsAreTheSame() {
        GivenSchemas schemas =
                directory(Map.of("a.yaml", "properties: {spec: {properties: {list: {uniqueItems: true}}}}"));
        KubernetesObject object = object("""
                apiVersion: apps/v1
                kind: Deployment
                spec: {list: [{a: 1}, {a: 2}, {a: 1}]}
                """);

        assertThat(schemas.policies().get(0).violations(object))
                .extracting(violation -> violation.limit().words())
                .containsExactly("must not hold an item twice: items 1 and 3 are the same");
    }

    @Test
    void takesTheNearestMessageAndSeverity() {
        GivenSchemas schemas = directory(Map.of("a.yaml", """
                errorMessage: outer
                x-severity: info
                properties:
                  spec:
                    properties:
                      replicas: {minimum: 2, errorMessage: inner}
                      paused: {const: false, x-severity: warning}
                """));

        List<String> found = new ArrayList<>();
        for (Violation violation : schemas.policies().get(0).violations(WEB)) {
            found.add(violation.severity().id() + " " + violation.message().orElse(""));
        }
        assertThat(found).containsExactlyInAnyOrder("info inner", "warning outer");
    }

    private static List<String> violations(GivenSchemas schemas) {
        List<String> found = new ArrayList<>();
        for (HousePolicy policy : schemas.policies()) {
            if (policy.appliesTo(WEB)) {
                for (Violation violation : policy.violations(WEB)) {
                    found.add(violation.place().fieldPath() + " "
                            + violation.limit().words());
                }
            }
        }
        return found;
    }

    private static List<String> mistakes(String path, String text) {
        List<String> found = new ArrayList<>();
        for (Problem mistake : directory(Map.of(path, text)).mistakes()) {
            found.add(mistake.location() + " " + mistake.message());
        }
        return found;
    }

    private static GivenSchemas directory(Map<String, String> files) {
        List<SourceText> texts = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> texts.add(SourceFile.of(path, text)));
        SchemaFileReader reader = new SchemaFileReader();
        reader.read(texts, false);
        return reader.found();
    }

    private static KubernetesObject object(String text) {
        return ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of("web.yaml", text))
                        .documents()
                        .get(0))
                .get(0);
    }
}
