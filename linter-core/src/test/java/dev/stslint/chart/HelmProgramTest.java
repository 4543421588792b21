package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stslint.source.ScratchDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of helm. */
final class HelmProgramTest {

    @TempDir
    Path directory;

    @BeforeEach
    void needsAShell() {
        assumeThat(File.separator).as("scripts run as they are").isEqualTo("/");
    }

    @Test
    void isTheFirstOnTheSearchPath() throws Exception {
        script("exit 0");
        assertThat(HelmProgram.on("/nowhere" + File.pathSeparator + directory)).isPresent();
        assertThat(HelmProgram.on("/nowhere")).isEmpty();
        assertThat(HelmProgram.on("")).isEmpty();
    }

    @Test
    void isNotLookedForWhereOneHappensToStand() throws Exception {
        script("exit 0");
        Path here = Path.of("").toAbsolutePath();
        assertThat(HelmProgram.on(here.relativize(directory).toString())).isEmpty();
    }

    @Test
    void getsNothingOfTheEnvironment() throws Exception {
        script("env | sort");
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path output = scratch.resolve("out");
            assertThat(program(60).run(List.of(), scratch, output)).isEmpty();
            List<String> lines = Files.readAllLines(output);
            String inside = "=" + scratch.path();
            assertThat(lines).anyMatch(line -> line.startsWith("HELM_PLUGINS" + inside));
            assertThat(lines).anyMatch(line -> line.startsWith("HELM_REPOSITORY_CONFIG" + inside));
            assertThat(lines).anyMatch(line -> line.startsWith("KUBECONFIG" + inside));
            assertThat(lines)
                    .filteredOn(line -> !line.contains(inside)
                            && !line.equals("HELM_NO_PLUGINS=1")
                            && !line.endsWith("_PROXY=http://127.0.0.1:9"))
                    .as("what the shell itself sets, and nothing else")
                    .allMatch(line -> line.startsWith("PWD=")
                            || line.startsWith("OLDPWD=")
                            || line.startsWith("SHLVL=")
                            || line.startsWith("_=")
                            || line.startsWith("__CF"));
        }
    }

    @Test
    void passesArgumentsAsTheyAreAndNoInput() throws Exception {
        script("cat; for each in \"$@\"; do echo \"[$each]\"; done");
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path output = scratch.resolve("out");
            program(60).run(List.of("template", "a b", "$(touch x)", "*"), scratch, output);
            assertThat(Files.readAllLines(output)).containsExactly("[template]", "[a b]", "[$(touch x)]", "[*]");
        }
    }

    @Test
    void failsInItsOwnWords() throws Exception {
        script(
                "echo warning >&2; printf 'Error: values are\\n\\n - missing\\n' >&2; echo 'Use --debug flag' >&2; exit 1");
        HelmProgram.Failure failure = failure(60);
        assertThat(failure.kind()).isEqualTo(RenderFailure.Kind.SAID_BY_HELM);
        assertThat(failure.words()).containsExactly("values are", "- missing");
        script("exit 7");
        assertThat(failure(60).kind()).isEqualTo(RenderFailure.Kind.OTHER);
        assertThat(failure(60).words()).containsExactly("helm ended with status 7 and no word");
    }

    @Test
    void isEndedWhenItDoesNotEnd() throws Exception {
        script("sleep 600 & echo $! > " + directory.resolve("pid") + "; wait");
        assertThat(failure(1).kind()).isEqualTo(RenderFailure.Kind.OUT_OF_TIME);
        assertThat(failure(1).words()).containsExactly("helm did not end within 1 second");
        long child = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        Optional<ProcessHandle> handle = ProcessHandle.of(child);
        if (handle.isPresent()) {
            handle.get().onExit().get();
        }
    }

    /** More than a pipe takes, and first where nobody would look first. */
    @Test
    void maySayALotBeforeItPrintsAnything() throws Exception {
        script(
                "i=0; while [ $i -lt 3000 ]; do echo 'a warning of more than sixty characters, so that it soon is a lot' >&2;"
                        + " i=$((i+1)); done; i=0; while [ $i -lt 20000 ]; do echo 'a: line'; i=$((i+1)); done");
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path output = scratch.resolve("out");
            assertThat(program(60).run(List.of(), scratch, output)).isEmpty();
            assertThat(Files.readAllLines(output)).hasSize(20000);
        }
    }

    @Test
    void isEndedWhenItPrintsNoMoreAndLivesOn() throws Exception {
        script("echo 'a: 1'; exec >&- 2>&-; sleep 600");
        assertThat(failure(1).kind()).isEqualTo(RenderFailure.Kind.OUT_OF_TIME);
    }

    /** What it has started may hold its output open, which nobody waits for. */
    @Test
    void endsWithoutWhatItHasLeftRunning() throws Exception {
        script("sleep 600 & echo $! > " + directory.resolve("pid") + "; echo 'a: 1'");
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path output = scratch.resolve("out");
            assertThat(program(300).run(List.of(), scratch, output)).isEmpty();
            assertThat(Files.readAllLines(output)).containsExactly("a: 1");
        } finally {
            ProcessHandle.of(Long.parseLong(
                            Files.readString(directory.resolve("pid")).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        script("mkdir -p \"$HELM_CACHE_HOME/a/b\"; echo x > \"$HELM_CACHE_HOME/a/b/c\"");
        Path left;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            left = scratch.path();
            assertThat(program(60).run(List.of(), scratch, scratch.resolve("out")))
                    .isEmpty();
        }
        assertThat(left).doesNotExist();
    }

    private HelmProgram.Failure failure(long limit) throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            return program(limit)
                    .run(List.of(), scratch, scratch.resolve("out"))
                    .orElseThrow();
        }
    }

    private HelmProgram program(long limit) {
        return new HelmProgram(directory.resolve("helm"), limit);
    }

    private void script(String body) throws IOException {
        Path file = directory.resolve("helm");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
