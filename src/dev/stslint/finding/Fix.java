package dev.stslint.finding;

import java.util.List;

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

    public static Fix safe(String title, TextEdit... edits) {
        return new Fix(title, Applicability.SAFE, List.of(edits));
    }

    public static Fix unsafe(String title, TextEdit... edits) {
        return new Fix(title, Applicability.UNSAFE, List.of(edits));
    }
}
