package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.TextReporter;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.rules.RulePage.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages tell the truth: a {@code yaml expect} block gives exactly one finding of the page's rule, any other {@code
 * yaml} block none, each with the {@code json schema} of the page where it has one, and the {@code text rendered} block is
 * what the command prints. {@code -Dupdate} rewrites it.
 */
final class RulePagesTest {

    private static final boolean UPDATE = System.getProperty("update") != null;
    private static final Pattern RULE_LINK = Pattern.compile("\\]\\(([a-z0-9-]+)\\.md\\)");

    @TempDir
    Path directory;

    static Stream<RulePage> pages() {
        return RulePage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void examplesAreExecuted(RulePage page) throws Exception {
        List<Block> examples = page.blocks("yaml expect");
        for (int i = examples.size() - 1;
                i >= 0;
                i--) { // from the last, so that an update moves none that is still to come
            Block block = examples.get(i);
            LintReport report = lint(page, block);
            assertThat(report.findings())
                    .as("findings of the example in %s", page.file())
                    .hasSize(1)
                    .extracting(Finding::ruleId)
                    .containsExactly(page.id());
            check(page, page.renderedAfter(block), rendered(report));
        }
        for (Block block : page.blocks("yaml")) {
            assertThat(lint(page, block).findings())
                    .as("findings of the corrected example in %s", page.file())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void belongsToSomethingThatCanBeReported(RulePage page) {
        assertThat(TestData.linter().rules().stream().map(rule -> rule.id())).contains(page.id());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksBetweenPagesLead(RulePage page) throws IOException {
        Matcher links = RULE_LINK.matcher(Files.readString(page.file()));
        while (links.find()) {
            assertThat(Path.of("docs", links.group(1) + ".md")).exists();
        }
    }

    private static void check(RulePage page, Block block, String rendered) {
        if (UPDATE) {
            page.replace(block, rendered);
        } else {
            assertThat(block.text())
                    .as("the rendered block of %s; accept with ./mvnw verify -Dupdate", page.file())
                    .isEqualTo(rendered);
        }
    }

    private LintReport lint(RulePage page, Block block) throws LintException, IOException {
        List<String> schemas = new ArrayList<>();
        for (Block schema : page.blocks("json schema")) {
            Files.writeString(directory.resolve("schema.json"), schema.text(), StandardCharsets.UTF_8);
            schemas.add("schema.json");
        }
        LintRequest request = LintRequest.of(directory, List.of("-"))
                .withSchema(schemas)
                .withStandardInput(
                        new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)), "example.yaml")
                .withSelection(new RuleSelection(Profile.ALL, List.of(page.id()), others(page), Map.of()))
                .withJobs(1);
        return TestData.linter().lint(request);
    }

    /**
     * The engine's findings stay on whatever is selected: here only the page's own counts. Suppressions need others, since
     * one of a rule that is off is neither used nor unused.
     */
    private static List<String> others(RulePage page) {
        if (page.id().endsWith("-suppression")) {
            return List.of();
        }
        return TestData.linter().rules().stream()
                .map(rule -> rule.id())
                .filter(id -> !id.equals(page.id()))
                .toList();
    }

    private static String rendered(LintReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        new TextReporter(Palette.PLAIN).write(report, text);
        return text.toString();
    }
}
