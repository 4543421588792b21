package dev.stslint.lint;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Repair;
import dev.stslint.fix.FileChanges;
import dev.stslint.fix.FileChanges.Unwritten;
import dev.stslint.report.FixReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what repairs make of files, and takes back from their report what cannot be written. */
final class FixWriter {

    private FixWriter() {}

    static FixReport write(FixReport report) {
        List<Unwritten> unwritten = FileChanges.write(report.changes(), report.fixes());
        if (unwritten.isEmpty()) {
            return report;
        }
        List<Repair> made = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(report.refused());
        Optional<FileChange> standardInput = report.standardInput();
        for (Repair repair : report.repaired()) {
            Optional<Unwritten> obstacle = obstacle(repair, unwritten);
            if (obstacle.isEmpty()) {
                made.add(repair);
                continue;
            }
            String reason =
                    "`" + obstacle.get().change().path() + "` " + obstacle.get().reason();
            refused.add(new Refusal(repair, reason, true));
            if (standardInput.isPresent()
                    && repair.touches(standardInput.get().before().file())) {
                standardInput = Optional.of(new FileChange(
                        standardInput.get().before(), standardInput.get().before()));
            }
        }
        List<FileChange> written = new ArrayList<>(report.changes());
        for (Unwritten file : unwritten) {
            written.remove(file.change());
        }
        return new FixReport(
                report.before(),
                report.after(),
                List.copyOf(made),
                List.copyOf(refused),
                List.copyOf(written),
                standardInput,
                report.concealment());
    }

    private static Optional<Unwritten> obstacle(Repair repair, List<Unwritten> unwritten) {
        for (Unwritten file : unwritten) {
            if (repair.touches(file.change().before().file())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
