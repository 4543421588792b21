package dev.stslint.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stslint.lint.LintRequest;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The request is the one list of options: the command offers each of them, and what it offers reaches the request. */
final class LintRequestTest {

    /** What is no option: where the run starts, what `-` and PATH stand for, the day, and what the formats ask for. */
    private static final Set<String> GIVEN =
            Set.of("workingDirectory", "paths", "standardInput", "searchPath", "today", "objectGraph", "written");

    /** Components that the command has another word for. */
    private static final Map<String, String> WORDS =
            Map.of("standardInputName", "stdin-name", "severities", "severity");

    /** A value other than the default for each that takes one. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("context", "shared"),
            entry("schema", "policies"),
            entry("standardInputName", "chart.yaml"),
            entry("profile", "all"),
            entry("select", "storage"),
            entry("ignore", "storage"),
            entry("severities", "invalid-yaml=info"),
            entry("failOn", "never"),
            entry("kubernetes", "1.34"),
            entry("namespace", "shop"),
            entry("config", "lint.yaml"),
            entry("baseline", "known.json"),
            entry("render", "helm"),
            entry("values", "prod.yaml"),
            entry("jobs", "3"));

    private static final Environment ENVIRONMENT =
            new Environment(Path.of("/work"), Map.of(), false, false, StandardCharsets.UTF_8);

    @TestFactory
    Stream<DynamicTest> everyOptionOfTheRequestIsOneOfTheCommand() {
        return components().stream().map(component -> dynamicTest(component, () -> check(component)));
    }

    @Test
    void nothingIsAskedForThatIsNoComponent() {
        assertThat(components()).containsAll(WORDS.keySet()).containsAll(VALUES.keySet());
    }

    private static void check(String component) throws Exception {
        String name = "--" + WORDS.getOrDefault(component, kebab(component));
        assertThat(Command.LINT.options()).extracting(Option::longName).contains(name);
        List<String> line = new ArrayList<>(List.of("lint", name));
        String value = VALUES.get(component);
        if (value != null) {
            line.add(value);
        }
        assertThat(values(request(line)).get(component))
                .as("%s reaches the request", name)
                .isNotEqualTo(values(request(List.of("lint"))).get(component));
    }

    private static LintRequest request(List<String> line) throws UsageException {
        return LintArguments.of(CommandLineReader.read(line)).request(ENVIRONMENT, InputStream.nullInputStream());
    }

    private static List<String> components() {
        return values(LintRequest.of(Path.of("/work"), List.of("."))).keySet().stream()
                .filter(name -> !GIVEN.contains(name))
                .toList();
    }

    /** The components by name; those of the selection in its place. */
    private static Map<String, Object> values(LintRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        add(request, values);
        add(values.remove("selection"), values);
        return values;
    }

    private static void add(Object record, Map<String, Object> values) {
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                values.put(component.getName(), component.getAccessor().invoke(record));
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
