package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/**
 * The result of a run.
 *
 * @param findings in the order of their places
 * @param suppressed findings that somebody has set aside, in the order of their places
 * @param rules every rule that could have spoken, by id, the engine's own included
 * @param concealment what no display may show
 * @param accounting what became of every file
 * @param failures what could not be done at all, as a path that does not exist; fit for users
 * @param failOn the mildest severity that fails the run
 * @param objects how the objects hang together; empty unless the request asked for it
 */
public record LintReport(
        List<Finding> findings,
        List<SuppressedFinding> suppressed,
        List<RuleMetadata> rules,
        Concealment concealment,
        Accounting accounting,
        List<String> failures,
        Threshold failOn,
        ObjectGraph objects) {

    /** The rule of an engine failure: findings of it mean that the job could not be done in full. */
    public static final String INTERNAL_ERROR = "internal-error";

    /** Of a run that has looked at nothing. */
    public static final LintReport EMPTY =
            new LintReport(List.of(), List.of(), Concealment.NONE, new Accounting(List.of()), List.of());

    /** A report without a drawing, in which nothing is set aside, of a run that errors fail. */
    public LintReport(
            List<Finding> findings,
            List<RuleMetadata> rules,
            Concealment concealment,
            Accounting accounting,
            List<String> failures) {
        this(findings, List.of(), rules, concealment, accounting, failures, Threshold.ERROR, ObjectGraph.EMPTY);
    }

    /** The same with other findings. */
    public LintReport withFindings(List<Finding> others) {
        return new LintReport(others, suppressed, rules, concealment, accounting, failures, failOn, objects);
    }

    /** The same of a run that could not be done in full. */
    public LintReport withFailures(List<String> others) {
        return new LintReport(findings, suppressed, rules, concealment, accounting, others, failOn, objects);
    }

    /** The same of a change alone: what it does not touch is only counted. */
    public LintReport ofChange(List<Finding> touched, List<SuppressedFinding> touchedAside, List<Finding> outside) {
        return new LintReport(
                touched, touchedAside, rules, concealment, accounting.withOutside(outside), failures, failOn, objects);
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

    /** Whether a finding of some severity fails the run. */
    boolean failsOn(Severity severity) {
        return failOn.isReachedBy(severity);
    }

    /**
     * The exit status: 0 when nothing reaches the threshold, 1 when something does, 2 when the job could not be
     * done in full.
     */
    public int status() {
        if (!failures.isEmpty()) {
            return 2;
        }
        int status = 0;
        for (Finding finding : findings) {
            if (finding.ruleId().equals(INTERNAL_ERROR)) {
                return 2;
            }
            if (failsOn(finding.severity())) {
                status = 1;
            }
        }
        return status;
    }
}
