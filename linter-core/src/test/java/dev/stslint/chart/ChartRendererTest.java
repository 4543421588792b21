package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.source.SourceReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of helm. */
final class ChartRendererTest {

    @TempDir
    Path directory;

    @BeforeEach
    void needsAShell() {
        assumeThat(File.separator).as("scripts run as they are").isEqualTo("/");
    }

    @Test
    void triesNoMoreChartsWhenHelmHasHungTwice() throws Exception {
        ChartRenderer renderer = renderer("echo \"$3\" >> " + directory.resolve("tried") + "; exec sleep 600", 1000);
        List<RenderFailure.Kind> kinds = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            kinds.add(renderer.render(name, chart(name)).failure().orElseThrow().kind());
        }
        assertThat(kinds)
                .containsExactly(
                        RenderFailure.Kind.OUT_OF_TIME,
                        RenderFailure.Kind.OUT_OF_TIME,
                        RenderFailure.Kind.NOT_TRIED,
                        RenderFailure.Kind.NOT_TRIED);
        assertThat(Files.readAllLines(directory.resolve("tried"))).hasSize(2);
    }

    @Test
    void saysItselfWhatHelmDoesNot() throws Exception {
        ChartRenderer renderer = renderer("echo 'a: 1'", 1);
        RenderFailure failure = renderer.render("a", chart("a")).failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(RenderFailure.Kind.OTHER);
        assertThat(failure.words()).singleElement().asString().startsWith("what helm prints cannot be read: ");
    }

    @Test
    void knowsTheSecretsOfSubchartsAndTemplates() throws Exception {
        ChartRenderer renderer = renderer("echo 'Error: Sommer-Regen and Winter-Schnee and Herbst' >&2; exit 1", 1000);
        Path chart = chart("a");
        write("a/charts/db/values.yaml", "auth: {password: Sommer-Regen}\n");
        write("a/templates/_helpers.tpl", "{{ .Values.password | default \"Winter-Schnee\" }}\n");
        assertThat(renderer.render("a", chart).failure().orElseThrow().words())
                .containsExactly("••• and ••• and Herbst");
    }

    private ChartRenderer renderer(String body, long largest) throws IOException {
        Path helm = write("bin/helm", "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
        return new ChartRenderer(
                new HelmProgram(helm, 1), new SourceReader(largest), List.of(), Optional.empty(), "1.34");
    }

    private Path chart(String name) throws IOException {
        return write(name + "/Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 0.1.0\n")
                .resolveSibling("");
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
