package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param findings in the order of their places
 * @param rules every rule that could have spoken, by id, the engine's own included
 * @param concealment what no display may show
 * @param accounting what became of every file
 * @param failures what could not be done at all, as a path that does not exist; fit for users
 * @param objects how the objects hang together; empty unless the request asked for it
 */
public record LintReport(
        List<Finding> findings,
        List<RuleMetadata> rules,
        Concealment concealment,
        Accounting accounting,
        List<String> failures,
        ObjectGraph objects) {

    /** The rule of an engine failure: findings of it mean that the job could not be done in full. */
    public static final String INTERNAL_ERROR = "internal-error";

    /** A report without a drawing. */
    public LintReport(
            List<Finding> findings,
            List<RuleMetadata> rules,
            Concealment concealment,
            Accounting accounting,
            List<String> failures) {
        this(findings, rules, concealment, accounting, failures, ObjectGraph.EMPTY);
    }

    public int count(Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            if (finding.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    /**
     * The exit status: 0 when nothing reaches the threshold, 1 when something does, 2 when the job could not be
     * done in full.
     *
     * @param failOn the mildest severity that fails the run; empty: none does
     */
    public int status(Optional<Severity> failOn) {
        if (!failures.isEmpty()) {
            return 2;
        }
        int status = 0;
        for (Finding finding : findings) {
            if (finding.ruleId().equals(INTERNAL_ERROR)) {
                return 2;
            }
            if (failOn.isPresent() && finding.severity().isAtLeast(failOn.get())) {
                status = 1;
            }
        }
        return status;
    }
}
