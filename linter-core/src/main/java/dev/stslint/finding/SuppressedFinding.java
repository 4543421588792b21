package dev.stslint.finding;

import dev.stslint.source.Location;

/**
 * A finding that somebody has set aside. It fails no run; reports that keep a record show it with what was said about it.
 *
 * @param justification the reason that was given, in the words of who gave it; may be empty
 * @param place where it was set aside
 */
public record SuppressedFinding(Finding finding, Kind kind, String justification, Location place) {

    /** Where a finding was set aside. */
    public enum Kind {
        /** By a comment or annotation in the manifests. */
        IN_SOURCE,
        /** In a file of its own. */
        EXTERNAL
    }
}
