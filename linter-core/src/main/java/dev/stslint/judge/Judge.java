package dev.stslint.judge;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds values against a JSON Schema: networknt's validator, kept off the network and off the disk. Its messages are not
 * used, since they repeat values. Serves several threads.
 */
final class Judge {

    private final Schema schema;
    private final JsonNode root;
    private final Map<String, JsonNode> documents;

    private Judge(Schema schema, JsonNode root, Map<String, JsonNode> documents) {
        this.schema = schema;
        this.root = root;
        this.documents = documents;
    }

    /** The values of a custom resource; everything fits where the validator can make nothing of its schema. */
    static Judge ofResource(StructuralSchema resource) {
        try {
            return of(StructuralJson.ofResource(resource));
        } catch (SchemaException e) { // a keyword with a value of another type, which others report
            return of(JsonTree.NODES.objectNode());
        }
    }

    private static Judge of(JsonNode root) {
        Schema schema = registry(Map.of()).getSchema(root);
        schema.initializeValidators();
        return new Judge(schema, root, Map.of());
    }

    /**
     * A schema that refers to others.
     *
     * @param iri its own among {@code documents}
     * @param documents by IRI; their references are absolute, or start with a hash sign
     */
    static Judge of(String iri, Map<String, JsonNode> documents) {
        JsonNode root = documents.getOrDefault(iri, JsonTree.NODES.objectNode());
        Schema schema = registry(documents).getSchema(SchemaLocation.of(iri));
        schema.initializeValidators();
        return new Judge(schema, root, documents);
    }

    /** The schema of schemas in a dialect. */
    static Judge ofSchemas(String dialect) {
        return new Judge(
                registry(Map.of()).getSchema(SchemaLocation.of(dialect)), JsonTree.NODES.objectNode(), Map.of());
    }

