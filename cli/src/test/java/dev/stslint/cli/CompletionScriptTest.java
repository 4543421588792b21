package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the shells themselves, where they are installed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths of Git's bash are not those of the JVM")
class CompletionScriptTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(directory.resolve("manifests/dev"));
        for (String shell : CompletionScript.SHELLS) {
            Run run = Run.in(directory).run("completion", shell);
            assertThat(run.status()).isZero();
            Files.writeString(directory.resolve("script." + shell), run.out());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp, explain",
        "comp, completion",
        "--fail, --fail-on",
        "--vers, --version",
        "-f con, concise",
        "--format sa, sarif",
        "lint --fail-on wa, warning",
        "lint --profile st, strict",
        "lint --no-p, --no-progress",
        "lint --select invalid-e, invalid-encoding",
        "--ignore iden, identity",
        "explain invalid-y, invalid-yaml",
        "rules --format j, json",
        "completion zs, zsh",
        "fix --di, --diff",
        "fix --rule invalid-y, invalid-yaml",
        "base, baseline",
        "manif, manifests",
        "lint manif, manifests",
        "lint --changed manif, manifests",
        "lint --stdin-name manif, manifests"
    })
    void completesInBashAndFish(String line, String word) throws Exception {
        assertThat(bash(line)).as("bash").contains(word);
        if (isInstalled("fish")) {
            assertThat(fish(line)).as("fish").anyMatch(found -> found.startsWith(word));
        }
    }

    @Test
    void offersAllCommandsWhereNoneStands() throws Exception {
        assertThat(bash("")).contains("lint", "explain", "rules", "completion");
    }

    @Test
    void knowsEveryOptionInEveryShell() throws Exception {
        for (String shell : CompletionScript.SHELLS) {
            String script = Files.readString(directory.resolve("script." + shell));
            for (Option option : Option.values()) {
                String name = shell.equals("fish") ? "-l " + option.longName().substring(2) : option.longName();
                assertThat(script).as(shell).contains(name);
            }
        }
    }

    @Test
    void parsesInZsh() throws Exception {
        assumeTrue(isInstalled("zsh"), "zsh is not installed");

        assertThat(output(
                        "zsh",
                        "-f",
                        "-c",
                        "autoload -U compinit && compinit -u -D && source ./script.zsh"
                                + " && print ${_comps[stslint]}"))
                .containsExactly("_stslint");
    }

    /** Calls the function that the script registers, as bash does when the tab key is hit. */
    private List<String> bash(String line) throws Exception {
        assumeTrue(isInstalled("bash"), "bash is not installed");
        String call = """
                source ./script.bash
                compopt() { :; }
                COMP_WORDS=("$@")
                COMP_CWORD=$(($# - 1))
                _complete_stslint stslint "${COMP_WORDS[COMP_CWORD]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", call, "bash", "stslint"));
        command.addAll(List.of(line.split(" ", -1)));
        return output(command.toArray(new String[0]));
    }

    private List<String> fish(String line) throws Exception {
        return output("fish", "--no-config", "-c", "source ./script.fish; complete -C 'stslint " + line + "'");
    }

    private List<String> output(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return text.lines().toList();
    }

    private static boolean isInstalled(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", "true").start().waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }
}
