package dev.stslint.filter;

import dev.stslint.finding.Severity;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/** What is reported about suppressions themselves. */
public final class SuppressionRules {

    static final RuleMetadata EXPIRED =
            rule("expired-suppression", "a suppression has passed the date until which it was meant");
    static final RuleMetadata INVALID =
            rule("invalid-suppression", "a suppression cannot be read as one, or names what does not exist");
    static final RuleMetadata UNUSED = rule("unused-suppression", "a suppression suppresses nothing");

    /** All of them, by id. */
    public static final List<RuleMetadata> ALL = List.of(EXPIRED, INVALID, UNUSED);

    private SuppressionRules() {}

    private static RuleMetadata rule(String id, String summary) {
        return RuleMetadata.of(id)
                .summary(summary)
                .category(Category.ENGINE)
                .severity(Severity.WARNING)
                .since("0.1")
                .build();
    }
}
