package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.fixture.GitSandbox;
import dev.stslint.lint.Linter;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RulePack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final String CLEAN = """
            apiVersion: v1
            kind: Service
            metadata:
              name: db
            spec:
              clusterIP: None
              selector:
                app: db
            """;

    private static final String BROKEN = CLEAN.replace("  selector:", " selector:");
    private static final String DUPLICATE = CLEAN + "  clusterIP: None\n";

    private static final String WARNING = CLEAN.replace("name: db", "name: db-old");
    private static final String WARNING_RULE = SampleRules.OLD_SERVICE;

    @TempDir
    Path directory;

    @BeforeEach
    void writeManifests() throws IOException {
        Files.createDirectories(directory.resolve("k8s"));
        Files.writeString(directory.resolve("k8s/clean.yaml"), CLEAN);
        Files.writeString(directory.resolve("broken.yaml"), BROKEN);
        Files.writeString(directory.resolve("duplicate.yaml"), DUPLICATE);
        Files.writeString(directory.resolve("warning.yaml"), WARNING);
    }

    @Nested
    class ExitStatus {

        @Test
        void isZeroWhenNothingIsFound() {
            assertThat(run("k8s")).isEqualTo(new Run(0, "", "no findings in 1 file (1 object)\n"));
        }

        @Test
        void isOneForFindingsAtTheThreshold() {
            assertThat(run("broken.yaml").status()).isEqualTo(1);
            assertThat(run("warning.yaml").status()).isZero();
            assertThat(run("--fail-on", "warning", "warning.yaml").status()).isEqualTo(1);
            assertThat(run("--fail-on", "info", "warning.yaml").status()).isEqualTo(1);
            assertThat(run("--fail-on", "never", "broken.yaml").status()).isZero();
        }

        @Test
        void isTwoForAPathThatDoesNotExistAndTheRestIsReported() {
            Run run = run("-f", "concise", "k8", "broken.yaml");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).startsWith("broken.yaml:").contains("error[invalid-yaml]");
            assertThat(run.errorLines()).first().isEqualTo("stslint: `k8` does not exist; did you mean `k8s/`?");
        }

        @Test
        void isTwoWhenARuleFailsAndTheRestIsReported() throws IOException {
            Files.writeString(directory.resolve("fail.yaml"), CLEAN.replace("name: db", "name: fail"));
            Run run = run("-f", "concise", ".");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("error[internal-error]").contains("error[invalid-yaml]");
        }

        @Test
        void isTwoWhenStslintItselfFails() {
            Run run = runWith(new IllegalStateException("the secret is hunter2", new ArithmeticException()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("stslint: internal-error: this is a fault of stslint; please report it at"
                            + " https://github.com/stslint/stslint/issues with these lines:\n"
                            + "java.lang.IllegalStateException\n    at dev.stslint.cli.MainTest")
                    .contains("\ncaused by java.lang.ArithmeticException\n")
                    .doesNotContain("hunter2");
        }

        @Test
        void isTwoWhenMemoryRunsOut() {
            Run run = runWith(new OutOfMemoryError());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .matches(
                            "stslint: the input does not fit into \\d+ MB of memory, and takes up to five times its size; "
                                    + "-Xmx\\d+g gives at least twice as much, in STSLINT_JAVA_OPTS or right after `java`\n");
        }

        private Run runWith(Throwable fault) {
            return Run.in(directory).with(new Linter(new BrokenPack(fault))).run("k8s");
        }
    }

    @Nested
    class Lint {

        @Test
        void isTheDefaultCommandOfTheDefaultDirectory() {
            Run run = run();

            assertThat(run.err()).endsWith(" in 4 files (3 objects; 1 document does not parse)\n");
            assertThat(run("lint")).isEqualTo(run);
            assertThat(run("lint", ".")).isEqualTo(run);
            assertThat(run("--jobs", "1", "lint", "--color=never")).isEqualTo(run);
        }

        @Test
        void readsStandardInput() {
            assertThat(Run.in(directory).input(BROKEN).run("-f", "concise", "-").out())
                    .startsWith("stdin:");
            assertThat(Run.in(directory)
                            .input(BROKEN)
                            .run("-f", "concise", "--stdin-name", "chart.yaml", "-")
                            .out())
                    .startsWith("chart.yaml:");
        }

        @Test
        void selectsAndIgnoresRules() {
            assertThat(run("--ignore", WARNING_RULE, "warning.yaml").out()).isEmpty();
            assertThat(run("--ignore=identity,secrets", "warning.yaml").out()).isEmpty();
            assertThat(run("--select", "storage", "warning.yaml").out()).isEmpty();
            assertThat(run("--select", "storage", "--select", WARNING_RULE, "warning.yaml")
                            .out())
                    .contains(WARNING_RULE);
        }

        @Test
        void changesSeverities() {
            Run run = run("--severity", WARNING_RULE + "=error", "warning.yaml");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).startsWith("error[" + WARNING_RULE + "]");
        }

        @Test
        void takesTheLastOfSeveralValues() {
            assertThat(run("--fail-on", "never", "--fail-on", "error", "broken.yaml")
                            .status())
                    .isEqualTo(1);
        }

        @Test
        void passesOnTheTarget() {
            assertThat(run("--kubernetes", "1.34", "--namespace", "shop", "--profile", "all", "k8s")
                            .status())
                    .isZero();
        }

        @Test
        void endsOptionsAtTwoDashes() {
            assertThat(run("--", "--quiet").err()).startsWith("stslint: `--quiet` does not exist\n");
        }

        @Test
        void doesNotExpandArgumentFiles() throws IOException {
            Files.writeString(directory.resolve("@list"), "k8s");

            assertThat(run("@list").err()).isEqualTo("no findings in 1 file (no objects; 1 document not Kubernetes)\n");
        }

        @Test
        void staysBrief() {
            Run run = run("--quiet", "warning.yaml");

            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains(WARNING_RULE)
                    .doesNotContain("= help")
                    .doesNotContain("= docs");
        }

        @Test
        void tellsWhatBecameOfEverything() {
            assertThat(run("--verbose", "k8s", "broken.yaml").err()).isEqualTo("""
                            broken.yaml: 1 document
                              line 1: does not parse
                            k8s/clean.yaml: 1 document
                              line 1: 1 object
                            2 files = 2 read + 0 skipped
                            2 documents = 1 with objects + 0 kustomizations + 0 patches + 0 empty + 0 not Kubernetes + 1 broken
                            1 object
                            1 error in 2 files (1 object; 1 document does not parse)
                            """);
        }

        @Test
        void saysThatThereWasNothingToRead() throws IOException {
            Files.createDirectories(directory.resolve("empty"));

            assertThat(run("empty"))
                    .isEqualTo(new Run(
                            0, "", "stslint: no manifests found in `empty`\nno findings in no files (no objects)\n"));
            assertThat(run("-")).isEqualTo(new Run(2, "", """
                            stslint: no objects on standard input; what was to write them may have failed
                            no findings in 1 file (no objects)
                            """));
            assertThat(run("--quiet", "empty").err()).isEmpty();
        }

        @Test
        void tellsTheTimeOnATerminal() {
            assertThat(Run.in(directory).errorTerminal().run("k8s").err())
                    .matches("no findings in 1 file \\(1 object\\) in \\d+ ms\n");
        }
    }

    @Nested
    class Reports {

        @Test
        void goToFilesInDirectoriesThatAreMade() throws IOException {
            Run run = run("-f", "concise=out/deep/report.txt", "-f", "sarif=out/x.sarif", "broken.yaml");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(Files.readString(directory.resolve("out/deep/report.txt")))
                    .startsWith("broken.yaml:");
            assertThat(Files.readString(directory.resolve("out/x.sarif"))).startsWith("{");
            try (var files = Files.list(directory.resolve("out"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("deep", "x.sarif");
            }
        }

        @Test
        void goToAFileAndToStandardOutputAtOnce() throws IOException {
            Run run = run("-f", "concise", "-f", "text=report.txt", "broken.yaml");

            assertThat(run.out()).startsWith("broken.yaml:");
            assertThat(Files.readString(directory.resolve("report.txt"))).startsWith("error[invalid-yaml]");
            assertThat(run("-f", "concise=-", "broken.yaml").out()).isEqualTo(run.out());
        }

        @Test
        void thatCannotBeWrittenDoNotKeepOthersFromIt() {
            Run run = run("-f", "concise=broken.yaml/x", "-f", "text=k8s", "-f", "concise", "broken.yaml");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).startsWith("broken.yaml:");
            assertThat(run.errorLines()).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(0)).startsWith("stslint: cannot write `broken.yaml/x`: ");
                assertThat(lines.get(1)).isEqualTo("stslint: cannot write `k8s`: it is a directory");
            });
        }

        @Test
        void overwriteNothingThatIsLinted() throws IOException {
            Files.createSymbolicLink(directory.resolve("link.sarif"), Path.of("k8s/clean.yaml"));

            assertThat(run("-f", "text=report", "-f", "sarif=link.sarif", "."))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "stslint: `sarif=link.sarif` would overwrite `k8s/clean.yaml`, which is linted;"
                                    + " name another file\n"));
            assertThat(directory.resolve("k8s/clean.yaml")).hasContent(CLEAN);
            assertThat(directory.resolve("report")).doesNotExist();
        }

        @Test
        void overwriteOnlyReports() throws IOException {
            Files.writeString(directory.resolve("notes.txt"), "mine\n");

            assertThat(run("-f", "text=report", "-f", "sarif=notes.txt", "broken.yaml"))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "stslint: `sarif=notes.txt` would overwrite a file that does not look like a report;"
                                    + " name another file, or delete it\n"));
            assertThat(directory.resolve("notes.txt")).hasContent("mine\n");
            assertThat(directory.resolve("report")).doesNotExist();

            run("-f", "sarif=found", "broken.yaml");
            assertThat(run("-f", "html=found", "broken.yaml").status()).isEqualTo(1);
            assertThat(run("-f", "json=found", "broken.yaml").status()).isEqualTo(1);
            assertThat(directory.resolve("found")).content().contains("\"exitStatus\": 1");
        }

        @Test
        void keepWhatTheyHeldWhenTheRunFails() throws IOException {
            Files.writeString(directory.resolve("old.txt"), "old");

            assertThat(run("-f", "text=old.txt", "--select", "nonsense").status())
                    .isEqualTo(2);
            assertThat(directory.resolve("old.txt")).hasContent("old");
            assertThat(run("-f", "concise=old.txt", "broken.yaml").status()).isEqualTo(1);
            assertThat(Files.readString(directory.resolve("old.txt"))).startsWith("broken.yaml:");
        }
    }

    @Nested
    class Colors {

        @Test
        void areForTerminals() {
            assertThat(run("broken.yaml").out()).doesNotContain("\u001b");
            assertThat(Run.in(directory).outputTerminal().run("broken.yaml").out())
                    .contains("\u001b[");
            assertThat(Run.in(directory)
                            .outputTerminal()
                            .run("--color", "never", "broken.yaml")
                            .out())
                    .doesNotContain("\u001b");
            assertThat(run("--color=always", "broken.yaml").out()).contains("\u001b[");
        }

        @Test
        void areNotForFilesUnlessAskedFor() throws IOException {
            Run.in(directory).outputTerminal().run("-f", "text=a.txt", "broken.yaml");
            run("--color=always", "-f", "text=b.txt", "broken.yaml");

            assertThat(Files.readString(directory.resolve("a.txt"))).doesNotContain("\u001b");
            assertThat(Files.readString(directory.resolve("b.txt"))).contains("\u001b[");
        }

        @ParameterizedTest
        @CsvSource({
            // terminal, NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, OS, colored
            "true, '', '', '', xterm, '', true",
            "true, '', '', '', '', '', true",
            "true, 1, '', '', xterm, '', false",
            "true, 1, 1, '', xterm, '', false",
            "true, '', '', '', dumb, '', false",
            "true, '', '', 0, xterm, '', false",
            "true, '', '', '', '', Windows_NT, false",
            "true, '', '', '', xterm, Windows_NT, true",
            "false, '', '', '', xterm, '', false",
            "false, '', 1, '', dumb, '', true",
            "false, '', 0, '', xterm, '', false"
        })
        void followTheEnvironment(
                boolean terminal, String noColor, String force, String color, String term, String os, boolean colored) {
            Environment environment = new Environment(
                    directory,
                    Map.of("NO_COLOR", noColor, "CLICOLOR_FORCE", force, "CLICOLOR", color, "TERM", term, "OS", os),
                    terminal,
                    false,
                    StandardCharsets.UTF_8);

            assertThat(ColorChoice.AUTO.isOn(environment, terminal)).isEqualTo(colored);
            assertThat(ColorChoice.ALWAYS.isOn(environment, terminal)).isTrue();
            assertThat(ColorChoice.NEVER.isOn(environment, terminal)).isFalse();
        }
    }

    @Nested
    class Mistakes {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--formt x         | there is no option `--formt`; did you mean `--format`?",
                    "--nonsense=3      | there is no option `--nonsense`",
                    "-x                | there is no option `-x`",
                    "--format          | `--format` needs a value: FORMAT[=FILE]",
                    "lint --fail-on    | `--fail-on` needs a value: LEVEL",
                    "--quiet=yes       | `--quiet` takes no value",
                    "-f textt          | `--format`: there is no format `textt`; did you mean `text`?",
                    "-f xml            | `--format`: there is no format `xml`; there are `text`, `concise`, `json`,"
                            + " `sarif`, `github`, `gitlab`, `junit`, `checkstyle` and `html`",
                    "-f text=          | `--format`: `text=` names no file",
                    "-f text -f sarif  | `--format`: `text` and `sarif` both go to standard output; give one a file, as"
                            + " `sarif=FILE`",
                    "-f text=a -f sarif=a | `--format`: `text` and `sarif` both go to `a`",
                    "--fail-on eror    | `--fail-on`: there is no level `eror`; did you mean `error`?",
                    "--profile strikt  | `--profile`: there is no profile `strikt`; did you mean `strict`?",
                    "--namespace Shop  | `--namespace`: `Shop` is not the name of a namespace: up to 63 lower-case letters,"
                            + " digits and inner dashes",
                    "--kubernetes 1.30 | `--kubernetes`: `1.30` is not within the supported versions, 1.31..1.36",
                    "--kubernetes 9    | `--kubernetes`: `9` names no versions; write `1.36` or `1.31..1.36`",
                    "--jobs many       | `--jobs`: `many` is not a number of threads",
                    "--jobs -1         | `--jobs`: `-1` is not a number of threads",
                    "--select a,,b     | `--select`: `a,,b` holds an empty name",
                    "--severity x      | `--severity`: `x` is not of the form RULE=SEVERITY",
                    "--severity a=eror | `--severity`: there is no severity `eror`; did you mean `error`?",
                    "--color red       | `--color`: there is no color choice `red`; there are `auto`, `always` and `never`",
                    "exlpain x         | `exlpain` is neither a command nor a path; did you mean `explain`?",
                    "help exlpain      | there is no command `exlpain`; did you mean `explain`?"
                })
        void areAnsweredInOneLine(String line, String message) {
            assertThat(run(line.split(" ", -1)))
                    .isEqualTo(new Run(2, "", "stslint: " + message + "\nstslint: try `stslint --help`\n"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "explain      | explain    | `explain` needs a RULE",
                    "completion   | completion | `completion` needs a SHELL",
                    "rules x      | rules      | `rules` does not know what to do with `x`",
                    "rules -f xml | rules      | `--format`: there is no format `xml`; there are `text` and `json`",
                    "explain a b  | explain    | `explain` does not know what to do with `b`",
                    "rules --json | rules      | there is no option `--json`"
                })
        void nameTheCommandWhoseHelpHasTheAnswer(String line, String command, String message) {
            assertThat(run(line.split(" ", -1)))
                    .isEqualTo(new Run(
                            2, "", "stslint: " + message + "\nstslint: try `stslint " + command + " --help`\n"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--select identty        | there is no rule or category `identty`; did you mean `identity`?",
                    "--ignore invalid-yml    | there is no rule or category `invalid-yml`; did you mean `invalid-yaml`?",
                    "--severity invalid-yml=info | there is no rule `invalid-yml`; did you mean `invalid-yaml`?",
                    "explain invalid-yml     | there is no rule `invalid-yml`; did you mean `invalid-yaml`?",
                    "explain zzzzzzzzz       | there is no rule `zzzzzzzzz`; `stslint rules` lists them",
                    "completion tcsh         | there is no shell `tcsh`; there are `bash`, `zsh` and `fish`"
                })
        void inRulesComeWithTheNearest(String line, String message) {
            assertThat(run(line.split(" ", -1))).isEqualTo(new Run(2, "", "stslint: " + message + "\n"));
        }

        @Test
        void doNotSteerTheTerminal() {
            assertThat(run("\u001b]2J\u202eyaml").errorLines())
                    .first()
                    .isEqualTo("stslint: `␛]2J\\u{202e}yaml` does not exist");
        }

        @Test
        void areNoneWhenAPathIsCalledLikeACommand() throws IOException {
            Files.createDirectories(directory.resolve("rule"));

            assertThat(run("rule").status()).isZero();
        }
    }

    @Nested
    class Configuration {

        @BeforeEach
        void configure() throws IOException {
            Files.writeString(directory.resolve("stslint.yaml"), "failOn: warning\nrules: { failing-rule: off }\n");
        }

        @Test
        void isFoundAndTheCommandLineWins() {
            assertThat(run("warning.yaml").status()).isEqualTo(1);
            assertThat(run("--fail-on", "error", "warning.yaml").status()).isZero();
            assertThat(run("--no-config", "warning.yaml").status()).isZero();
        }

        @Test
        void isPrintedWithWhereItIsSaid() {
            Run run = run("config", "--profile", "strict", "k8s");

            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .startsWith("profile: strict")
                    .contains("# command line\n", "failOn: warning           # stslint.yaml:1\n")
                    .contains("  failing-rule: off       # stslint.yaml:2\n")
                    .contains("kubernetes: \"1.31..1.36\"  # default\n");
        }

        @Test
        void stopsTheRunWhenItHasMistakesAndShowsThem() throws IOException {
            Files.writeString(directory.resolve("stslint.yaml"), "failOn: warnin\nprofil: all\n");
            Run run = run("warning.yaml");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("""
                    error[invalid-configuration]: there is no level `warnin`; did you mean `warning`?
                     --> stslint.yaml:1:9
                      |
                    1 | failOn: warnin
                      |         ^^^^^^
                      |
                      = docs: stslint explain invalid-configuration

                    error[invalid-configuration]: there is no key `profil`; did you mean `profile`?
                     --> stslint.yaml:2:1
                      |
                    2 | profil: all
                      | ^^^^^^
                      |
                      = docs: stslint explain invalid-configuration

                    stslint: `stslint.yaml` has 2 mistakes
                    """);
            assertThat(run("config")).isEqualTo(run);
        }

        @Test
        void saysWhatIsWrongWithItInReportsOfEarlierRuns() throws IOException {
            run("-f", "sarif=found.json", "-f", "json=data.json", "warning.yaml");
            Files.writeString(directory.resolve("stslint.yaml"), "failOn: warnin\n");
            Run run = run("-f", "sarif=found.json", "-f", "json=data.json", "-f", "junit", "warning.yaml");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("invalid-configuration");
            assertThat(directory.resolve("found.json"))
                    .content()
                    .contains("\"executionSuccessful\": false", "invalid-configuration")
                    .doesNotContain("\"ruleId\": \"old-service\"");
            assertThat(directory.resolve("data.json")).content().contains("\"exitStatus\": 2", "warnin");
        }

        @Test
        void leavesFilesThatMayBeNoReportsWhenItHasMistakes() throws IOException {
            Files.writeString(directory.resolve("stslint.yaml"), "failOn: warnin\n");
            String manifest = Files.readString(directory.resolve("warning.yaml"));
            Files.writeString(directory.resolve("notes.txt"), "mine\n");
            Run run = run("-f", "sarif=warning.yaml", "-f", "concise=notes.txt", "warning.yaml");

            assertThat(run.errorLines())
                    .startsWith("stslint: `warning.yaml` is left as it was", "stslint: `notes.txt` is left as it was");
            assertThat(directory.resolve("warning.yaml")).hasContent(manifest);
            assertThat(directory.resolve("notes.txt")).hasContent("mine\n");
        }

        @Test
        void isToldOfInLinesWhereThoseWereAskedFor() throws IOException {
            Files.writeString(directory.resolve("stslint.yaml"), "failOn: warnin\n");
            Run run = run("-f", "concise", "warning.yaml");

            assertThat(run.out()).isEmpty();
            assertThat(run.errorLines())
                    .containsExactly(
                            "stslint.yaml:1:9: error[invalid-configuration] there is no level `warnin`;"
                                    + " did you mean `warning`?",
                            "stslint: `stslint.yaml` has a mistake");
        }

        @Test
        void canBeNamed() throws IOException {
            Files.writeString(directory.resolve("other.yaml"), "rules: { old-service: off }\n");
            assertThat(run("--config", "other.yaml", "warning.yaml").out()).isEmpty();
            assertThat(run("--config", "otter.yaml", "warning.yaml").errorLines())
                    .first()
                    .asString()
                    .startsWith("stslint: the configuration `otter.yaml` cannot be read: ");
        }
    }

    @Nested
    class Living {

        @Test
        void countsWhatIsSuppressed() throws IOException {
            Files.writeString(
                    directory.resolve("warning.yaml"),
                    WARNING.replace("name: db-old", "name: db-old   # stslint:ignore old-service -- still in use"));

            assertThat(run("--fail-on", "info", "warning.yaml"))
                    .isEqualTo(new Run(0, "", "no findings in 1 file (1 object; 1 finding suppressed)\n"));
        }

        @Test
        void printsStatisticsBeforeTheLastLine() {
            Run run = run("--statistics", "-f", "concise", "warning.yaml");

            assertThat(run.err()).isEqualTo("""
                          ERRORS    WARNINGS       INFOS  SUPPRESSED  RULE
                               -           1           -           -  old-service
                    1 warning in 1 file (1 object)
                    """);
        }

        @Test
        void saysWhyItCannotTellWhatHasChanged() {
            assertThat(run("--changed", "-"))
                    .isEqualTo(new Run(2, "", "stslint: it cannot be told what has changed in standard input\n"));
        }

        @Test
        void takesACommitOnlyBehindAnEqualsSign() throws IOException {
            GitSandbox.in(directory).write("a.yaml", "").commit();

            assertThat(run("--changed", "main").errorLines())
                    .startsWith(
                            "stslint: `main` does not exist",
                            "stslint: a commit to compare with is written behind an equals sign: `--changed=REF`");
            assertThat(run("--changed=main").status()).isZero();
            assertThat(run("--changed=main", "nothing").errorLines())
                    .doesNotContain(
                            "stslint: a commit to compare with is written behind an equals sign: `--changed=REF`");
        }

        @Test
        void readsContextWithoutReportingOnIt() {
            assertThat(run("--context", ".", "k8s").out()).isEmpty();
        }
    }

    @Nested
    class Streams {

        @Test
        void mayCloseEarly() {
            Run run = runInto(new ClosedStream("Broken pipe"));

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("1 error in 1 file (no objects; 1 document does not parse)\n");
        }

        @Test
        void mayBeFull() {
            Run run = runInto(new ClosedStream("No space left on device"));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.errorLines())
                    .last()
                    .isEqualTo("stslint: cannot write standard output: No space left on device");
        }

        private Run runInto(OutputStream out) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = Main.run(
                    new String[] {"broken.yaml"},
                    InputStream.nullInputStream(),
                    out,
                    err,
                    Run.in(directory).environment());
            return new Run(status, "", err.toString(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Rules {

        @Test
        void areATable() {
            Run run = run("rules");

            assertThat(run.status()).isZero();
            assertThat(run.out().lines()).first().asString().matches("RULE +SEVERITY +CATEGORY +PROFILE +FIXABLE");
            assertThat(run.out()).containsPattern("(?m)^invalid-yaml +error +yaml +recommended +never$");
        }

        @Test
        void areJsonForMachines() {
            Run run = run("rules", "--format", "json");

            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .startsWith("[\n  {\n    \"id\": \"")
                    .endsWith("  }\n]\n")
                    .contains("""
                              {
                                "id": "invalid-yaml",
                                "summary": "a document does not parse and was not read",
                                "severity": "error",
                                "severities": [
                                  "error"
                                ],
                                "category": "yaml",
                                "profile": "recommended",
                                "fixable": "never",
                                "since": "0.1",
                                "helpUri": "https://stslint.dev/rules/invalid-yaml"
                              }\
                            """);
        }

        @Test
        void areExplained() {
            Run run = run("explain", "old-service");

            assertThat(run.status()).isZero();
            assertThat(run.out()).startsWith("""
                            old-service
                            ===========

                            a sample for tests

                            - severity: warning
                            - category: identity (names, DNS and the governing Service)
                            - profile: recommended
                            - fixable: no
                            - since: 0.1

                            What it checks
                            --------------

                            A Service is `old`.
                            """).doesNotContain("\u001b");
            assertThat(Run.in(directory)
                            .outputTerminal()
                            .run("explain", "old-service")
                            .out())
                    .startsWith("\u001b[1mold-service\u001b[0m\n");
        }
    }

    @Nested
    class Help {

        @Test
        void isThereForTheProgram() {
            assertThat(run("--help")).isEqualTo(new Run(0, """
                            Usage: stslint [lint] [OPTION...] [PATH...]
                                   stslint COMMAND [OPTION...] ...

                            Checks Kubernetes manifests of stateful workloads.

                            Commands:
                              lint        check manifests; the default command
                              fix         repair manifests where it is safe, or show what would change
                              baseline    write down what is found today, to be set aside from now on
                              explain     what a rule checks, why, and what to do instead
                              rules       table of everything that can be found
                              config      what is in force, and where it is said
                              completion  script that completes commands and options in a shell

                                  PATH                   file, directory, glob, or - for standard input
                                                           (default: .)

                            Options of lint:
                              -f, --format FORMAT[=FILE] write a report: text (default), concise, json,
                                                           sarif, github, gitlab, junit, checkstyle or
                                                           html; to FILE, else to standard output;
                                                           repeatable
                                  --fail-on LEVEL        lowest severity that fails the run: error
                                                           (default), warning, info or never
                                  --profile PROFILE      which rules are on: recommended (default), strict
                                                           or all
                                  --select RULE,...      only these rules or categories; repeatable
                                  --ignore RULE,...      not these rules or categories; repeatable
                                  --severity RULE=LEVEL  another severity for a rule: error, warning or
                                                           info; repeatable
                                  --kubernetes VERSION   target version or range, as 1.34 or 1.31..1.36
                                                           (default: every supported one)
                                  --namespace NAMESPACE  where objects without a namespace will land
                                  --context PATH         read what the others refer to, without reporting
                                                           on it; repeatable
                                  --schema PATH          definitions of custom resources, and JSON Schemas
                                                           to hold objects against; repeatable
                                  --changed[=REF]        report what a change touches: the index against
                                                           HEAD, or the working tree against its merge base
                                                           with REF
                                  --partial              the input is not the whole application: what is
                                                           not in it may exist
                                  --config FILE          configuration (default: stslint.yaml, the nearest
                                                           above PATH)
                                  --no-config            no configuration, even if there is one
                                  --baseline FILE        set aside the findings that this file holds
                                  --render HOW           templates of charts: never (default), or helm: by
                                                           an installed helm, without a network
                                  --values FILE          values for the charts that are rendered; repeatable
                                  --watch                lint again whenever a file changes, until Ctrl-C
                                  --stdin-name NAME      what to call standard input in reports
                                  --jobs N               threads to use (default: 0, as many as pay)
                                  --quiet                print what is wrong and where, nothing else
                                  --verbose              print what became of every file and document
                                  --statistics           print how often each rule speaks
                                  --color WHEN           colors: auto (default), always or never
                                  --no-progress          no progress line, even on a terminal
                              -h, --help                 print this help
                              -V, --version              print the version of stslint and of what it knows

                            Exit status:
                              0   nothing at or above --fail-on was found
                              1   something was
                              2   the job could not be done: wrong usage, a path that does not exist, an
                                    internal error

                            `stslint COMMAND --help` has more.
                            """, ""));
            assertThat(run("help")).isEqualTo(run("-h"));
        }

        @Test
        void isThereForEachCommand() {
            for (Command command : Command.values()) {
                Run run = run(command.id(), "--help");

                assertThat(run.status()).isZero();
                assertThat(run.out()).startsWith("Usage: stslint " + command.id() + " [OPTION...]");
                assertThat(run("help", command.id())).isEqualTo(run);
                for (Option option : command.options()) {
                    assertThat(run.out()).contains(option.longName());
                }
            }
            assertThat(run("explain", "-h").out()).isEqualTo("""
                            Usage: stslint explain [OPTION...] RULE

                            What a rule checks, why, and what to do instead.

                                  RULE           id of a rule

                            Options:
                                  --color WHEN   colors: auto (default), always or never
                              -h, --help         print this help
                            """);
        }

        @Test
        void fillsTheTerminal() {
            assertThat(Run.in(directory)
                            .variable("COLUMNS", "100")
                            .run("--help")
                            .out()
                            .lines())
                    .anyMatch(line -> line.length() > 80)
                    .noneMatch(line -> line.length() > 100);
            assertThat(Run.in(directory).variable("COLUMNS", "7").run("--help")).isEqualTo(run("--help"));
        }

        @Test
        void tellsTheVersions() {
            assertThat(run("--version").out())
                    .matches("stslint \\S+.*\n\\d+ rules\nKubernetes 1\\.31\\.\\.1\\.36\nJava \\d+.*\\(.*\\)\n");
            assertThat(run("-V")).isEqualTo(run("--version"));
        }

        /** As with GNU's programs and git, other words beside it are of no account; it is an option of no command. */
        @Test
        void tellsTheVersionsWhateverElseIsSaid() {
            assertThat(run("--version", "extra")).isEqualTo(run("--version"));
            assertThat(run("extra", "--version")).isEqualTo(run("--version"));
            assertThat(run("lint", "--version", "extra").status()).isEqualTo(2);
        }
    }

    private Run run(String... arguments) {
        return Run.in(directory).run(arguments);
    }

    /** A stream whose reader is gone. */
    private static final class ClosedStream extends OutputStream {

        private final String message;

        ClosedStream(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }
    }

    /** Rules that cannot even be listed. */
    private record BrokenPack(Throwable fault) implements RulePack {

        @Override
        public List<Rule<?>> rules() {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }

        @Override
        public Optional<String> page(String ruleId) {
            return Optional.empty();
        }
    }
}
