package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.fix.FixApplier;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import dev.stslint.report.RunFacts;
import dev.stslint.report.SarifReporter;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever applies the fixes that a SARIF log holds gets what {@code stslint fix} writes. The program that applies them here
 * knows SARIF and nothing of stslint: it goes by lines and columns.
 */
final class SarifFixesTest {

    @TempDir
    Path directory;

    /** Every fixture that has a fix, with the line ends and the mark that it may have elsewhere. */
    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(TestData.at("fixtures"))) {
            return files
                    .filter(file -> file.toString().endsWith(".fixed.yaml"))
                    .map(file ->
                            file.resolveSibling(file.getFileName().toString().replace(".fixed.", ".")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFixAppliedFromTheLogIsTheOneThatIsWritten(Path fixture) throws Exception {
        String text = Files.readString(fixture);
        String rule = fixture.getParent().getFileName().toString();
        for (String form : List.of(
                text, text.replace("\n", "\r\n"), '\uFEFF' + text, "# 😀\n" + text.replace("kind:", "kind:   "))) {
            checkEachFix(form, rule);
        }
    }

    @Test
    void theDemoIsRepairedTheSameWay() throws Exception {
        try (Stream<Path> files = Files.list(TestData.at("demo/shop"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        LintRequest request = request(List.of());
        Map<String, String> texts = new TreeMap<>();
        JsonNode log = log(TestData.linter().lint(request));
        List<JsonNode> fixes = new ArrayList<>();
        for (JsonNode result : log.at("/runs/0/results")) {
            if (result.has("fixes")) {
                fixes.add(result.get("fixes").get(0));
            }
        }
        apply(fixes, texts);
        FixReport report = TestData.linter().fix(new FixRequest(request, true, false));
        assertThat(report.repaired()).hasSameSizeAs(fixes).hasSizeGreaterThan(3);
        assertThat(texts).isEqualTo(textsOf(report));
    }

    /** One finding at a time, since a log does not say which of its fixes can be applied together. */
    private void checkEachFix(String text, String rule) throws Exception {
        Files.writeString(directory.resolve("x.yaml"), text);
        LintReport report = TestData.linter().lint(request(List.of(rule)));
        JsonNode results = log(report).at("/runs/0/results");
        assertThat(results).hasSameSizeAs(report.findings());
        for (int i = 0; i < results.size(); i++) {
            Finding finding = report.findings().get(i);
            JsonNode fixes = results.get(i).path("fixes");
            assertThat(fixes.size()).isEqualTo(finding.fixes().size());
            for (int j = 0; j < fixes.size(); j++) {
                Map<String, String> texts = new TreeMap<>();
                apply(List.of(fixes.get(j)), texts);
                assertThat(texts)
                        .containsExactlyEntriesOf(
                                Map.of("x.yaml", applied(finding.fixes().get(j), text)));
            }
        }
    }

    private static String applied(Fix fix, String text) {
        String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        return mark
                + FixApplier.apply(fix.edits().get(0).location().file(), text.substring(mark.length()), fix.edits());
    }

    private LintRequest request(List<String> select) {
        return LintRequest.of(directory, List.of("."))
                .withSelection(new RuleSelection(Profile.ALL, select, List.of(), Map.of()));
    }

    private static Map<String, String> textsOf(FixReport report) {
        Map<String, String> texts = new TreeMap<>();
        for (FileChange change : report.changes()) {
            texts.put(change.path(), change.after().text());
        }
        return texts;
    }

    private static JsonNode log(LintReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        new SarifReporter(RunFacts.of("0.1.0", 0), new BuiltinRules()::page).write(report, text);
        return JsonMapper.shared().readTree(text.toString());
    }

    /** A place and what stands there afterwards. */
    private record Replacement(int startLine, int startColumn, int endLine, int endColumn, String inserted) {}

    private void apply(List<JsonNode> fixes, Map<String, String> texts) throws IOException {
        Map<String, List<Replacement>> byFile = new HashMap<>();
        for (JsonNode fix : fixes) {
            for (JsonNode change : fix.get("artifactChanges")) {
                String path = URI.create(change.at("/artifactLocation/uri").asString())
                        .getPath();
                for (JsonNode replacement : change.get("replacements")) {
                    JsonNode region = replacement.get("deletedRegion");
                    Replacement read = new Replacement(
                            region.get("startLine").asInt(),
                            region.get("startColumn").asInt(),
                            region.get("endLine").asInt(),
                            region.get("endColumn").asInt(),
                            replacement.at("/insertedContent/text").asString(""));
                    List<Replacement> known = byFile.computeIfAbsent(path, key -> new ArrayList<>());
                    if (!known.contains(read)) {
                        known.add(read);
                    }
                }
            }
        }
        for (Map.Entry<String, List<Replacement>> file : byFile.entrySet()) {
            texts.put(file.getKey(), applied(Files.readString(directory.resolve(file.getKey())), file.getValue()));
        }
    }

    /** From the last to the first, so that no place moves before its turn. Columns do not count a byte order mark. */
    private static String applied(String text, List<Replacement> replacements) {
        List<Replacement> sorted = new ArrayList<>(replacements);
        sorted.sort(Comparator.comparingInt(Replacement::startLine)
                .thenComparingInt(Replacement::startColumn)
                .thenComparingInt(Replacement::endLine)
                .thenComparingInt(Replacement::endColumn)
                .reversed());
        StringBuilder result = new StringBuilder(text.startsWith("\uFEFF") ? text.substring(1) : text);
        for (Replacement replacement : sorted) {
            int start = offset(result, replacement.startLine, replacement.startColumn);
            int end = offset(result, replacement.endLine, replacement.endColumn);
            result.replace(start, end, replacement.inserted);
        }
        return (text.startsWith("\uFEFF") ? "\uFEFF" : "") + result;
    }

    private static int offset(CharSequence text, int line, int column) {
        int at = 0;
        for (int passed = 1; passed < line; at++) {
            boolean isPair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !isPair)) {
                passed++;
            }
        }
        return at + column - 1;
    }
}
