package dev.stslint.rule;

import dev.stslint.finding.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration says about one rule; what it leaves out stays as it was.
 *
 * @param on whether the rule is on, whatever the profile
 * @param severity of all of its findings
 * @param options values by name, each of its option's type
 */
public record RuleSetting(Optional<Boolean> on, Optional<Severity> severity, Map<String, Object> options) {

    /** Nothing is said. */
    public static final RuleSetting NONE = new RuleSetting(Optional.empty(), Optional.empty(), Map.of());

    /** Both, the later one where they differ. */
    RuleSetting then(RuleSetting later) {
        Map<String, Object> both = new HashMap<>(options);
        both.putAll(later.options);
        return new RuleSetting(later.on.or(() -> on), later.severity.or(() -> severity), Map.copyOf(both));
    }
}
