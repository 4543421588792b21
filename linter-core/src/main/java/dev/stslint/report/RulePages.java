package dev.stslint.report;

import java.util.Optional;

/** Where the pages of rules come from: {@code stslint explain} shows them, SARIF carries them along. */
@FunctionalInterface
public interface RulePages {

    /** No rule has a page; its summary must do. */
    RulePages NONE = new RulePages() {
        @Override
        public Optional<String> page(String ruleId) {
            return Optional.empty();
        }
    };

    /** The Markdown page of a rule. */
    Optional<String> page(String ruleId);
}
