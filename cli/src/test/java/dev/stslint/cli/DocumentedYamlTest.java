package dev.stslint.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stslint.lint.Linter;
import dev.stslint.rules.BuiltinRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every YAML that the documentation shows or offers is used as what it is. A block says so behind its language: {@code yaml
 * config} is a stslint.yaml, {@code yaml manifest} is linted without a finding, {@code yaml workflow}, {@code gitlab} and
 * {@code pre-commit} use what we offer there, {@code yaml spec} is a part of a StatefulSet, {@code yaml fragment} a part of
 * anything. The pages of the rules have their own kinds, which {@code RulePagesTest} executes; there {@code yml} is a
 * stslint.yaml.
 */
final class DocumentedYamlTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PIPELINES = ROOT.resolve("docs/pipelines");
    private static final Pattern FENCE = Pattern.compile("( *)```(ya?ml)\\b *(.*)");
    private static final Pattern OUR_VERSION = Pattern.compile(
            "(?:stslint/stslint(?:@v|/v|:)|STSLINT_VERSION: \"|releases/download/v|rev: v|/version: \")(\\d+\\.\\d+\\.\\d+)");

    @TempDir
    Path directory;

    /** A block of YAML in a page. */
    private record Block(Path page, int line, String kind, String text) {

        String name() {
            return ROOT.relativize(page).toString().replace('\\', '/') + ":" + line + " " + kind;
        }
    }

    @TestFactory
    Stream<DynamicTest> blocksAreWhatTheySay() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(blocks(page));
        }
        for (Path page : rulePages()) {
            blocks.addAll(blocks(page).stream()
                    .filter(block -> block.kind().equals("config"))
                    .toList());
        }
        assertThat(blocks).extracting(Block::kind).contains("config", "spec", "pre-commit", "workflow", "gitlab");
        return blocks.stream().map(block -> dynamicTest(block.name(), () -> use(block)));
    }

    @Test
    void pagesOfRulesHaveNoBlockThatNobodyExecutes() throws IOException {
        for (Path page : rulePages()) {
            assertThat(blocks(page)).as(page.toString()).extracting(Block::kind).isSubsetOf("", "expect", "config");
        }
    }

    @Test
    void gitlabTemplateWritesTheReportsThatItKeeps() throws Exception {
        Map<?, ?> template = mapping(Files.readString(PIPELINES.resolve("gitlab-ci.yml")));
        Map<?, ?> job = child(template, "stslint");
        Map<?, ?> variables = child(template, "variables");
        String script = String.join("\n", strings(job, "script"))
                .replace("$STSLINT_ARGS", String.valueOf(variables.get("STSLINT_ARGS")))
                .replace("$STSLINT_PATHS", String.valueOf(variables.get("STSLINT_PATHS")));

        assertThat(execute(script).status()).isEqualTo(1);
        assertThat(child(child(job, "artifacts"), "reports").values())
                .hasSize(2)
                .allSatisfy(report ->
                        assertThat(directory.resolve(String.valueOf(report))).isNotEmptyFile());
    }

    @Test
    void jenkinsPipelineWritesTheReportsThatItKeeps() throws Exception {
        String pipeline = Files.readString(PIPELINES.resolve("Jenkinsfile"));
        Matcher script = Pattern.compile("script: '(stslint [^']+)'").matcher(pipeline);

        assertThat(script.find()).isTrue();
        assertThat(execute(script.group(1)).status()).isEqualTo(1);
        Matcher pattern = Pattern.compile("pattern: '([^']+)'").matcher(pipeline);
        assertThat(pattern.find()).isTrue();
        assertThat(directory.resolve(pattern.group(1))).isNotEmptyFile();
    }

    @Test
    void tektonTaskIsSoundAndWritesTheReportThatItNames() throws Exception {
        String task = Files.readString(PIPELINES.resolve("tekton-task.yaml"));
        lintCleanly(task);
        assertThat(mapping(task).get("apiVersion")).isEqualTo("tekton.dev/v1");
        assertThat(mapping(task).get("kind")).isEqualTo("Task");
        Map<?, ?> spec = child(mapping(task), "spec");
        Map<?, ?> step = (Map<?, ?>) list(spec, "steps").get(0);
        List<String> command = new ArrayList<>(strings(step, "command"));
        command.addAll(strings(step, "args"));
        String line = String.join(" ", command);
        for (Object each : list(spec, "params")) {
            Map<?, ?> param = (Map<?, ?>) each;
            Object value = param.get("default");
            line = value instanceof List<?> values
                    ? line.replace("$(params." + param.get("name") + "[*])", words(values))
                    : line.replace("$(params." + param.get("name") + ")", String.valueOf(value));
        }

        assertThat(line).doesNotContain("$(");
        assertThat(execute(line).status()).isEqualTo(1);
        assertThat(directory.resolve("stslint.sarif")).isNotEmptyFile();
    }

    private static String words(List<?> values) {
        return values.stream().map(String::valueOf).collect(joining(" "));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void actionPassesOnWhatItIsGivenAndRunsNothingOfIt() throws Exception {
        copyDemo();
        String log = act("k8s\n$(touch ran)\n; touch ran\n", "--profile\nstrict\n", "with blanks.sarif", "true");

        assertThat(directory.resolve("outputs"))
                .hasContent("status=2\nsarif-file=with blanks.sarif\n"); // two paths are not there
        assertThat(directory.resolve("with blanks.sarif")).content().contains("inline-secret");
        assertThat(directory.resolve("ran")).doesNotExist();
        assertThat(log).doesNotContain("\n::error");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void actionAnnotatesWhereItDoesNotUpload() throws Exception {
        copyDemo();

        assertThat(act("k8s", "", "stslint.sarif", "false")).contains("\n::error file=k8s/");
        assertThat(directory.resolve("outputs")).hasContent("status=1\nsarif-file=stslint.sarif\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void actionTakesNoOlderFileForItsReport() throws Exception {
        copyDemo();
        Path older = Files.writeString(directory.resolve("k8s/older.yaml"), "kind: ConfigMap\n");

        act("k8s", "", "k8s/older.yaml", "true");

        assertThat(directory.resolve("outputs")).hasContent("status=2\n");
        assertThat(older).hasContent("kind: ConfigMap\n");
    }

    /** Runs the action's script as a workflow would; gives its log. */
    private String act(String paths, String arguments, String sarif, String upload) throws Exception {
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path command = Files.writeString(
                bin.resolve("stslint"),
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' -cp '"
                        + System.getProperty("java.class.path") + "' dev.stslint.cli.Main \"$@\"\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Path outputs = Files.createFile(directory.resolve("outputs"));

        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        PIPELINES.resolve("github-action.sh").toRealPath().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        bin + ":" + System.getenv("PATH"),
                        "GITHUB_OUTPUT",
                        outputs.toString(),
                        "INPUT_PATHS",
                        paths,
                        "INPUT_ARGS",
                        arguments,
                        "INPUT_FAIL_ON",
                        "warning",
                        "INPUT_VERSION",
                        "",
                        "INPUT_SARIF",
                        sarif,
                        "INPUT_UPLOAD",
                        upload));
        int status = builder.start().waitFor();
        String log = Files.readString(directory.resolve("log"));
        assertThat(status).as(log).isZero();
        return log;
    }

    @Test
    void actionHasNoInputInTheTextOfAScript() throws IOException {
        Map<?, ?> action = mapping(Files.readString(ROOT.resolve("action.yml")));
        List<?> steps = list(child(action, "runs"), "steps");

        assertThat(steps).isNotEmpty();
        for (Object step : steps) {
            assertThat(String.valueOf(((Map<?, ?>) step).get("run"))).doesNotContain("${{");
        }
    }

    @Test
    void workflowsUseOnlyActionsOfOneCommit() throws IOException {
        List<Path> files = new ArrayList<>(List.of(ROOT.resolve("action.yml")));
        try (Stream<Path> workflows = Files.list(ROOT.resolve(".github/workflows"))) {
            files.addAll(workflows.toList());
        }
        for (Path file : files) {
            String text = Files.readString(file);
            assertThat(mapping(text)).as(file.toString()).isNotEmpty();
            assertThat(text.lines().filter(line -> line.contains("uses:")))
                    .as(file.toString())
                    .isNotEmpty()
                    .allMatch(line -> line.matches(" +(- )?uses: (\\./|[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+)"));
        }
    }

    @Test
    void documentsNameTheReleaseThatTheyBelongTo() throws IOException {
        Matcher version = Pattern.compile("<version>([\\d.]+)-SNAPSHOT</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        List<Path> files = new ArrayList<>(pages());
        files.add(ROOT.resolve("jbang-catalog.json"));
        try (Stream<Path> pipelines = Files.list(PIPELINES)) {
            files.addAll(pipelines.toList());
        }
        int named = 0;
        for (Path file : files) {
            Matcher release = OUR_VERSION.matcher(Files.readString(file));
            for (; release.find(); named++) {
                assertThat(release.group(1)).as(file.toString()).isEqualTo(version.group(1));
            }
        }
        assertThat(named).isGreaterThan(4);
    }

    private void use(Block block) throws Exception {
        switch (block.kind()) {
            case "config" -> {
                Files.writeString(directory.resolve("stslint.yaml"), block.text());
                Files.createDirectories(directory.resolve("policies"));
                Run run = run("config");
                assertThat(run.status()).as(run.err()).isZero();
                assertThat(run.out()).contains("stslint.yaml");
            }
            case "manifest" -> lintCleanly(block.text());
            case "spec" -> suppresses(block.text());
            case "pre-commit" -> {
                Set<String> offered = list(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml"))).stream()
                        .map(hook -> String.valueOf(((Map<?, ?>) hook).get("id")))
                        .collect(Collectors.toSet());
                for (Object repository : list(mapping(block.text()), "repos")) {
                    for (Object each : list((Map<?, ?>) repository, "hooks")) {
                        Map<?, ?> hook = (Map<?, ?>) each;
                        assertThat(offered).contains(String.valueOf(hook.get("id")));
                        List<String> line = new ArrayList<>(List.of("lint"));
                        line.addAll(hook.containsKey("args") ? strings(hook, "args") : List.of());
                        LintArguments.of(CommandLineReader.read(line));
                    }
                }
            }
            case "workflow" -> {
                Map<?, ?> inputs = child(mapping(Files.readString(ROOT.resolve("action.yml"))), "inputs");
                assertThat(child(mapping(block.text()), "jobs").values())
                        .isNotEmpty()
                        .allSatisfy(job -> {
                            for (Object each : list((Map<?, ?>) job, "steps")) {
                                Map<?, ?> step = (Map<?, ?>) each;
                                if (String.valueOf(step.get("uses")).startsWith("stslint/stslint@")
                                        && step.containsKey("with")) {
                                    assertThat(inputs.keySet()
                                                    .containsAll(
                                                            child(step, "with").keySet()))
                                            .as("inputs of the action: %s", step)
                                            .isTrue();
                                }
                            }
                        });
            }
            case "gitlab" -> {
                Map<?, ?> known = child(mapping(Files.readString(PIPELINES.resolve("gitlab-ci.yml"))), "variables");
                Map<?, ?> set = child(mapping(block.text()), "variables");
                assertThat(known.keySet().containsAll(set.keySet()))
                        .as("%s", set)
                        .isTrue();
            }
            case "fragment" -> assertThat(mapping(block.text())).isNotEmpty();
            default -> throw new AssertionError(block.name() + ": say what it is, as `yaml config`");
        }
    }

    /** A part of a StatefulSet's spec that sets a finding aside: with its comment nothing is found there, without it is. */
    private void suppresses(String fragment) throws IOException {
        String manifest = """
                apiVersion: v1
                kind: Service
                metadata: { name: db, namespace: shop }
                spec: { selector: { app: db }, ports: [ { name: sql, port: 5432 } ] }
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: { name: db, namespace: shop }
                spec:
                """ + fragment + """
                  selector: { matchLabels: { app: db } }
                  template:
                    metadata: { labels: { app: db } }
                    spec: { containers: [ { name: db, image: "example.org/db:1" } ] }
                """;
        Matcher rule = Pattern.compile("stslint:ignore ([\\w-]+)").matcher(fragment);
        assertThat(rule.find()).isTrue();
        Path file = directory.resolve("spec.yaml");
        Files.writeString(file, manifest);
        assertThat(run("lint", "--no-config", "--select", rule.group(1), "-f", "concise", "spec.yaml")
                        .out())
                .isEmpty();
        Files.writeString(file, manifest.replaceAll("#.*", ""));
        assertThat(run("lint", "--no-config", "--select", rule.group(1), "-f", "concise", "spec.yaml")
                        .out())
                .contains(rule.group(1));
    }

    private void lintCleanly(String manifest) throws IOException {
        Files.writeString(directory.resolve("manifest.yaml"), manifest);
        Run run = run("lint", "--no-config", "--profile", "all", "-f", "concise", "manifest.yaml");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no findings in 1 file (1 object");
    }

    /** Runs a command line of ours where the demo's manifests are. */
    private Run execute(String line) throws IOException {
        copyDemo();
        List<String> words = List.of(line.strip().split("\\s+"));
        assertThat(words.get(0)).isEqualTo("stslint");
        return run(words.subList(1, words.size()).toArray(new String[0]));
    }

    private void copyDemo() throws IOException {
        Path target = Files.createDirectories(directory.resolve("k8s"));
        try (Stream<Path> manifests = Files.list(ROOT.resolve("testdata/demo/shop"))) {
            for (Path manifest : manifests.toList()) {
                Files.copy(manifest, target.resolve(manifest.getFileName()));
            }
        }
    }

    private Run run(String... arguments) {
        return Run.in(directory).with(new Linter(new BuiltinRules())).run(arguments);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/pipelines", "cli/bundle/src/main/launcher")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<Path> rulePages() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("rules/docs"))) {
            return pages.sorted().toList();
        }
    }

    private static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int first = i + 1;
                StringBuilder text = new StringBuilder();
                while (!lines.get(++i).strip().equals("```")) {
                    String line = lines.get(i);
                    text.append(line.substring(
                                    Math.min(line.length(), fence.group(1).length())))
                            .append('\n');
                }
                String kind =
                        fence.group(2).equals("yml") ? "config" : fence.group(3).strip();
                blocks.add(new Block(page, first, kind, text.toString()));
            }
        }
        return blocks;
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static Map<?, ?> mapping(String yaml) {
        return (Map<?, ?>) load(yaml);
    }

    private static List<?> list(String yaml) {
        return (List<?>) load(yaml);
    }

    private static Map<?, ?> child(Map<?, ?> parent, String key) {
        assertThat(parent.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<?, ?>) parent.get(key);
    }

    private static List<?> list(Map<?, ?> parent, String key) {
        assertThat(parent.get(key)).as(key).isInstanceOf(List.class);
        return (List<?>) parent.get(key);
    }

    private static List<String> strings(Map<?, ?> parent, String key) {
        return list(parent, key).stream().map(String::valueOf).toList();
    }
}
