package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that watches, and what it does when files change under it. */
final class WatchCommandTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final Path SAMPLES = Path.of("src/main/resources/dev/stslint/cli/samples");

    @TempDir
    Path directory;

    private Process process;

    @AfterEach
    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesToWaitForStandardInput() {
        Run run = Run.in(directory).run("lint", "--watch", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errorLines())
                .containsExactly(
                        "stslint: `--watch` needs files or directories; `-` is read once",
                        "stslint: try `stslint --help`");
    }

    @Test
    void refusesToWaitForTheIndex() {
        Run run = Run.in(directory).run("lint", "--watch", "--changed");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errorLines().get(0))
                .isEqualTo("stslint: `--watch` does not see git's index: name a commit, as in `--changed=HEAD`");
    }

    @Test
    void endsWhereNothingIsThereToWatch() {
        Run once = Run.in(directory).run("lint", "nope");

        assertThat(once.status()).isEqualTo(2);
        assertThat(Run.in(directory).run("lint", "--watch", "nope")).isEqualTo(once);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no way to end a process gently")
    void lintsAgainWhateverChanges() throws Exception {
        Path manifests = Files.createDirectory(directory.resolve("k8s"));
        Path sarif = manifests.resolve("found.json");
        Files.writeString(manifests.resolve("a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
        start("lint", "--watch", "-f", "concise", "-f", "sarif=k8s/found.json", "k8s");
        awaitRuns(1);
        assertThat(sarif).content().doesNotContain("\"ruleId\"");

        Path fresh = Files.createDirectories(manifests.resolve("shop/orders"));
        Files.copy(SAMPLES.resolve("orders.yaml"), fresh.resolve("orders.yaml"));
        await("inline-secret", "k8s/shop/orders/orders.yaml");
        assertThat(sarif).content().contains("\"ruleId\": \"inline-secret\"");

        Files.writeString(directory.resolve("stslint.yaml"), "profile: nonsense\n");
        await("stslint.yaml:1:10: error[invalid-configuration]", "nonsense", "stslint.yaml changed");
        assertThat(sarif)
                .content()
                .contains("\"executionSuccessful\": false", "\"ruleId\": \"invalid-configuration\"")
                .doesNotContain("\"ruleId\": \"inline-secret\"");

        Files.writeString(
                directory.resolve("stslint.yaml"), "rules: { inline-secret: off, credentials-in-url: off }\n");
        awaitRuns(runs() + 1);
        assertThat(sarif).content().doesNotContain("\"ruleId\": \"inline-secret\"");

        long runs = runs();
        Thread.sleep(1000); // the reports that it writes are no reason for another run
        assertThat(runs()).isEqualTo(runs);
        try (var files = Files.list(manifests)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }

        process.destroy();
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void lintsAgainWhenABaseElsewhereChanges() throws Exception {
        Path overlay = Files.createDirectory(directory.resolve("overlay"));
        Path base = Files.createDirectory(directory.resolve("base"));
        Files.writeString(overlay.resolve("kustomization.yaml"), "resources: [../base]\n");
        Files.writeString(base.resolve("kustomization.yaml"), "resources: [orders.yaml]\n");
        Files.writeString(base.resolve("orders.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
        start("lint", "--watch", "-f", "concise", "overlay");
        awaitRuns(1);

        Files.copy(SAMPLES.resolve("orders.yaml"), base.resolve("orders.yaml"), StandardCopyOption.REPLACE_EXISTING);
        await("inline-secret", "base/orders.yaml");
    }

    private void start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), "dev.stslint.cli.Main"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private void await(String... words) throws Exception {
        for (long start = System.nanoTime(); System.nanoTime() - start < PATIENCE; Thread.sleep(50)) {
            if (List.of(words).stream().allMatch(said()::contains)) {
                return;
            }
        }
        throw new AssertionError("not said in time: " + List.of(words) + "\n" + said());
    }

    private void awaitRuns(long number) throws Exception {
        for (long start = System.nanoTime(); System.nanoTime() - start < PATIENCE; Thread.sleep(50)) {
            if (runs() >= number) {
                return;
            }
        }
        throw new AssertionError("no run " + number + "\n" + said());
    }

    /** Each run that is done ends with what it looked at. */
    private long runs() throws IOException {
        return Files.readAllLines(directory.resolve("err")).stream()
                .filter(line -> line.contains(" file"))
                .count();
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("out")) + Files.readString(directory.resolve("err"));
    }
}
