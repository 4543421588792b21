package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GithubReporterTest {

    private static final RunFacts FACTS = RunFacts.of("0.1.0", 1);
    private static final Manifest SET = Manifest.of("k8s/db.yaml", "kind: StatefulSet\nspec:\n  serviceName: db\n");

    /**
     * A command as GitHub's runner reads it: {@code ActionCommand.TryParseV2} and {@code ValidateLinesAndColumns} of
     * actions/runner.
     */
    private record Command(String name, Map<String, String> properties, String message) {

        static Command parse(String line) {
            int properties = line.indexOf(' ');
            int message = line.indexOf("::", 2);
            Map<String, String> values = new LinkedHashMap<>();
            for (String property : line.substring(properties + 1, message).split(",", -1)) {
                String[] sides = property.split("=", 2);
                values.put(
                        sides[0],
                        sides[1].replace("%2C", ",")
                                .replace("%3A", ":")
                                .replace("%0D", "\r")
                                .replace("%0A", "\n")
                                .replace("%25", "%"));
            }
            return new Command(
                    line.substring(2, properties),
                    values,
                    line.substring(message + 2)
                            .replace("%0D", "\r")
                            .replace("%0A", "\n")
                            .replace("%25", "%"));
        }

        int number(String property) {
            return Integer.parseInt(properties.get(property));
        }
    }

    @Test
    void isACommandForEachFinding() {
        List<Command> commands = commands(Reports.of(
                error("some-rule", SET.at("serviceName: db", "db"), "it is wrong")
                        .label("here")
                        .note("one\ntwo")
                        .help("mend it"),
                warning("some-rule", SET.at("kind"), "m"),
                info("some-rule", SET.at("spec"), "m")));

        assertThat(commands).extracting(Command::name).containsExactly("error", "warning", "notice");
        assertThat(commands.get(0).properties())
                .isEqualTo(Map.of(
                        "file",
                        "k8s/db.yaml",
                        "line",
                        "3",
                        "endLine",
                        "3",
                        "col",
                        "16",
                        "endColumn",
                        "18",
                        "title",
                        "some-rule"));
        assertThat(commands.get(0).message()).isEqualTo("It is wrong. Here. Note: one\ntwo. Help: mend it.");
    }

    @Test
    void hasColumnsOnlyWithinALine() {
        Command command =
                commands(Reports.of(error("r", SET.from("kind", "spec"), "m"))).get(0);

        assertThat(command.properties()).containsEntry("line", "1").containsEntry("endLine", "2");
        assertThat(command.properties()).doesNotContainKeys("col", "endColumn");
    }

    @Test
    void escapesWhatTheRunnerWouldReadAsMarkup() {
        Manifest odd = Manifest.of("a,b:c%2C::d=e.yaml", "x: 1\n");
        String message = "100% ::error::x,y:z\r\n::stop-commands::t\u001b[31m";
        String text = Reports.written(new GithubReporter(FACTS), Reports.of(error("r", odd.at("x"), message)));

        assertThat(text.lines()).hasSize(1);
        assertThat(Command.parse(text.strip()).properties()).containsEntry("file", "a,b:c%2C::d=e.yaml");
        assertThat(Command.parse(text.strip()).message()).isEqualTo("100% ::error::x,y:z␍\n::stop-commands::t␛[31m.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.stslint.report.SarifReporterTest#reports")
    void hasNothingThatTheRunnerWouldDrop(String what, LintReport report) {
        List<Command> commands = commands(report);

        assertThat(commands).hasSameSizeAs(report.findings());
        for (Command command : commands) {
            assertThat(command.number("endLine")).isGreaterThanOrEqualTo(command.number("line"));
            if (command.properties().containsKey("col")) {
                assertThat(command.number("line")).isEqualTo(command.number("endLine"));
                assertThat(command.number("endColumn")).isGreaterThanOrEqualTo(command.number("col"));
            }
        }
    }

    @Test
    void namesFilesFromTheRootOfTheRepository() {
        RunFacts facts = FACTS.in(Path.of("/work/app/deploy/k8s"))
                .from(new Provenance("https://example.com/x", "", "", "deploy/k8s/"));
        LintReport report = Reports.of(
                error("r", Manifest.of("/work/app/deploy/k8s/a.yaml", "x").at("x"), "m"),
                error("r", Manifest.of("b.yaml", "x").at("x"), "m"),
                error("r", Manifest.of("../../c.yaml", "x").at("x"), "m"));

        assertThat(commands(report, facts))
                .extracting(command -> command.properties().get("file"))
                .containsExactly("deploy/k8s/a.yaml", "deploy/k8s/b.yaml", "c.yaml");
    }

    @Test
    void saysWhatCouldNotBeDone() {
        LintReport report = new LintReport(
                List.of(), List.of(), Concealment.NONE, new Accounting(List.of()), List.of("`x` does not exist"));

        assertThat(Reports.written(new GithubReporter(FACTS), report))
                .isEqualTo("::error title=stslint::`x` does not exist.\n");
    }

    private static List<Command> commands(LintReport report) {
        return commands(report, FACTS);
    }

    private static List<Command> commands(LintReport report, RunFacts facts) {
        return Reports.written(new GithubReporter(facts), report)
                .lines()
                .map(Command::parse)
                .toList();
    }
}
