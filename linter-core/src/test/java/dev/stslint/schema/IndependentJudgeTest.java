package dev.stslint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stslint.Seeds;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.ObjectReader;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlDocument;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

/**
 * The walk and networknt's validator agree on what fits: on made-up objects of every kind, whole and with something done to
 * them, and on the fixtures. The validator is given the table as JSON Schema.
 */
final class IndependentJudgeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 12;
    private static final int OLDEST = 31;
    private static final int NEWEST = 36;
    private static final Path FIXTURES = Path.of("../testdata/fixtures");

    static Stream<ApiKind> kinds() {
        return ApiTable.shipped().allKinds().stream().filter(ApiKind::hasFields);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesOnObjectsOfTheKind(ApiKind kind) {
        Map<Integer, Schema> schemas = new TreeMap<>();
        int[] counts = new int[2];
        Seeds.check(TRIES, random -> {
            int minor = minorOf(kind, random);
            Schema schema = schemas.computeIfAbsent(minor, release -> schemaOf(kind, release));
            RandomObject maker = new RandomObject(random, minor);
            Map<String, Object> whole = maker.of(kind);
            assertThat(accepts(schema, whole))
                    .as("the judge on a whole object: %s", whole)
                    .isTrue();
            assertThat(faults(JSON.writeValueAsString(whole), minor))
                    .as("%s", whole)
                    .isEmpty();
            Map<String, Object> mutated = maker.mutated(whole);
            String text = JSON.writeValueAsString(mutated);
            boolean accepted = accepts(schema, mutated);
            counts[accepted ? 0 : 1]++;
            assertThat(faults(text, minor).isEmpty())
                    .as("fits by our walk: %s %s", text, faults(text, minor))
                    .isEqualTo(accepted);
        });
        assertThat(counts[1]).as("mutations that the judge rejects").isPositive();
    }

    @Test
    void agreesOnTheFixtures() throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(FIXTURES)) {
            files = paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        Map<String, Schema> schemas = new TreeMap<>();
        int judged = 0;
        for (Path file : files) {
            for (KubernetesObject object : objectsIn(SourceFile.of(file.toString(), Files.readString(file)))) {
                Optional<ApiKind> kind = dev.stslint.schema.Schema.kindOf(object);
                if (kind.isEmpty() || !kind.get().hasFields() || object.isEncrypted()) {
                    continue;
                }
                YamlMapping tree = object.tree().orElseThrow();
                if (kind.get().lifetime().until() < NEWEST || holdsStandIn(tree)) {
                    continue;
                }
                Schema schema = schemas.computeIfAbsent(kind.get().type(), type -> schemaOf(kind.get(), NEWEST));
                Recorder recorder = new Recorder();
                dev.stslint.schema.Schema.check(object, kind.get(), VersionRange.of(NEWEST, NEWEST), recorder);
                assertThat(recorder.structural().isEmpty())
                        .as("%s %s fits by our walk: %s", file, object, recorder.structural())
                        .isEqualTo(accepts(schema, jsonOf(tree)));
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(300);
    }

    private static int minorOf(ApiKind kind, Random random) {
        int oldest = Math.max(OLDEST, kind.lifetime().since());
        return oldest + random.nextInt(Math.min(NEWEST, kind.lifetime().until()) - oldest + 1);
    }

    private static Schema schemaOf(ApiKind kind, int minor) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(new JsonSchemaOfKinds(minor).schemaOf(kind)), InputFormat.JSON);
    }

    private static boolean accepts(Schema schema, Object value) {
        return schema.validate(JSON.writeValueAsString(value), InputFormat.JSON).isEmpty();
    }

    /** What our walk says that JSON Schema has words for. */
    private static List<String> faults(String json, int minor) {
        KubernetesObject object = objectsIn(SourceFile.of("object.json", json)).get(0);
        Recorder recorder = new Recorder();
        dev.stslint.schema.Schema.check(
                object,
                dev.stslint.schema.Schema.kindOf(object).orElseThrow(),
                VersionRange.of(minor, minor),
                recorder);
        return recorder.structural();
    }

    private static List<KubernetesObject> objectsIn(SourceText source) {
        List<KubernetesObject> objects = new ArrayList<>();
        for (YamlDocument document :
                new YamlReader(YamlLimits.DEFAULT).read(source).documents()) {
            objects.addAll(ObjectReader.read(document));
        }
        return objects;
    }

    /** Whether something is filled in before it is applied: our walk is silent on that, the judge is not. */
    private static boolean holdsStandIn(YamlNode node) {
        YamlNode target = node.target();
        if (target instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                if (NameToken.isTemplate(mapping.name(i)) || holdsStandIn(mapping.value(i))) {
                    return true;
                }
            }
        } else if (target instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                if (holdsStandIn(sequence.item(i))) {
                    return true;
                }
            }
        }
        return target instanceof YamlScalar scalar && NameToken.isTemplate(scalar.text());
    }

    /** As kubectl makes JSON of it, without what is null: that is not there. */
    private static Object jsonOf(YamlNode node) {
        YamlNode target = node.target();
        if (target instanceof YamlMapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < mapping.size(); i++) {
                if (!isNull(mapping.value(i))) {
                    map.put(mapping.name(i), jsonOf(mapping.value(i)));
                }
            }
            return map;
        }
        if (target instanceof YamlSequence sequence) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < sequence.size(); i++) {
                if (!isNull(sequence.item(i))) {
                    list.add(jsonOf(sequence.item(i)));
                }
            }
            return list;
        }
        YamlScalar scalar = (YamlScalar) target;
        return switch (scalar.type()) {
            case BOOLEAN -> Boolean.valueOf(scalar.canonical());
            case INTEGER -> Long.valueOf(scalar.canonical());
            case NUMBER -> Double.valueOf(scalar.canonical());
            default -> scalar.text();
        };
    }

    private static boolean isNull(YamlNode node) {
        return node.target() instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }
}
