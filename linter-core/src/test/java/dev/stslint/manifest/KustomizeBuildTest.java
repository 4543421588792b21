package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.kube.Kustomization;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What kustomize itself makes of kustomizations, where {@code kustomize} or {@code kubectl} is installed. With {@code
 * -Dkustomize.corpus=DIR} it prints how all below a directory compare, those left out that do not build.
 */
final class KustomizeBuildTest {

    private static final int SECONDS = 20;

    @TempDir
    Path directory;

    @Test
    void agreesWithKustomize() throws Exception {
        List<String> tool = tool();
        assumeThat(tool).as("kustomize or kubectl is installed").isNotEmpty();
        write("base/kustomization.yaml", Given.kustomization("""
                        resources: [all.yaml]
                        commonLabels: {team: data}
                        namePrefix: a-
                        configMapGenerator:
                          - {name: settings, literals: [one=1], files: [key=settings.txt]}
                          - {name: fixed, envs: [settings.env], options: {disableNameSuffixHash: true}}
                        secretGenerator:
                          - {name: access, namespace: vault, literals: [user=reader]}
                        """));
        write("base/settings.txt", "text\n");
        write("base/settings.env", "A=1\n");
        write(
                "base/all.yaml",
                Given.workload("StatefulSet", "db", 3, "app: db")
                        + "---\n"
                        + Given.service("db", "app: db")
                        + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: old}\n"
                        + "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\nrules: []\n"
                        + "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
                        + "metadata: {name: things.example.com}\nspec: {}\n"
                        + "---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: one}\n");
        write("component/kustomization.yaml", Given.component("""
                        resources: [more.yaml]
                        labels:
                          - {pairs: {tier: back}, includeTemplates: true}
                          - {pairs: {only: metadata}}
                        """));
        write("component/more.yaml", Given.workload("Deployment", "web", 1, "app: web"));
        write("overlay/kustomization.yaml", Given.kustomization("""
                        resources: [../base]
                        components: [../component]
                        namespace: shop
                        namesuffix: -z
                        images: [{name: registry.example.com/team/app, newTag: "2"}]
                        replicas: [{name: db, count: 5}]
                        configMapGenerator:
                          - {name: settings, behavior: merge, literals: [two=2]}
                        """));
        for (String each : List.of("base", "overlay")) {
            Optional<String> printed = build(tool, directory.resolve(each));
            assertThat(printed).as("%s builds", each).isPresent();
            assertThat(KustomizeComparison.differences(
                            KustomizeComparison.ours(directory, directory.resolve(each)),
                            KustomizeComparison.theirs(printed.get())))
                    .as(each)
                    .isEmpty();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "kustomize.corpus", matches = ".+")
    void comparesACorpus() throws Exception {
        List<String> tool = tool();
        Path top = Path.of(System.getProperty("kustomize.corpus")).toAbsolutePath();
        int built = 0;
        int same = 0;
        List<Path> all;
        try (Stream<Path> files = Files.walk(top)) {
            all = files.filter(file -> Kustomization.FILE_NAMES.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
        for (Path file : all) {
            Path kustomization = Objects.requireNonNull(file.getParent());
            Optional<String> printed = build(tool, kustomization);
            if (printed.isEmpty()) {
                continue;
            }
            built++;
            SortedSet<String> theirs = KustomizeComparison.theirs(printed.get());
            List<String> differences =
                    KustomizeComparison.differences(KustomizeComparison.ours(top, kustomization), theirs);
            same += differences.isEmpty() ? 1 : 0;
            differences.forEach(each -> System.out.println(top.relativize(kustomization) + ": " + each));
        }
        System.out.println(all.size() + " kustomizations, " + built + " build, " + same + " of those the same");
        assertThat(built).isPositive();
    }

    /** What a kustomization builds to; empty when it does not build. */
    private Optional<String> build(List<String> tool, Path kustomization) throws Exception {
        List<String> line = new ArrayList<>(tool);
        line.add(kustomization.toString());
        Path output = directory.resolve("output.yaml");
        Process process = new ProcessBuilder(line)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        return ended && process.exitValue() == 0
                ? Optional.of(Files.readString(output, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static List<String> tool() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        for (String name : List.of("kustomize", "kubectl")) {
            for (String entry : Arrays.asList(path.split(File.pathSeparator, -1))) {
                Path file = Path.of(entry, name);
                if (Files.isExecutable(file)) {
                    return name.equals("kubectl")
                            ? List.of(file.toString(), "kustomize")
                            : List.of(file.toString(), "build");
                }
            }
        }
        return List.of();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
