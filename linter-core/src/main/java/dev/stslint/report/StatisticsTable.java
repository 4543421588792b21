package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule speaks, by severity, the loudest first: for {@code --statistics}. */
public final class StatisticsTable {

    private static final int SUPPRESSED = Severity.values().length;
    private static final List<String> TITLES = List.of("ERRORS", "WARNINGS", "INFOS", "SUPPRESSED");

    private final Map<String, int[]> counts = new TreeMap<>();

    public StatisticsTable(LintReport report) {
        for (Finding finding : report.findings()) {
            count(finding, finding.severity().ordinal());
        }
        for (SuppressedFinding suppressed : report.suppressed()) {
            count(suppressed.finding(), SUPPRESSED);
        }
    }

    /**
     * Writes the table; nothing when nothing was found.
     *
     * @throws IOException when {@code out} does
     */
    public void write(Appendable out) throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        List<Map.Entry<String, int[]>> rows = new ArrayList<>(counts.entrySet());
        rows.sort(Comparator.comparing(row -> -loudness(row.getValue())));
        for (String title : TITLES) {
            out.append(" ".repeat(WIDTH - title.length())).append(title);
        }
        out.append("  RULE\n");
        for (Map.Entry<String, int[]> row : rows) {
            for (int count : row.getValue()) {
                String shown = count == 0 ? "-" : Integer.toString(count);
                out.append(" ".repeat(WIDTH - shown.length())).append(shown);
            }
            out.append("  ").append(row.getKey()).append('\n');
        }
    }

    private static final int WIDTH = 12;

    private void count(Finding finding, int column) {
        counts.computeIfAbsent(finding.ruleId(), id -> new int[SUPPRESSED + 1])[column]++;
    }

    private static int loudness(int[] row) {
        int all = 0;
        for (int i = 0; i < SUPPRESSED; i++) {
            all += row[i];
        }
        return all;
    }
}
