package dev.stslint.rule;

import dev.stslint.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules a user asks for, and how grave their findings are to be. It wins over what a configuration file says.
 *
 * @param profile the base; when empty, the configuration's, else {@link Profile#RECOMMENDED}
 * @param select rule or category ids to switch on besides the profile; when not empty, <em>only</em> these are on
 * @param ignore rule or category ids to switch off
 * @param severities a severity by rule id that replaces the rule's own and its tiers', and switches the rule on
 *     unless others are selected
 */
public record RuleSelection(
        Optional<Profile> profile, List<String> select, List<String> ignore, Map<String, Severity> severities) {

    /** Whatever is on by itself. */
    public static final RuleSelection DEFAULT = new RuleSelection(Optional.empty(), List.of(), List.of(), Map.of());

    /** A selection on the base of a profile. */
    public RuleSelection(Profile profile, List<String> select, List<String> ignore, Map<String, Severity> severities) {
        this(Optional.of(profile), select, ignore, severities);
    }
}
