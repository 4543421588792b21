package dev.stslint.filter;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/**
 * What became of the findings of a run.
 *
 * @param kept those that nobody has set aside, in the order given
 * @param suppressed those that somebody has, in the order given
 * @param complaints what is wrong with suppressions
 */
public record FilteredFindings(
        List<Finding> kept, List<SuppressedFinding> suppressed, List<Complaint> complaints) {

    /**
     * Something wrong with a suppression.
     *
     * @param anchor what identifies it, lines aside
     */
    public record Complaint(RuleMetadata rule, Problem problem, String anchor) {}
}
