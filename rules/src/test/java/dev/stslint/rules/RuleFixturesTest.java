package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.fixture.RuleFixtures;
import dev.stslint.lint.LintRequest;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** A rule yields to what is on, not to what could be. */
    @Test
    void aRuleThatYieldsSpeaksWhereItIsAlone() throws Exception {
        LintRequest all =
                LintRequest.of(TestData.at("fixtures"), List.of("pdb-blocks-eviction/second-budget-decides.yaml"));
        RuleSelection alone = new RuleSelection(Profile.ALL, List.of("pdb-blocks-eviction"), List.of(), Map.of());
        LintRequest one = all.withSelection(alone);

        assertThat(TestData.linter().lint(all).findings())
                .extracting(Finding::ruleId)
                .containsOnlyOnce("overlapping-pdbs")
                .doesNotContain("pdb-blocks-eviction");
        assertThat(TestData.linter().lint(one).findings())
                .extracting(Finding::ruleId)
                .containsExactly("pdb-blocks-eviction", "pdb-blocks-eviction");
    }

    @Test
    void everyDirectoryBelongsToSomethingThatCanBeReported() {
        List<String> known =
                TestData.linter().rules().stream().map(rule -> rule.id()).toList();
        assertThat(known).containsAll(FIXTURES.ids());
        assertThat(Path.of("docs")).isDirectory();
    }
}
