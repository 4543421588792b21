package dev.stslint.rule;

import dev.stslint.finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * Which rules are on, and how grave their findings are.
 *
 * @param profile the base
 * @param select rule or category ids to switch on besides the profile; when not empty, <em>only</em> these are on
 * @param ignore rule or category ids to switch off
 * @param severities a severity by rule id that replaces the rule's own and its tiers'
 */
public record RuleSelection(
        Profile profile, List<String> select, List<String> ignore, Map<String, Severity> severities) {

    public static final RuleSelection DEFAULT = new RuleSelection(Profile.RECOMMENDED, List.of(), List.of(), Map.of());
}
