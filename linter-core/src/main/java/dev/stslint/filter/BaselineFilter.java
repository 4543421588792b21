package dev.stslint.filter;

import dev.stslint.filter.FilteredFindings.Complaint;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.source.RelativePaths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the findings that a baseline holds. Each entry is good for one finding: one in the same file first, then, for
 * files that were renamed or moved, one in another.
 */
public final class BaselineFilter {

    /** The rule of an engine failure, which nobody can set aside. */
    static final String INTERNAL_ERROR = "internal-error";

    private static final String JUSTIFICATION = "in the baseline";

    private final Baseline baseline;
    private final RelativePaths paths;
    private final Predicate<BaselineEntry> isMoved;
    private final Predicate<BaselineEntry> isSeen;

    /**
     * A filter for one run.
     *
     * @param paths as seen from the baseline
     * @param isMoved whether the file of an entry is not among those that were read
     * @param isSeen whether a finding that matches an entry would have been found, if there were one
     */
    public BaselineFilter(
            Baseline baseline, RelativePaths paths, Predicate<BaselineEntry> isMoved, Predicate<BaselineEntry> isSeen) {
        this.baseline = baseline;
        this.paths = paths;
        this.isMoved = isMoved;
        this.isSeen = isSeen;
    }

    /** Applies the baseline to what is reported otherwise. */
    public FilteredFindings apply(List<Finding> findings) {
        Map<String, Deque<BaselineEntry>> byFile = new HashMap<>();
        for (BaselineEntry entry : baseline.entries()) {
            byFile.computeIfAbsent(entry.path() + ' ' + entry.fingerprint(), key -> new ArrayDeque<>(1))
                    .add(entry);
        }
        IdentityHashMap<Finding, BaselineEntry> matched = new IdentityHashMap<>();
        Set<BaselineEntry> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Finding finding : findings) {
            String path = paths.of(finding.location().file().path());
            Deque<BaselineEntry> same =
                    byFile.get(path + ' ' + finding.fingerprint().moved());
            take(finding, same, matched, used);
        }
        matchMoved(findings, matched, used);
        List<Finding> kept = new ArrayList<>(findings.size());
        List<SuppressedFinding> known = new ArrayList<>();
        for (Finding finding : findings) {
            BaselineEntry entry = matched.get(finding);
            if (entry == null) {
                kept.add(finding);
            } else {
                known.add(
                        new SuppressedFinding(finding, SuppressedFinding.Kind.EXTERNAL, JUSTIFICATION, entry.place()));
            }
        }
        return new FilteredFindings(kept, known, stale(used));
    }

    /** Outside of objects only the file tells findings apart, so there it must be gone for another to take its place. */
    private void matchMoved(
            List<Finding> findings, IdentityHashMap<Finding, BaselineEntry> matched, Set<BaselineEntry> used) {
        Map<String, Deque<BaselineEntry>> left = new HashMap<>();
        for (BaselineEntry entry : baseline.entries()) {
            if (!used.contains(entry) && (!entry.object().isEmpty() || isMoved.test(entry))) {
                left.computeIfAbsent(entry.fingerprint(), key -> new ArrayDeque<>(1))
                        .add(entry);
            }
        }
        for (Finding finding : findings) {
            if (!matched.containsKey(finding)) {
                take(finding, left.get(finding.fingerprint().moved()), matched, used);
            }
        }
    }

    private static void take(
            Finding finding,
            @Nullable Deque<BaselineEntry> entries,
            IdentityHashMap<Finding, BaselineEntry> matched,
            Set<BaselineEntry> used) {
        if (entries != null && !entries.isEmpty() && canBeKnown(finding.ruleId())) {
            BaselineEntry entry = entries.remove();
            matched.put(finding, entry);
            used.add(entry);
        }
    }

    /** Whether findings of a rule may be set aside: not those that say that a run was not done in full. */
    public static boolean canBeKnown(String ruleId) {
        return !ruleId.equals(INTERNAL_ERROR) && !ruleId.equals(SuppressionRules.STALE.id());
    }

    private List<Complaint> stale(Set<BaselineEntry> used) {
        List<Complaint> complaints = new ArrayList<>(0);
        for (BaselineEntry entry : baseline.entries()) {
            if (!used.contains(entry) && isSeen.test(entry)) {
                String whose = entry.object().isEmpty() ? "" : " on `" + entry.object() + "`";
                Problem problem = Problem.at(entry::place, "`" + entry.ruleId() + "` in `" + entry.path() + "` is gone")
                        .label("nothing" + whose + " matches this any more")
                        .help("delete the line, or run `stslint baseline` again");
                complaints.add(
                        new Complaint(SuppressionRules.STALE, problem, entry.path() + ' ' + entry.fingerprint()));
            }
        }
        return complaints;
    }
}
