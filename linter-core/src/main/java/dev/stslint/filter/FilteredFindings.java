package dev.stslint.filter;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of the findings of a run.
 *
 * @param kept those that nobody has set aside, in the order given
 * @param suppressed those that somebody has, in the order given
 * @param complaints what is wrong with suppressions
 */
public record FilteredFindings(List<Finding> kept, List<SuppressedFinding> suppressed, List<Complaint> complaints) {

    /** These, and what became of those that were kept and complained of. */
    public FilteredFindings then(FilteredFindings next) {
        List<SuppressedFinding> both = new ArrayList<>(suppressed);
        both.addAll(next.suppressed);
        both.sort(Comparator.comparing(SuppressedFinding::finding));
        return new FilteredFindings(next.kept, both, next.complaints);
    }

    /**
     * Something wrong with a suppression.
     *
     * @param anchor what identifies it, lines aside
     */
    public record Complaint(RuleMetadata rule, Problem problem, String anchor) {}
}
