package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.fixture.RuleFixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fixture of every built-in rule. */
final class RuleFixturesTest {

    private static final RuleFixtures FIXTURES = new RuleFixtures(new BuiltinRules(), TestData.at("fixtures"));

    @TestFactory
    Stream<DynamicNode> fixtures() {
        return FIXTURES.tests();
    }

    @Test
    void everyDirectoryBelongsToSomethingThatCanBeReported() {
        List<String> known =
                TestData.linter().rules().stream().map(rule -> rule.id()).toList();
        assertThat(known).containsAll(FIXTURES.ids());
        assertThat(Path.of("docs")).isDirectory();
    }
}
