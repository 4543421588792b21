package dev.stslint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stslint.config.LintConfig.RuleEntry;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.manifest.KnownObject;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import dev.stslint.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigReaderTest {

    private static final List<RuleMetadata> RULES = List.of(
            rule("floating-image-tag", RuleOption.texts("allow", List.of()), RuleOption.flag("digests", false)),
            rule("missing-pdb", RuleOption.integer("minimum", 2)),
            rule("inline-secret"));

    private static RuleMetadata rule(String id, RuleOption<?>... options) {
        return RuleMetadata.of(id)
                .summary("a sample for tests")
                .category(Category.IDENTITY)
                .severity(Severity.WARNING)
                .since("0.1")
                .options(options)
                .build();
    }

    @Test
    void readsWhatAFileSays() throws ConfigException {
        LintConfig config = read("""
                profile: strict
                failOn: never
                kubernetes: 1.34
                include: [ "deploy/**" ]
                exclude:
                  - "**/testdata/**"
                  - vendor/
                requireReasons: true
                rules:
                  floating-image-tag: { severity: error, options: { allow: [ "nginx:stable" ], digests: true } }
                  missing-pdb: { options: { minimum: 3 } }
                  inline-secret: off
                overrides:
                  - paths: [ "dev/**" ]
                    rules: { inline-secret: info }
                known:
                  - Service/shared/kafka-brokers
                  - Secret/tls
                """);
        assertThat(config.profile().orElseThrow().value()).isEqualTo(Profile.STRICT);
        assertThat(config.failOn().orElseThrow().value()).isEqualTo(Threshold.NEVER);
        assertThat(config.kubernetes().orElseThrow().value()).isEqualTo(VersionRange.of(34, 34));
        assertThat(config.requireReasons().orElseThrow().value()).isTrue();
        assertThat(config.include()).extracting(Setting::value).containsExactly("deploy/**");
        assertThat(config.exclude()).extracting(Setting::value).containsExactly("**/testdata/**", "vendor/");
        RuleEntry tag = config.rules().get(0);
        assertThat(tag.setting().on()).contains(true);
        assertThat(tag.setting().severity()).contains(Severity.ERROR);
        assertThat(tag.setting().options()).isEqualTo(Map.of("allow", List.of("nginx:stable"), "digests", true));
        RuleEntry pdb = config.rules().get(1);
        assertThat(pdb.setting().on()).as("options alone switch nothing on").isEmpty();
        assertThat(pdb.setting().options()).isEqualTo(Map.of("minimum", 3));
        assertThat(config.rules().get(2).setting().on()).contains(false);
        assertThat(config.overrides().get(0).paths()).containsExactly("dev/**");
        assertThat(config.overrides().get(0).rules().get(0).setting().severity())
                .contains(Severity.INFO);
        assertThat(config.knownObjects())
                .containsExactly(
                        new KnownObject("Service", "shared", "kafka-brokers"), new KnownObject("Secret", "", "tls"));
        assertThat(config.rules().get(2).place()).hasToString("stslint.yaml:12:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "rules: {}\n", "{}"})
    void aFileMaySayNothing(String text) throws ConfigException {
        LintConfig config = read(text);
        assertThat(config.rules()).isEmpty();
        assertThat(config.profile()).isEmpty();
    }

    @Test
    void everyMistakeOfAFileIsFoundWhereItStands() {
        assertThat(mistakes("""
                profil: strict
                failOn: eror
                kubernetes: 1.36..1.31
                include: "deploy/**"
                exclude: [ "", 7 ]
                requireReasons: maybe
                rules:
                  inline-secrets: error
                  missing-pdb: fatal
                  floating-image-tag: { severity: off, option: {} }
                  inline-secret: [off]
                overrides:
                  - path: [ "dev/**" ]
                    rules: { inline-secret: info }
                  - rules: { inline-secret: info }
                  - paths: [ "dev/**" ]
                  - dev
                known:
                  - kafka-brokers
                  - service/shared/kafka
                  - Service//kafka
                """))
                .containsExactly(
                        "1:1 there is no key `profil`; did you mean `profile`?",
                        "2:9 there is no level `eror`; did you mean `error`?",
                        "3:13 this names no versions",
                        "4:10 `include` is a list",
                        "5:12 an empty pattern matches nothing",
                        "5:16 a pattern is a text",
                        "6:17 `requireReasons` is true or false",
                        "8:3 there is no rule `inline-secrets`; did you mean `inline-secret`?",
                        "9:16 there is no severity `fatal`",
                        "10:40 there is no key `option`; did you mean `options`?",
                        "11:18 `inline-secret` takes one value, and this is a list",
                        "13:5 there is no key `path`; did you mean `paths`?",
                        "15:5 this override has no `paths`",
                        "16:5 this override has no `rules`",
                        "17:5 an override is a mapping of keys to values",
                        "19:5 this names no object",
                        "20:5 this names no object",
                        "21:5 this names no object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing-pdb: {options: {minimun: 3}}     | 2:27 there is no option `minimun`; did you mean `minimum`?",
                "missing-pdb: {options: {minimum: 3.5}}   | 2:36 `minimum` is a whole number",
                "missing-pdb: {options: {minimum: '3'}}   | 2:36 `minimum` is a whole number",
                "missing-pdb: {options: {minimum: 99999999999}} | 2:36 `minimum` is a whole number",
                "missing-pdb: {options: []}               | 2:26 `options` is a mapping of keys to values",
                "floating-image-tag: {options: {allow: a}} | 2:41 `allow` is a list",
                "floating-image-tag: {options: {allow: [1]}} | 2:42 an item of `allow` is a text",
                "floating-image-tag: {options: {digests: 1}} | 2:43 `digests` is true or false",
                "inline-secret: {options: {a: 1}}         | 2:29 there is no option `a`",
                "inline-secret:                           | 2:3 `inline-secret` has no value",
                "inline-secret: true                      | 2:18 there is no severity `true`",
            })
    void optionsAreTyped(String line, String mistake) {
        assertThat(mistakes("rules:\n  " + line + "\n")).containsExactly(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: strict\\nprofile: all    | 2:1 key `profile` is written twice in one mapping",
                "- profile                          | 1:1 the configuration is a mapping of keys to values",
                "profile: strict\\n---\\nprofile: all | 3:1 a second document: the first is the configuration",
                "profile: {{ .Values.profile }}     | 1:10 the file is a template that has not been rendered",
                "kubernetes: 1.30                   | 1:13 `1.30` is not within the supported versions",
                "profile:                           | 1:1 `profile` has no value",
            })
    void theFileIsOneMapping(String text, String mistake) {
        assertThat(mistakes(text.replace("\\n", "\n") + "\n")).containsExactly(mistake);
    }

    @Test
    void saysOfAKeyTwiceWhereTheOtherIs() {
        ConfigException thrown =
                catchThrowableOfType(ConfigException.class, () -> read("profile: strict\nprofile: all\n"));

        Problem problem = thrown.problems().get(0);
        assertThat(problem.label()).isEmpty();
        assertThat(problem.related())
                .extracting(other -> other.location() + " " + other.message())
                .containsExactly("stslint.yaml:1:1 it is written here too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "exclude: ['a[']                       | 1:11 this pattern matches nothing: its `[` has no `]`",
                "include: [a.yaml, 'b[[:letter:]]']    | 1:19 this pattern matches nothing: there is no such class of characters",
                "include: ['a\\']                       | 1:11 this pattern matches nothing: nothing follows its last backslash",
                "overrides: [{paths: ['[!a'], rules: {inline-secret: off}}] | 1:22 this pattern matches nothing: its `[` has no `]`",
            })
    void patternsCanBeRead(String line, String mistake) {
        assertThat(mistakes(line + "\n")).containsExactly(mistake);
    }

    @Test
    void aFileThatDoesNotParseIsAMistake() {
        assertThat(mistakes("profile: [\n")).hasSize(1);
    }

    @Test
    void whatMayBeASecretIsNotQuoted() {
        assertThat(mistakes("profile: hunter2\n")).containsExactly("1:10 there is no such profile");
        assertThat(mistakes("profile: " + "x".repeat(500) + "\n")).containsExactly("1:10 there is no such profile");
    }

    private static LintConfig read(String text) throws ConfigException {
        return new ConfigReader(SourceFile.of("stslint.yaml", text), RULES).read(Path.of("/repository"));
    }

    private static List<String> mistakes(String text) {
        ConfigException thrown = catchThrowableOfType(ConfigException.class, () -> read(text));
        return thrown.problems().stream().map(ConfigReaderTest::shown).toList();
    }

    private static String shown(Problem problem) {
        return problem.location().start() + " " + problem.message();
    }
}
