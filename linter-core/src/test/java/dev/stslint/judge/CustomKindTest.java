package dev.stslint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.VersionRange;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Limit;
import dev.stslint.schema.Misfit;
import dev.stslint.schema.Place;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What definitions make of objects, each fault at its own place. */
final class CustomKindTest {

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: caches.example.com}
            spec:
              group: example.com
              names: {kind: Cache, plural: caches}
              versions:
                - name: v1
                  served: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec: SPEC
            """;

    @Test
    void saysEachFaultAtItsOwnPlaceInTheOrderOfPaths() {
        assertThat(faults(
                        "{type: object, required: [name], properties: {name: {type: string}, "
                                + "list: {type: array, items: {type: object, properties: {a: {type: integer}}}}}}",
                        """
                        {
                          list: [{a: x}, {b: 1}, {a: []}],
                          nam: c}
                        """))
                .containsExactly(
                        "3:19 list[1].b unknown",
                        "4:3 nam unknown, near name",
                        "3:14 list[0].a wants a whole number",
                        "3:27 list[2].a wants a whole number");
    }

    /** Paths tell items of a list apart by the list's name, and an inner list has none. */
    @Test
    void saysNothingOfListsWithinLists() {
        assertThat(faults(
                        "{type: object, properties: {m: {type: array, items: {type: array, items: "
                                + "{type: object, required: [v], properties: {v: {type: boolean}}}}}}}",
                        """
                        {
                          m: [[{v: true}, {v: 5}], [{}], [{v: true, q: 1}]]}
                        """))
                .isEmpty();
    }

    @Test
    void dropsFillsInAndValidatesLikeTheServer() {
        String schema = "{type: object, required: [a, b, c], properties: {"
                + "a: {type: string, default: x}, b: {type: string}, c: {type: string, nullable: true}}}";

        assertThat(faults(schema, "{b: x, c: null}")).isEmpty();
        assertThat(faults(schema, "{a: null, b: null, c: x}")).containsExactly("2:11 b missing");
        assertThat(faults(schema, "{b: x}")).containsExactly("1:43 c missing");
        assertThat(faults(schema, "{b: x, c: x, d: x}")).containsExactly("2:14 d unknown");
        assertThat(faults(schema, "{d: x}")).containsExactly("2:2 d unknown"); // what is missing may be there as d
    }

    @Test
    void keepsUnknownFieldsWhereItIsTold() {
        String schema = "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {"
                + "known: {type: object, properties: {a: {type: string}}}}}";

        assertThat(faults(schema, "{any: {thing: [1]}, known: {a: b}}")).isEmpty();
        assertThat(faults(schema, "{known: {b: c}}")).containsExactly("2:10 known.b unknown");
    }

    @Test
    void knowsEmbeddedObjects() {
        String schema = "{type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: object}}}";

        assertThat(faults(schema, "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}"))
                .isEmpty();
        assertThat(faults(schema, "{kind: Pod, data: {}}")).containsExactly("2:13 data unknown");
        assertThat(faults(schema, "{kind: Pod}")).containsExactly("1:43 apiVersion missing");
    }

    @Test
    void takesNumbersAndTextsForEither() {
        String schema = "{type: object, properties: {p: {x-kubernetes-int-or-string: true, "
                + "anyOf: [{type: integer}, {type: string}], pattern: ^1}}}";

        assertThat(faults(schema, "{p: 80}")).isEmpty();
        assertThat(faults(schema, "{p: '80'}")).containsExactly("2:5 p must match `^1`");
        assertThat(faults(schema, "{p: 1.5}")).containsExactly("2:5 p wants a whole number or a text");
    }

    @Test
    void tellsItemsOfAListApartByItsKeys() {
        String schema = "{type: object, properties: {l: {type: array, x-kubernetes-list-type: map, "
                + "x-kubernetes-list-map-keys: [port, protocol], items: {type: object, properties: {"
                + "port: {type: integer}, protocol: {type: string, default: TCP}}}}}}";

        assertThat(faults(schema, "{l: [{port: 1}, {port: 1, protocol: UDP}, {port: 2}]}"))
                .isEmpty();
        assertThat(faults(schema, "{l: [{port: 1}, {port: 1, protocol: TCP}]}"))
                .containsExactly("2:18 l[1] twin of l[0]");
    }

    @Test
    void saysAlternativesAsUnionsAndOthersAsALimit() {
        String union = "{type: object, properties: {a: {type: string}, b: {type: string}}, "
                + "oneOf: [{required: [a]}, {required: [b]}]}";

        assertThat(faults(union, "{a: x}")).isEmpty();
        assertThat(faults(union, "{}")).containsExactly("1:43 none of [a, b]");
        assertThat(faults(union, "{a: x, b: x}")).containsExactly("2:8 b excludes a");
        assertThat(faults(
                        "{type: object, properties: {k: {type: integer, not: {enum: [3]}, "
                                + "anyOf: [{minimum: 9}, {maximum: 4}]}}}",
                        "{k: 3}"))
                .containsExactly("2:5 k is just what its schema excludes");
        assertThat(faults(
                        "{type: object, properties: {k: {type: integer, anyOf: [{minimum: 9}, {maximum: 4}]}}}",
                        "{k: 6}"))
                .containsExactly("2:5 k fits none of the alternatives in its schema");
    }

    @Test
    void isSilentOnWhatIsFilledInLater() {
        assertThat(faults(
                        "{type: object, properties: {n: {type: integer}, t: {type: string, pattern: ^a}}}",
                        "{n: REPLICAS, t: '${NAME}', '{{ x }}': 1, $patch: replace}"))
                .isEmpty();
    }

    @Test
    void seesTheMetadataOfEveryKind() {
        KubernetesObject object = object("""
                apiVersion: example.com/v1
                kind: Cache
                metadata: {name: c, lables: {}}
                status: {any: thing}
                """);

        assertThat(judged("{type: object}", object)).containsExactly("3:21 metadata.lables unknown, near labels");
    }

    @Test
    void makesNoKindOfWhatIsNoSchema() {
        CustomResourceDefinition definition = definition("{type: object, properties: {a: {type: strng}}}");
        List<String> found = new ArrayList<>();
        CustomKind.check(definition, new FaultSink() {
            @Override
            public void unusableSchema(Place place, String kind, String reason) {
                found.add(place.location().start() + " " + kind + ": " + reason);
            }
        });

        assertThat(found).containsExactly("14:57 Cache v1: there is no type `strng`; did you mean `string`?");
        assertThat(CustomKind.of(definition, definition.versions().get(0))).isEmpty();
    }

    /** Their faults are those of the definition. */
    @Test
    void outlivesWildSchemas() {
        assertThat(faults(
                        "{type: object, properties: {a: {type: integer, minimum: x, multipleOf: 0}}}", "{a: b, c: d}"))
                .containsExactly("2:8 c unknown");
        assertThat(faults(
                        "{type: object, required: 3, properties: {a: {type: string, minLength: x, enum: y}}}",
                        "{a: b}"))
                .isEmpty();
    }

    private static List<String> faults(String schema, String spec) {
        return judged(schema, object("{apiVersion: example.com/v1, kind: Cache, spec:\n" + spec + "}"));
    }

    private static List<String> judged(String schema, KubernetesObject object) {
        CustomResourceDefinition definition = definition(schema);
        CustomKind kind = CustomKind.of(definition, definition.servedTo(object).orElseThrow())
                .orElseThrow();
        Recorder recorder = new Recorder();
        kind.judge(object).tell(VersionRange.SUPPORTED, recorder);
        return recorder.lines;
    }

    private static CustomResourceDefinition definition(String schema) {
        return new CustomResourceDefinition(object(DEFINITION.replace("SPEC", schema)));
    }

    private static KubernetesObject object(String text) {
        return ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of("a.yaml", text))
                        .documents()
                        .get(0))
                .get(0);
    }

    /** A line for each fault: its place, the way to it from the specification on, and what it is. */
    private static final class Recorder implements FaultSink {

        private final List<String> lines = new ArrayList<>();

        private void add(Place place, boolean isKey, String what) {
            String path =
                    place.fieldPath().startsWith("spec.") ? place.fieldPath().substring(5) : place.fieldPath();
            lines.add((isKey ? place.key() : place).location().start() + " " + path + " " + what);
        }

        @Override
        public void unknownField(Place place, NearestNames near, Optional<String> home) {
            add(place, true, "unknown" + (near.names().isEmpty() ? "" : ", near " + String.join(" ", near.names())));
        }

        @Override
        public void wrongType(Place place, Misfit misfit) {
            add(place, false, "wants " + misfit.wanted());
        }

        @Override
        public void missingField(Place place) {
            add(place, false, "missing");
        }

        @Override
        public void twin(Place place, Place earlier, List<String> keys) {
            add(place, false, "twin of " + earlier.fieldPath().substring(5));
        }

        @Override
        public void excludes(Place place, Place other) {
            add(place, true, "excludes " + other.name());
        }

        @Override
        public void noneOf(Place place, List<String> fields) {
            lines.add(place.location().start() + " none of " + fields);
        }

        @Override
        public void beyond(Place place, Limit limit) {
            add(place, false, limit.words());
        }
    }
}
