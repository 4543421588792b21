package dev.stslint.report;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Repair;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of repairing.
 *
 * @param before what was found in the files as they were
 * @param after what is left to be found in them as they shall be
 * @param repaired in the order in which they were repaired
 * @param refused repairs that cannot be made
 * @param changes what becomes of files on disk, by path
 * @param standardInput what becomes of standard input; empty when it was not asked for or could not be read
 * @param concealment what no display may show, in all of these texts
 */
public record FixReport(
        LintReport before,
        LintReport after,
        List<Repair> repaired,
        List<Refusal> refused,
        List<FileChange> changes,
        Optional<FileChange> standardInput,
        Concealment concealment) {

    /** The findings that are left and could be repaired, if more were allowed. */
    public int repairableLeft() {
        Set<String> foreign = after.accounting().foreignPaths();
        int count = 0;
        for (Finding finding : after.findings()) {
            boolean isAllowed = finding.fixes().stream().anyMatch(fix -> !fix.changesOneOf(foreign));
            if (isAllowed && !isRefused(finding)) {
                count++;
            }
        }
        return count;
    }

    /**
     * The exit status, by what the files hold in the end.
     *
     * @param written whether the changes were made
     */
    public int status(boolean written) {
        for (Refusal refusal : refused) {
            if (refusal.failed()) {
                return 2;
            }
        }
        return (written ? after : before).status();
    }

    private boolean isRefused(Finding finding) {
        for (Refusal refusal : refused) {
            Finding other = refusal.repair().finding();
            if (other.fingerprint().equals(finding.fingerprint())
                    && other.ruleId().equals(finding.ruleId())) {
                return true;
            }
        }
        return false;
    }

    /** All fixes that were applied. */
    public List<Fix> fixes() {
        return repaired.stream().map(Repair::fix).toList();
    }
}
