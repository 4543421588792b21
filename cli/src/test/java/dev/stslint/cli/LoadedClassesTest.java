package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that needs no JSON Schema must not load: the validator and its tree of JSON, which cost more than the run. */
final class LoadedClassesTest {

    @Test
    void leavesTheSchemaValidatorAlone() throws IOException, InterruptedException {
        List<String> loaded = classesLoadedBy("lint", "--fail-on", "never", "--quiet", "../testdata/demo/shop");
        assertThat(loaded).anyMatch(line -> line.contains("dev.stslint.schema.ObjectWalk"));
        assertThat(loaded).noneMatch(line -> line.contains("com.networknt") || line.contains("tools.jackson.databind"));
    }

    /** A definition alone, and objects of a kind that nobody defines, need none either; only both together do. */
    @Test
    void loadsTheSchemaValidatorWhereASchemaApplies(@TempDir Path directory) throws IOException, InterruptedException {
        Path definition = Files.writeString(directory.resolve("definition.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: { name: caches.example.com }
                spec:
                  group: example.com
                  scope: Namespaced
                  names: { kind: Cache, plural: caches }
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, pattern: "^a$" } } } }
                """);
        Path object = Files.writeString(directory.resolve("object.yaml"), """
                apiVersion: example.com/v1
                kind: Cache
                metadata: { name: c }
                spec: {}
                """);
        String schema = definition.toString();

        assertThat(validatorClasses("lint", "--fail-on", "never", schema)).isEmpty();
        assertThat(validatorClasses("lint", "--fail-on", "never", object.toString()))
                .isEmpty();
        assertThat(validatorClasses("lint", "--schema", schema, "../testdata/demo/shop-corrected"))
                .isEmpty();
        assertThat(validatorClasses("lint", "--fail-on", "never", schema, object.toString()))
                .isNotEmpty();
    }

    private static List<String> validatorClasses(String... arguments) throws IOException, InterruptedException {
        return classesLoadedBy(arguments).stream()
                .filter(line -> line.contains("com.networknt") || line.contains("tools.jackson.databind"))
                .toList();
    }

    private static List<String> classesLoadedBy(String... arguments) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.stslint.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
