package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code rules/docs/README.md} is made from the rules' metadata; {@code -Dupdate} writes it. */
final class RuleIndexTest {

    private static final Path INDEX = Path.of("docs", "README.md");
    private static final Path CHANGELOG = Path.of("..", "CHANGELOG.md");

    @Test
    void theIndexIsTrue() throws IOException {
        String index = index(TestData.linter().rules());
        if (System.getProperty("update") != null) {
            Files.writeString(INDEX, index);
        }
        assertThat(Files.readString(INDEX))
                .as("accept with ./mvnw verify -Dupdate")
                .isEqualTo(index);
    }

    @Test
    void theChangelogNamesEveryRule() throws IOException {
        String changelog = Files.readString(CHANGELOG);
        for (RuleMetadata rule : TestData.linter().rules()) {
            assertThat(changelog).contains("`" + rule.id() + "`");
        }
    }

    private static String index(List<RuleMetadata> rules) {
        StringBuilder text =
                new StringBuilder("# The rules\n\nMade from the rules' metadata by `./mvnw verify -Dupdate`.\n");
        for (Category category : Category.values()) {
            List<RuleMetadata> own =
                    rules.stream().filter(rule -> rule.category() == category).toList();
            if (own.isEmpty()) {
                continue;
            }
            text.append("\n## ").append(category.id()).append(": ").append(category.title());
            text.append("\n\n| rule | severity | what is wrong | fix |\n|---|---|---|---|\n");
            for (RuleMetadata rule : own) {
                text.append("| [")
                        .append(rule.id())
                        .append("](")
                        .append(rule.id())
                        .append(".md) | ");
                text.append(rule.severityWords());
                text.append(
                        rule.profile() == Profile.RECOMMENDED
                                ? ""
                                : " (" + rule.profile().id() + ")");
                text.append(" | ").append(rule.summary()).append(" | ");
                text.append(rule.fix() == FixAvailability.NEVER ? "" : "sometimes")
                        .append(" |\n");
            }
        }
        return text.append("\nWhere a rule has several severities, its page says which finding has which.\n")
                .toString();
    }
}
