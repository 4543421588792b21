package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Severity;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleMetadata;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule keeps: one file, one page, one fixture directory, a good name, no state. */
final class RuleContractTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "stslint", "rules");
    private static final Path FIXTURES = TestData.at("fixtures");
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    static Stream<Rule<?>> rules() {
        return new BuiltinRules().rules().stream();
    }

    static Stream<RuleMetadata> everything() {
        return TestData.linter().rules().stream();
    }

    @Test
    void theListHoldsEveryRuleFileSortedById() throws IOException {
        List<String> listed =
                rules().map(rule -> rule.getClass().getSimpleName()).toList();
        Set<String> files;
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            files = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> read(path).contains("implements Rule<"))
                    .map(path -> path.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
        assertThat(rules().map(rule -> rule.metadata().id())).isSorted();
    }

    @Test
    void idsAreUniqueAndKnownToEachOther() {
        List<String> ids = everything().map(RuleMetadata::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        everything()
                .forEach(rule -> assertThat(ids).as(rule.id() + " yields to").containsAll(knownOf(rule)));
    }

    /** Rules of later issues may be yielded to before they exist; what exists must be spelt right. */
    private static List<String> knownOf(RuleMetadata rule) {
        return rule.yieldsTo().stream().filter(id -> !LATER.contains(id)).toList();
    }

    private static final Set<String> LATER =
            Set.of("host-path-data", "independent-replicas", "shared-claim", "volume-without-source");

    @ParameterizedTest
    @MethodSource("rules")
    void theClassIsTheIdInCamelCaseAndKeepsNoState(Rule<?> rule) {
        StringBuilder name = new StringBuilder();
        for (String word : rule.metadata().id().split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        assertThat(rule.getClass().getSimpleName()).isEqualTo(name.toString());
        assertThat(Modifier.isFinal(rule.getClass().getModifiers())).isTrue();
        for (Field field : rule.getClass().getDeclaredFields()) {
            assertThat(Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                    .as("field %s is a constant", field.getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void metadataReadsWell(RuleMetadata rule) {
        assertThat(rule.id()).matches(ID);
        assertThat(rule.summary())
                .as("summary: one line, lower case, no full stop")
                .doesNotContain("\n")
                .doesNotEndWith(".")
                .matches("[^A-Z].*|A StatefulSet.*|[A-Z]{2,}.*")
                .hasSizeLessThanOrEqualTo(110);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void hasAPageOfItsOwn(RuleMetadata rule) {
        Path page = Path.of("docs", rule.id() + ".md");
        assertThat(page).exists();
        assertThat(read(page)).startsWith("# " + rule.id() + "\n").contains("## What it checks");
        assertThat(new BuiltinRules().page(rule.id())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasAPositiveAndANegativeFixture(Rule<?> rule) throws IOException {
        Path directory = FIXTURES.resolve(rule.metadata().id());
        assertThat(directory).isDirectory();
        List<String> texts = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                if (!entry.toString().contains(".fixed.")) {
                    texts.add(Files.isDirectory(entry) ? readAll(entry) : read(entry));
                }
            }
        }
        String marker = "# expect: " + rule.metadata().id();
        assertThat(texts).as("a set with a finding").anyMatch(text -> text.contains(marker));
        assertThat(texts).as("a set without one").anyMatch(text -> !text.contains(marker));
    }

    /** That nothing else is reported, the fixtures themselves check. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyTierIsShownByAFixture(Rule<?> rule) throws IOException {
        String texts = readAll(FIXTURES.resolve(rule.metadata().id()));
        assertThat(rule.metadata().tiers())
                .doesNotHaveDuplicates()
                .doesNotContain(rule.metadata().severity());
        for (Severity severity : rule.metadata().severities()) {
            assertThat(texts).contains("# expect: " + rule.metadata().id() + " " + severity.id());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aFixIsShownByAFixture(Rule<?> rule) throws IOException {
        try (Stream<Path> entries = Files.list(FIXTURES.resolve(rule.metadata().id()))) {
            boolean shown = entries.anyMatch(path -> path.toString().contains(".fixed."));
            assertThat(shown).isEqualTo(rule.metadata().fix() != FixAvailability.NEVER);
        }
    }

    private static String readAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(RuleContractTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
