package dev.stslint.report;

import dev.stslint.finding.Finding;
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
 */
record ReportedFile(String path, Optional<FileAccount> account, List<Finding> findings) {

    /** Every file of a report, clean ones included, by path. */
    static List<ReportedFile> of(LintReport report) {
        Map<String, ReportedFile> files = new TreeMap<>();
        for (FileAccount account : report.accounting().files()) {
            files.put(account.path(), new ReportedFile(account.path(), Optional.of(account), new ArrayList<>(0)));
        }
        for (Finding finding : report.findings()) {
            String path = finding.location().file().path();
            if (!files.containsKey(path)) {
                files.put(path, new ReportedFile(path, Optional.empty(), new ArrayList<>(1)));
            }
            files.get(path).findings.add(finding);
        }
        return List.copyOf(files.values());
    }

    /** Why it was not read; empty when it was. */
    String skipped() {
        return account.isPresent() ? account.get().skipped() : "";
    }
}
