package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application that the README lints: every family of mistakes, one finding a mistake, and a twin without any. */
final class DemoTest {

    @Test
    void theBrokenShopHasItsMistakesEachOnce() throws LintException {
        assertThat(loud("demo/shop").stream().map(TestData::shown))
                .containsExactlyInAnyOrder(
                        "database.yaml governing-service-selects-other-pods",
                        "database.yaml inline-secret",
                        "database.yaml unknown-volume-mount",
                        "queue.yaml unknown-governing-service",
                        "queue.yaml unresolvable-pod-dns-name",
                        "queue.yaml late-env-reference",
                        "queue.yaml pdb-blocks-eviction",
                        "storefront.yaml stateless-stateful-set",
                        "storefront.yaml governing-service-not-headless",
                        "storefront.yaml credentials-in-url");
    }

    @Test
    void theCorrectedShopIsClean() throws LintException {
        assertThat(loud("demo/shop-corrected").stream().map(TestData::shown)).isEmpty();
    }

    private static List<Finding> loud(String directory) throws LintException {
        return TestData.linter().lint(LintRequest.of(TestData.at(directory), List.of("."))).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }
}
