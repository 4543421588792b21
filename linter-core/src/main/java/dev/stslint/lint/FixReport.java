package dev.stslint.lint;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.FileChanges;
import dev.stslint.fix.FileChanges.Unwritten;
import dev.stslint.report.LintReport;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of repairing. Nothing is written yet.
 *
 * @param before what was found in the files as they are
 * @param after what is left to be found when the changes are made
 * @param repaired in the order in which they were repaired
 * @param refused repairs that cannot be made
 * @param changes what becomes of files on disk, by path
 * @param standardInput what becomes of standard input; empty when it was not asked for or could not be read
 */
public record FixReport(
        LintReport before,
        LintReport after,
        List<Repair> repaired,
        List<Refusal> refused,
        List<FileChange> changes,
        Optional<FileChange> standardInput) {

    /** A finding and the fix for it. */
    public record Repair(Finding finding, Fix fix) {

        boolean touches(SourceFile file) {
            for (TextEdit edit : fix.edits()) {
                if (edit.location().file().origin().equals(file.origin())) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A repair that was not made.
     *
     * @param reason fit for users
     * @param failed whether the job was not done as asked: a file that cannot be written, a fault of stslint. A repair that
     *     would only bring another finding is no failure
     */
    public record Refusal(Repair repair, String reason, boolean failed) {}

    /** Writes the changed files, and gives what came of it: what could not be written counts as refused. */
    public FixReport write() {
        List<Unwritten> unwritten =
                FileChanges.write(changes, repaired.stream().map(Repair::fix).toList());
        if (unwritten.isEmpty()) {
            return this;
        }
        List<Repair> made = new ArrayList<>();
        List<Refusal> left = new ArrayList<>(refused);
        for (Repair repair : repaired) {
            Optional<Unwritten> obstacle = unwritten.stream()
                    .filter(file -> repair.touches(file.change().before().file()))
                    .findFirst();
            if (obstacle.isEmpty()) {
                made.add(repair);
            } else {
                Unwritten file = obstacle.get();
                left.add(new Refusal(repair, "`" + file.change().path() + "` " + file.reason(), true));
            }
        }
        List<FileChange> written = new ArrayList<>(changes);
        unwritten.forEach(file -> written.remove(file.change()));
        boolean halves = left.stream().skip(refused.size()).anyMatch(refusal -> standardInput.isPresent()
                && refusal.repair().touches(standardInput.get().before().file()));
        return new FixReport(
                before,
                after,
                List.copyOf(made),
                List.copyOf(left),
                List.copyOf(written),
                halves
                        ? standardInput.map(change -> new FileChange(change.before(), change.before()))
                        : standardInput);
    }

    /** How many findings are left that could be repaired, if unsafe repairs were allowed. */
    public int unsafeLeft() {
        int count = 0;
        for (Finding finding : after.findings()) {
            count += finding.fixes().isEmpty() || isRefused(finding) ? 0 : 1;
        }
        return count;
    }

    /**
     * The exit status, by what the files hold afterwards.
     *
     * @param failOn the mildest severity that fails the run; empty: none does
     * @param written whether the changes were made
     */
    public int status(Optional<Severity> failOn, boolean written) {
        for (Refusal refusal : refused) {
            if (refusal.failed) {
                return 2;
            }
        }
        return (written ? after : before).status(failOn);
    }

    private boolean isRefused(Finding finding) {
        for (Refusal refusal : refused) {
            if (refusal.repair.finding.fingerprint().equals(finding.fingerprint())
                    && refusal.repair.finding.ruleId().equals(finding.ruleId())) {
                return true;
            }
        }
        return false;
    }
}
