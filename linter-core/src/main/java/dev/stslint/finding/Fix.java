package dev.stslint.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A repair that a machine can make, applied as a whole or not at all.
 *
 * @param title what it does, as an order: "rename `serviceName` to `db`"
 * @param edits in any order, not overlapping
 */
public record Fix(String title, Applicability applicability, List<TextEdit> edits) {

    public Fix {
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a fix without edits: " + title);
        }
    }

    /** Whether it changes one of the files of some paths. */
    public boolean changesOneOf(Set<String> paths) {
        for (TextEdit edit : edits) {
            if (paths.contains(edit.location().file().path())) {
                return true;
            }
        }
        return false;
    }

    public static Fix safe(String title, TextEdit... edits) {
        return new Fix(title, Applicability.SAFE, List.of(edits));
    }

    /** The fix that an edit makes, when there is one. */
    public static Optional<Fix> unsafe(String title, Optional<TextEdit> edit) {
        return edit.isPresent() ? Optional.of(unsafe(title, edit.get())) : Optional.empty();
    }

    public static Fix unsafe(String title, TextEdit... edits) {
        return new Fix(title, Applicability.UNSAFE, List.of(edits));
    }
}
