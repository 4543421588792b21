package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run that needs no JSON Schema must not load: the validator and its tree of JSON, which cost more than the run. */
final class LoadedClassesTest {

    @Test
    void leavesTheSchemaValidatorAlone() throws IOException, InterruptedException {
        List<String> loaded = classesLoadedBy("lint", "--fail-on", "never", "--quiet", "../testdata/demo/shop");
        assertThat(loaded).anyMatch(line -> line.contains("dev.stslint.schema.ObjectWalk"));
        assertThat(loaded).noneMatch(line -> line.contains("com.networknt") || line.contains("tools.jackson.databind"));
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
