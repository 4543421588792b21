package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Threshold;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import dev.stslint.yaml.YamlStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the hooks for pre-commit say that they run is there to be run, in the way that {@code --changed} needs. */
class PreCommitHooksTest {

    private static final Path ROOT = Path.of("..");
    private static final Path HOOKS = ROOT.resolve(".pre-commit-hooks.yaml");

    /** Of <a href="https://pre-commit.com/#creating-new-hooks">pre-commit's manifest</a>. */
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "description",
            "entry",
            "language",
            "pass_filenames",
            "require_serial",
            "always_run",
            "stages",
            "minimum_pre_commit_version");

    @Test
    void saysOnlyWhatPreCommitKnows() throws IOException {
        for (Map<String, String> hook : hooks()) {
            assertThat(hook.keySet()).as("%s", hook).isEqualTo(KEYS);
            assertThat(hook)
                    .containsEntry("pass_filenames", "false")
                    .containsEntry("require_serial", "true")
                    .containsEntry("always_run", "true")
                    .containsEntry("stages", "pre-commit pre-merge-commit pre-push manual");
        }
        assertThat(hooks())
                .extracting(hook -> hook.get("id") + " " + hook.get("language") + " " + hook.get("entry"))
                .containsExactly(
                        "stslint system stslint lint --changed",
                        "stslint-from-source script stslint lint --changed",
                        "stslint-all system stslint lint",
                        "stslint-all-from-source script stslint lint");
    }

    @Test
    void comparesWhatPreCommitNames() throws Exception {
        LintArguments arguments = LintArguments.of(CommandLineReader.read(List.of("lint", "--changed")));

        assertThat(changed(arguments, Map.of())).contains("");
        assertThat(changed(arguments, Map.of("PRE_COMMIT_FROM_REF", "main", "PRE_COMMIT_TO_REF", "HEAD")))
                .contains("main...HEAD");
        LintArguments named = LintArguments.of(CommandLineReader.read(List.of("lint", "--changed=main")));
        assertThat(changed(named, Map.of("PRE_COMMIT_FROM_REF", "other", "PRE_COMMIT_TO_REF", "HEAD")))
                .contains("main");
        LintArguments all = LintArguments.of(CommandLineReader.read(List.of("lint")));
        assertThat(changed(all, Map.of("PRE_COMMIT_FROM_REF", "main", "PRE_COMMIT_TO_REF", "HEAD")))
                .isEmpty();
    }

    private static Optional<String> changed(LintArguments arguments, Map<String, String> variables) {
        Environment environment = new Environment(Path.of(""), variables, false, false, StandardCharsets.UTF_8);
        return arguments.request(environment, InputStream.nullInputStream()).changed();
    }

    @Test
    void runsWhatTheCommandUnderstands() throws Exception {
        for (Map<String, String> hook : hooks()) {
            List<String> words = new ArrayList<>(List.of(hook.get("entry").split(" ")));

            assertThat(words.remove(0)).isEqualTo(PicocliModel.PROGRAM);
            CommandLineWords read = CommandLineReader.read(words);
            assertThat(read.command()).isEqualTo(Command.LINT);
            assertThat(LintArguments.of(read).changed().isPresent())
                    .as("what is for all that there is, asks for no change")
                    .isNotEqualTo(hook.getOrDefault("id", "").startsWith("stslint-all"));
            words.addAll(List.of("--fail-on", "warning", "k8s/"));
            assertThat(LintArguments.of(CommandLineReader.read(words)).paths())
                    .as("what a user adds stands behind it")
                    .containsExactly("k8s/");
        }
        assertThat(ROOT.resolve(PicocliModel.PROGRAM)).as("the script").isExecutable();
    }

    /** The configuration that the README shows. */
    @Test
    void areThoseThatTheReadmeShows() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int start = readme.indexOf("repos:\n");
        String example = readme.substring(start, readme.indexOf("```", start));
        YamlMapping repository = (YamlMapping) item(root(example).get("repos"), 0);
        YamlMapping hook = (YamlMapping) item(repository.get("hooks"), 0);

        Map<String, String> shown = hooks().stream()
                .filter(known -> known.get("id").equals(text(hook.get("id"))))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>(List.of(shown.get("entry").split(" ")));
        words.addAll(texts(hook.get("args")));
        LintArguments read = LintArguments.of(CommandLineReader.read(words.subList(1, words.size())));
        assertThat(read.paths()).containsExactly("k8s/");
        assertThat(read.failOn()).contains(Threshold.WARNING);
    }

    private static YamlMapping root(String text) {
        return (YamlMapping) document(text);
    }

    private static YamlNode document(String text) {
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of("text", text));
        assertThat(stream.faults()).isEmpty();
        return stream.documents().get(0).root().orElseThrow();
    }

    private static YamlNode item(@Nullable YamlNode sequence, int i) {
        return ((YamlSequence) Objects.requireNonNull(sequence)).item(i);
    }

    private static String text(@Nullable YamlNode scalar) {
        return ((YamlScalar) Objects.requireNonNull(scalar)).text();
    }

    /** A text, or those of a list. */
    private static List<String> texts(@Nullable YamlNode node) {
        if (!(node instanceof YamlSequence sequence)) {
            return List.of(text(node));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            texts.add(text(sequence.item(i)));
        }
        return texts;
    }

    private static List<Map<String, String>> hooks() throws IOException {
        YamlSequence items = (YamlSequence) document(Files.readString(HOOKS));
        List<Map<String, String>> hooks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            YamlMapping item = (YamlMapping) items.item(i);
            Map<String, String> hook = new LinkedHashMap<>();
            for (int j = 0; j < item.size(); j++) {
                hook.put(item.name(j), String.join(" ", texts(item.value(j))));
            }
            hooks.add(hook);
        }
        return hooks;
    }
}