    private static SchemaRegistry registry(Map<String, JsonNode> documents) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(new Patterns())
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)
                                .resourceLoaders(loaders -> loaders.add(iri -> source(iri, documents)))));
    }

    /** What is not among the documents is nowhere: the loaders that come behind would ask the network. */
    private static @Nullable InputStreamSource source(AbsoluteIri iri, Map<String, JsonNode> documents) {
        if (iri.toString().startsWith("classpath:")) {
            return null; // the schemas of schemas, which the validator brings along
        }
        JsonNode document = documents.get(iri.toString());
        return new InputStreamSource() {
            @Override
            public InputStream getInputStream() throws FileNotFoundException {
                if (document == null) {
                    throw new FileNotFoundException(iri.toString());
                }
                return new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** What of a value does not fit, each keyword and place once, in no order. */
    List<Breach> breaches(JsonNode value) {
        List<Breach> breaches = new ArrayList<>(0);
        Set<String> seen = new HashSet<>();
        Map<String, List<Integer>> fitting = new HashMap<>();
        List<Error> errors;
        try {
            errors = schema.validate(value);
        } catch (StackOverflowError e) {
            return List.of(); // a schema that leads back to itself by a detour says nothing
        }
        for (Error error : errors) {
            if (error.getKeyword().equals("oneOf") && error.getArguments().length > 1) {
                fitting.put(error.getEvaluationPath().toString(), indexes(error.getArguments()));
            }
        }
        for (Error error : errors) {
            Breach breach = new Path(error, fitting).breach();
            if (seen.add(breach.keyword() + ' ' + breach.place() + ' ' + System.identityHashCode(breach.schema()))) {
                breaches.add(breach);
            }
        }
        return breaches;
    }

    /** The numbers of the first two equal items of a list, counted from 1; none where there are no such. */
    private static List<Integer> twins(@Nullable JsonNode list) {
        Map<JsonNode, Integer> numbers = new HashMap<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            Integer earlier = numbers.putIfAbsent(list.get(i), i + 1);
            if (earlier != null) {
                return List.of(earlier, i + 1);
            }
        }
        return List.of();
    }

    /** Of a {@code oneOf} the alternatives that fit, where several do. */
    private static List<Integer> indexes(Object[] arguments) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            for (String index : String.valueOf(arguments[i]).split("[^0-9]+", -1)) {
                if (!index.isEmpty()) {
                    indexes.add(Integer.valueOf(index));
                }
            }
        }
        return indexes.size() > 1 ? indexes : List.of();
    }

    private static final class Patterns implements RegularExpressionFactory {
        @Override
        public RegularExpression getRegularExpression(String expression) {
            return Expression.of(expression)::matches;
        }
    }

    /** The way that an error was found: through the schema, and through the value beside it. */
    private final class Path {

        private final Error error;
        private final Map<String, List<Integer>> fitting;
        private final List<JsonNode> schemas = new ArrayList<>();
        private JsonNode document = root;
        private int taken;

        Path(Error error, Map<String, List<Integer>> fitting) {
            this.error = error;
            this.fitting = fitting;
            schemas.add(root);
        }

        Breach breach() {
            NodePath path = error.getEvaluationPath();
            int last = path.getNameCount() - 1;
            for (int i = 0; i < last; ) {
                String step = path.getName(i);
                switch (step) {
                    case "anyOf", "oneOf", "not" -> {
                        return found(step, "", schema().path(step), fitting.getOrDefault(prefix(path, i), List.of()));
                    }
                    case "$ref", "$dynamicRef", "$recursiveRef" -> {
                        refer(schema().path(step).asString(""));
                        i++;
                    }
                    case "properties", "patternProperties", "prefixItems" -> {
                        enter(schema().path(step), path, i + 1);
                        taken++;
                        i += 2;
                    }
                    case "items",
                            "additionalItems",
                            "additionalProperties",
                            "unevaluatedProperties",
                            "unevaluatedItems",
                            "contains" -> {
                        boolean isTuple = schema().path(step).isArray();
                        if (isTuple) {
                            enter(schema().path(step), path, i + 1);
                        } else {
                            schemas.add(schema().path(step));
                        }
                        taken++;
                        i += isTuple ? 2 : 1;
                    }
                    case "allOf", "dependentSchemas", "dependencies" -> {
                        enter(schema().path(step), path, i + 1);
                        i += 2;
                    }
                    default -> {
                        schemas.add(schema().path(step));
                        i++;
                    }
                }
            }
            String property = error.getProperty();
            String name = path.getNameCount() == 0 ? error.getKeyword() : path.getName(last);
            taken = error.getInstanceLocation().getNameCount();
            if (name.equals("dependentRequired") || name.equals("dependencies")) {
                property = error.getArguments().length > 0 ? String.valueOf(error.getArguments()[0]) : property;
            }
            JsonNode bound = error.getSchemaNode();
            return found(
                    name,
                    property == null ? "" : property,
                    bound == null ? schema().path(name) : bound,
                    fitting.getOrDefault(path.toString(), List.of()));
        }

        private Breach found(String keyword, String property, JsonNode bound, List<Integer> alternatives) {
            List<Object> steps = new ArrayList<>(taken);
            NodePath place = error.getInstanceLocation();
            for (int i = 0; i < Math.min(taken, place.getNameCount()); i++) {
                steps.add(place.getElement(i));
            }
            return new Breach(
                    keyword,
                    List.copyOf(steps),
                    property,
                    List.copyOf(schemas),
                    bound,
                    alternatives,
                    keyword.equals("uniqueItems") ? twins(error.getInstanceNode()) : List.of());
        }

        private JsonNode schema() {
            return schemas.get(schemas.size() - 1);
        }

        private void enter(JsonNode holder, NodePath path, int step) {
            Object key = path.getElement(step);
            schemas.add(key instanceof Integer index ? holder.path(index) : holder.path(String.valueOf(key)));
        }

        private void refer(String reference) {
            int hash = reference.indexOf('#');
            String iri = hash < 0 ? reference : reference.substring(0, hash);
            document = iri.isEmpty() ? document : documents.getOrDefault(iri, JsonTree.NODES.objectNode());
            String pointer = hash < 0 ? "" : reference.substring(hash + 1);
            schemas.add(
                    pointer.isEmpty() || pointer.startsWith("/") ? document.at(pointer) : JsonTree.NODES.objectNode());
        }

        private String prefix(NodePath path, int last) {
            NodePath prefix = path;
            for (int i = path.getNameCount() - 1; i > last; i--) {
                prefix = prefix.getParent();
            }
            return prefix.toString();
        }
    }
}
