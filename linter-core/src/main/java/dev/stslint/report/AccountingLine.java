package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.report.FileAccount.Outcome;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last line of a run, for standard error: what was found, in how much, and what was left out. The skipped are among
 * the files, since a file can be skipped with a finding; so are those that kustomizations take from elsewhere, and those that were read for
 * reference only.
 *
 * <pre>3 errors, 2 warnings in 14 files (52 objects; 1 file skipped: unrendered template)</pre>
 */
public final class AccountingLine {

    /** As many files are named; who wants all has the report. */
    private static final int MOST_NAMED = 5;

    private final LintReport report;

    public AccountingLine(LintReport report) {
        this.report = report;
    }

    /** The line, without a break at its end. */
    public String text() {
        return line(Counted.of(report.accounting().files().size(), "file"));
    }

    /**
     * The line for those who see nothing else of the run: how many of the files have findings, and below it which these are.
     *
     * <pre>
     * 3 errors, 2 warnings in 2 of 14 files (52 objects)
     * in k8s/queue.yaml, k8s/store.yaml
     * </pre>
     */
    public String textOfFindings() {
        Set<String> found = new LinkedHashSet<>();
        for (Finding finding : report.findings()) {
            found.add(finding.location().file().path());
        }
        int files = Math.max(report.accounting().files().size(), found.size());
        StringBuilder text = new StringBuilder(line(
                found.size() == files ? Counted.of(files, "file") : found.size() + " of " + Counted.of(files, "file")));
        int named = 0;
        for (String path : found) {
            if (named == MOST_NAMED) {
                text.append(" and ").append(found.size() - named).append(" more");
                break;
            }
            text.append(named == 0 ? "\nin " : ", ").append(HarmlessText.of(path));
            named++;
        }
        return text.toString();
    }

    private String line(String files) {
        Accounting accounting = report.accounting();
        StringBuilder line = new StringBuilder(96);
        append(line, report.count(Severity.ERROR), "error");
        append(line, report.count(Severity.WARNING), "warning");
        append(line, report.count(Severity.INFO), "info");
        if (line.isEmpty()) {
            line.append("no findings");
        }
        line.append(" in ").append(files);
        line.append(" (").append(Counted.of(accounting.objects(), "object"));
        appendSuppressed(line);
        appendDocuments(line, Outcome.NOT_KUBERNETES);
        appendDocuments(line, Outcome.BROKEN);
        appendTaken(line);
        appendForReference(line);
        appendSkipped(line);
        return line.append(')').toString();
    }

    /** The line with the milliseconds that the run took, as it is shown on a terminal. */
    public String text(long millis) {
        return text() + " in " + shown(millis);
    }

    private static void append(StringBuilder line, int count, String noun) {
        if (count > 0) {
            line.append(line.isEmpty() ? "" : ", ").append(Counted.of(count, noun));
        }
    }

    private void appendSuppressed(StringBuilder line) {
        int known = 0;
        for (SuppressedFinding finding : report.suppressed()) {
            known += finding.kind() == SuppressedFinding.Kind.EXTERNAL ? 1 : 0;
        }
        int suppressed = report.suppressed().size() - known;
        if (suppressed > 0) {
            line.append("; ").append(Counted.of(suppressed, "finding")).append(" suppressed");
        }
        if (known > 0) {
            line.append("; ").append(Counted.of(known, "finding")).append(" in the baseline");
        }
        int outside = report.accounting().outside().size();
        if (outside > 0) {
            line.append("; ").append(Counted.of(outside, "finding")).append(" outside the change");
        }
    }

    private void appendDocuments(StringBuilder line, Outcome outcome) {
        int count = report.accounting().documents(outcome);
        if (count > 0) {
            line.append("; ")
                    .append(Counted.of(count, "document"))
                    .append(' ')
                    .append(Counted.agreeing(count, outcome));
        }
    }

    private void appendTaken(StringBuilder line) {
        int count = report.accounting().filesTaken();
        if (count > 0) {
            line.append("; ").append(Counted.of(count, "file")).append(" taken from elsewhere");
        }
    }

    private void appendForReference(StringBuilder line) {
        int count = report.accounting().filesForReference();
        if (count > 0) {
            line.append("; ").append(Counted.of(count, "file")).append(" read for reference only");
        }
    }

    /** {@code 3 files skipped: 2 unrendered template, 1 too large}; one reason needs no number. */
    private void appendSkipped(StringBuilder line) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (FileAccount file : report.accounting().files()) {
            if (!file.isRead()) {
                Integer before = reasons.get(file.skipped());
                reasons.put(file.skipped(), before == null ? 1 : before + 1);
            }
        }
        if (reasons.isEmpty()) {
            return;
        }
        line.append("; ")
                .append(Counted.of(report.accounting().filesSkipped(), "file"))
                .append(" skipped: ");
        String separator = "";
        for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
            line.append(separator);
            if (reasons.size() > 1) {
                line.append(reason.getValue()).append(' ');
            }
            line.append(HarmlessText.of(reason.getKey()));
            separator = ", ";
        }
    }

    private static String shown(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        return millis / 60_000 + " min " + millis % 60_000 / 1000 + " s";
    }
}
