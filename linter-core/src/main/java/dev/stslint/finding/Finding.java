package dev.stslint.finding;

import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user gets. Made by the engine only.
 *
 * @param ruleId the rule that speaks
 * @param severity after tiers, versions and the user's settings
 * @param object {@code Kind/namespace/name} as written in the source, {@code -} where no namespace is written; empty for
 *     a finding outside of objects; secrets in names are masked, here and in the path
 * @param fieldPath the way to the place inside the object; empty for the object itself
 * @param location what to underline
 * @param message one line that stands alone
 * @param label why it matters at the place; may be empty
 * @param notes facts
 * @param help what to do; may be empty
 * @param related other places
 * @param fixes repairs, the preferred one first
 * @param fingerprint what identifies the finding across edits
 */
public record Finding(
        String ruleId,
        Severity severity,
        String object,
        String fieldPath,
        Location location,
        String message,
        String label,
        List<String> notes,
        String help,
        List<Related> related,
        List<Fix> fixes,
        Fingerprint fingerprint)
        implements Comparable<Finding> {

    /** The same with one more fact. */
    public Finding withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Finding(
                ruleId,
                severity,
                object,
                fieldPath,
                location,
                message,
                label,
                List.copyOf(more),
                help,
                related,
                fixes,
                fingerprint);
    }

    /** The same in other words. */
    public Finding withMessage(String words) {
        return new Finding(
                ruleId, severity, object, fieldPath, location, words, label, notes, help, related, fixes, fingerprint);
    }

    /** By place, then by rule, then by message: the order of every report. */
    @Override
    public int compareTo(Finding other) {
        int order = location.compareTo(other.location);
        if (order == 0) {
            order = ruleId.compareTo(other.ruleId);
        }
        return order != 0 ? order : message.compareTo(other.message);
    }
}
