package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file, or a directory that could not be listed, with all that is said about it.
 *
 * @param account what became of it; empty where a finding stands on something that is no input, as on a chart
 * @param findings in the order of their places
 * @param suppressed those that somebody has set aside, in the order of their places
 */
record ReportedFile(
        String path, Optional<FileAccount> account, List<Finding> findings, List<SuppressedFinding> suppressed) {

    /** Every file of a report, clean ones included, by path. */
    static List<ReportedFile> of(LintReport report) {
        Map<String, ReportedFile> files = new TreeMap<>();
        for (FileAccount account : report.accounting().files()) {
            files.put(account.path(), of(account.path(), Optional.of(account)));
        }
        for (Finding finding : report.findings()) {
            holding(finding, files).findings.add(finding);
        }
        for (SuppressedFinding suppressed : report.suppressed()) {
            holding(suppressed.finding(), files).suppressed.add(suppressed);
        }
        return List.copyOf(files.values());
    }

    private static ReportedFile of(String path, Optional<FileAccount> account) {
        return new ReportedFile(path, account, new ArrayList<>(0), new ArrayList<>(0));
    }

    private static ReportedFile holding(Finding finding, Map<String, ReportedFile> files) {
        String path = finding.location().file().path();
        if (!files.containsKey(path)) {
            files.put(path, of(path, Optional.empty()));
        }
        return files.get(path);
    }

    /** Why no findings in it are reported; empty when they are. */
    String unlinted() {
        if (account.isEmpty() || account.get().isLinted()) {
            return "";
        }
        return account.get().isRead()
                ? "read for reference only"
                : account.get().skipped();
    }
}
