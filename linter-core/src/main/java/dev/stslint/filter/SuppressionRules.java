package dev.stslint.filter;

import dev.stslint.finding.Severity;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/** What is reported about suppressions themselves, and about what a baseline sets aside. */
public final class SuppressionRules {

    static final RuleMetadata EXPIRED =
            rule("expired-suppression", "a suppression has passed the date until which it was meant", Severity.WARNING);
    static final RuleMetadata INVALID = rule(
            "invalid-suppression",
            "a suppression cannot be read as one, or names what does not exist",
            Severity.WARNING);
    static final RuleMetadata STALE =
            rule("stale-baseline-entry", "nothing matches an entry of the baseline any more", Severity.INFO);
    static final RuleMetadata UNUSED = rule("unused-suppression", "a suppression suppresses nothing", Severity.WARNING);

    /** All of them, by id. */
    public static final List<RuleMetadata> ALL = List.of(EXPIRED, INVALID, STALE, UNUSED);

    private SuppressionRules() {}

    private static RuleMetadata rule(String id, String summary, Severity severity) {
        return RuleMetadata.of(id)
                .summary(summary)
                .category(Category.ENGINE)
                .severity(severity)
                .since("0.1")
                .build();
    }
}
