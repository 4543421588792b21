package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.kube.ConfigMap;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.LintReport;
import dev.stslint.report.RulePages;
import dev.stslint.report.RunFacts;
import dev.stslint.report.SarifReporter;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import dev.stslint.rule.RuleSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselineTest {

    private static final Path SCHEMA = Path.of("..", "docs", "stslint-baseline.schema.json");
    private static final String FILE = "stslint-baseline.json";

    /** Two findings, one for each key. */
    private static final String MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: one}
            data:
              bad: x
              worse: x
            """;

    private static final String OTHER = MAP.replace("one", "two");

    @TempDir
    Path directory;

    @BeforeEach
    void writeBaseline() throws Exception {
        write("dev/a.yaml", MAP + "---\n" + OTHER);
        write("prod/a.yaml", MAP);
        write("broken.yaml", "a:\n- b: [\n");
        BaselineUpdate update = linter().writeBaseline(request());
        assertThat(update)
                .extracting(BaselineUpdate::written, BaselineUpdate::size)
                .containsExactly(true, 7);
        assertThat(lint().findings()).isEmpty();
        assertThat(lint().suppressed()).hasSize(7).allMatch(known -> known.kind() == SuppressedFinding.Kind.EXTERNAL);
    }

    @Test
    void whatIsKnownFailsNoRunAndIsCounted() throws Exception {
        LintReport report = lint();
        assertThat(linter().lint(request()).status()).isEqualTo(1);
        assertThat(report.status()).isZero();
        assertThat(new AccountingLine(report).text())
                .isEqualTo("no findings in 3 files (3 objects; 7 findings in the baseline; 1 document does not parse)");
    }

    @Test
    void movedLinesOtherCommentsAndIndentationMakeNothingNew() throws Exception {
        write("dev/a.yaml", "# first\n\n" + OTHER + "--- # then\n# that\n" + MAP.replace("bad", "bad"));
        write("broken.yaml", "# why\na:\n    - c:   [   # what\n");
        assertThat(lint().findings()).isEmpty();
    }

    @Test
    void renamedFilesKeepTheirEntriesAndTwinsStayApart() throws Exception {
        Files.createDirectories(directory.resolve("test"));
        Files.move(directory.resolve("dev/a.yaml"), directory.resolve("test/b.yaml"));
        Files.move(directory.resolve("broken.yaml"), directory.resolve("torn.yaml"));
        assertThat(lint().findings()).isEmpty();
    }

    @Test
    void aTwinThatComesLaterIsNew() throws Exception {
        write("test/a.yaml", MAP);
        write("second.yaml", "a:\n- b: [\n");
        assertThat(lint().findings())
                .extracting(finding -> finding.location().file().path() + " " + finding.ruleId())
                .containsExactly("second.yaml invalid-yaml", "test/a.yaml bad-key", "test/a.yaml bad-key");
    }

    @Test
    void otherObjectsMayComeAndGo() throws Exception {
        write("dev/a.yaml", MAP.replace("one", "three").replace("x", "fine") + "---\n" + MAP);
        LintReport report = lint();
        assertThat(report.findings())
                .extracting(Finding::message)
                .containsExactly("`bad-key` in `dev/a.yaml` is gone", "`bad-key` in `dev/a.yaml` is gone");
    }

    @Test
    void whatIsMendedIsReportedAsRemovable() throws Exception {
        write("dev/a.yaml", MAP.replace("worse: x", "worse: fine") + "---\n" + OTHER);
        LintReport report = lint();
        assertThat(report.findings()).hasSize(1);
        Finding stale = report.findings().get(0);
        assertThat(stale.ruleId()).isEqualTo("stale-baseline-entry");
        assertThat(stale.severity()).isEqualTo(Severity.INFO);
        assertThat(stale.location().file().path()).isEqualTo(FILE);
        String line = Files.readString(directory.resolve(FILE))
                .lines()
                .toList()
                .get(stale.location().start().line() - 1);
        assertThat(line).contains("dev/a.yaml", "ConfigMap/-/one", "data.worse");
        BaselineUpdate update = linter().writeBaseline(request());
        assertThat(update)
                .extracting(BaselineUpdate::size, BaselineUpdate::added, BaselineUpdate::removed)
                .containsExactly(6, 0, 1);
        assertThat(lint().findings()).isEmpty();
    }

    @Test
    void whatWasNotLookedAtIsNotStale() throws Exception {
        Files.delete(directory.resolve("dev/a.yaml"));
        assertThat(linter().lint(request("prod").withBaseline(Optional.of(FILE)))
                        .findings())
                .isEmpty();
        assertThat(linter().lint(request("prod/a.yaml").withBaseline(Optional.of(FILE)))
                        .findings())
                .isEmpty();
        assertThat(linter().lint(request("dev").withBaseline(Optional.of(FILE))).findings())
                .hasSize(4);
        write("dev/a.yaml", "{}");
        assertThat(linter().lint(request().withPartial(true).withBaseline(Optional.of(FILE)))
                        .findings())
                .isEmpty();
        RuleSelection others = new RuleSelection(Profile.ALL, List.of(), List.of("bad-key"), Map.of());
        assertThat(linter().lint(request().withSelection(others).withBaseline(Optional.of(FILE)))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatIsReadForReferenceOnlyIsNotStale() throws Exception {
        assertThat(linter().lint(request("prod").withContext(List.of("dev")).withBaseline(Optional.of(FILE)))
                        .findings())
                .isEmpty();
    }

    @Test
    void pathsAreThoseSeenFromTheBaseline() throws Exception {
        LintRequest elsewhere =
                LintRequest.of(directory.resolve("dev"), List.of(".")).withBaseline(Optional.of("../" + FILE));
        assertThat(linter().lint(elsewhere).findings()).isEmpty();
        assertThat(linter().lint(elsewhere).suppressed()).hasSize(4);
        write("dev/a.yaml", MAP.replace("worse: x", "worse: fine") + "---\n" + OTHER);
        assertThat(linter().lint(elsewhere).findings())
                .extracting(Finding::message)
                .containsExactly("`bad-key` in `dev/a.yaml` is gone");
    }

    @Test
    void theFileIsSortedALineAFindingAndTheSameTwice() throws Exception {
        String text = Files.readString(directory.resolve(FILE));
        assertThat(fingerprints(text)).hasSize(7).allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{16}"));
        assertThat(text.replaceAll("\"fingerprint\":\"[^\"]*\"", "\"fingerprint\":\"@\""))
                .isEqualTo("""
                {
                  "$schema": "https://stslint.dev/stslint-baseline.schema.json",
                  "version": 1,
                  "findings": [
                    {"path":"broken.yaml","rule":"invalid-yaml","fingerprint":"@"},
                    {"path":"dev/a.yaml","rule":"bad-key","object":"ConfigMap/-/one","field":"data.bad","fingerprint":"@"},
                    {"path":"dev/a.yaml","rule":"bad-key","object":"ConfigMap/-/one","field":"data.worse","fingerprint":"@"},
                    {"path":"dev/a.yaml","rule":"bad-key","object":"ConfigMap/-/two","field":"data.bad","fingerprint":"@"},
                    {"path":"dev/a.yaml","rule":"bad-key","object":"ConfigMap/-/two","field":"data.worse","fingerprint":"@"},
                    {"path":"prod/a.yaml","rule":"bad-key","object":"ConfigMap/-/one","field":"data.bad","fingerprint":"@"},
                    {"path":"prod/a.yaml","rule":"bad-key","object":"ConfigMap/-/one","field":"data.worse","fingerprint":"@"}
                  ]
                }
                """);
        linter().writeBaseline(request().withJobs(3));
        assertThat(Files.readString(directory.resolve(FILE))).isEqualTo(text);
    }

    private static List<String> fingerprints(String text) {
        return text.lines()
                .filter(line -> line.contains("fingerprint"))
                .map(line -> line.replaceAll(".*\"fingerprint\":\"|\"}.*", ""))
                .toList();
    }

    @Test
    void theSchemaTakesWhatIsWritten() throws Exception {
        assertThat(faults(Files.readString(directory.resolve(FILE)))).isEmpty();
        Files.delete(directory.resolve(FILE));
        assertThat(linter().writeBaseline(request("prod")
                                .withSelection(new RuleSelection(Profile.ALL, List.of(), List.of("bad-key"), Map.of())))
                        .size())
                .isZero();
        assertThat(faults(Files.readString(directory.resolve(FILE)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                             | 1:1: this is no baseline of stslint
            {}                                                             | 1:1: this is no baseline of stslint
            kind: List                                                     | 1:1: this is no baseline of stslint
            {"version": 2, "findings": []}                                 | 1:13: this version of stslint reads baselines of version 1
            {"version": 1, "findings": {}}                                 | 1:28: `findings` is a list
            {"version": 1, "findings": [], "x": 1}                         | 1:32: a baseline has no such key here
            {"version": 1, "findings": [1]}                                | 1:29: an entry of a baseline is a mapping of keys to values
            {"version": 1, "findings": [{"path": "a", "rule": "b"}]}       | 1:30: this entry has no `fingerprint`
            {"version": 1, "findings": [{"path": 1, "rule": "b", "fingerprint": "c"}]} | 1:38: `path` is a text
            """)
    void aFileThatIsNoBaselineIsShownWithItsMistakeAndNotOverwritten(String text, String mistake) throws Exception {
        write(FILE, text);
        assertThatThrownBy(this::lint)
                .isInstanceOfSatisfying(LintException.class, e -> {
                    Finding finding = e.report().orElseThrow().findings().get(0);
                    assertThat(finding.location().start() + ": " + finding.message())
                            .isEqualTo(mistake);
                })
                .hasMessage("the baseline `" + FILE + "` cannot be used");
        assertThatThrownBy(() -> linter().writeBaseline(request())).isInstanceOf(LintException.class);
        assertThat(Files.readString(directory.resolve(FILE))).isEqualTo(text);
        if (text.startsWith("{") || text.startsWith("[")) {
            assertThat(faults(text)).as("the schema agrees").isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"version\": 1, \"findings\": [", "{\"version\": 1}\n---\n{\"version\": 1}"})
    void whatCannotBeReadIsShownToo(String text) throws Exception {
        write(FILE, text);
        assertThatThrownBy(this::lint)
                .isInstanceOfSatisfying(
                        LintException.class,
                        e -> assertThat(e.report().orElseThrow().findings()).isNotEmpty());
    }

    @Test
    void aMergeConflictIsShownWhereItIs() throws Exception {
        String text = Files.readString(directory.resolve(FILE));
        write(FILE, text.replaceFirst("    \\{\"path\":\"dev", "<<<<<<< HEAD\n    {\"path\":\"dev"));
        assertThatThrownBy(this::lint)
                .isInstanceOfSatisfying(
                        LintException.class,
                        e -> assertThat(e.report()
                                        .orElseThrow()
                                        .findings()
                                        .get(0)
                                        .location()
                                        .file()
                                        .path())
                                .isEqualTo(FILE));
    }

    @Test
    void aMissingBaselineIsSaidSo() {
        assertThatThrownBy(() -> linter().lint(request().withBaseline(Optional.of("none.json"))))
                .isInstanceOf(LintException.class)
                .hasMessage("the baseline `none.json` cannot be read: it does not exist");
    }

    @Test
    void whatCouldNotBeCheckedInFullIsNotWritten() throws Exception {
        Files.delete(directory.resolve(FILE));
        BaselineUpdate update = linter().writeBaseline(request("prod", "none"));
        assertThat(update.written()).isFalse();
        assertThat(directory.resolve(FILE)).doesNotExist();
    }

    @Test
    void sarifKeepsThemSuppressedAndUnchanged() throws Exception {
        write("new.yaml", MAP.replace("one", "new"));
        StringBuilder log = new StringBuilder();
        RulePages pages = id -> Optional.empty();
        new SarifReporter(RunFacts.of("0.1.0", 1), pages).write(lint(), log);
        assertThat(log.toString().split("\"baselineState\": \"new\"", -1)).hasSize(3);
        assertThat(log.toString().split("\"baselineState\": \"unchanged\"", -1)).hasSize(8);
        assertThat(log.toString().split("\"kind\": \"external\"", -1)).hasSize(8);
        StringBuilder plain = new StringBuilder();
        new SarifReporter(RunFacts.of("0.1.0", 1), pages).write(linter().lint(request()), plain);
        assertThat(plain.toString()).doesNotContain("baselineState");
    }

    private static List<?> faults(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(text, InputFormat.JSON);
    }

    private LintReport lint() throws LintException {
        return linter().lint(request().withBaseline(Optional.of(FILE)));
    }

    private LintRequest request(String... paths) {
        return LintRequest.of(directory, paths.length == 0 ? List.of(".") : List.of(paths));
    }

    private static Linter linter() {
        return new Linter(new RulePack() {
            @Override
            public List<Rule<?>> rules() {
                return List.of(new BadKey());
            }

            @Override
            public Optional<String> page(String ruleId) {
                return Optional.empty();
            }
        });
    }

    /** A finding for each value {@code x}. */
    private static final class BadKey implements Rule<ConfigMap> {

        @Override
        public RuleMetadata metadata() {
            return RuleMetadata.of("bad-key")
                    .summary("a sample")
                    .category(Category.IDENTITY)
                    .severity(Severity.ERROR)
                    .since("0.1")
                    .local()
                    .build();
        }

        @Override
        public Class<ConfigMap> target() {
            return ConfigMap.class;
        }

        @Override
        public void check(ConfigMap map, RuleContext context) {
            map.data().forEach(entry -> {
                if (entry.value().is("x")) {
                    context.report(Problem.at(entry.value(), "it is bad"));
                }
            });
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
