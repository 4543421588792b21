package dev.stslint.finding;

import java.util.Locale;

/** How much a finding matters, the gravest first. */
public enum Severity {
    /** The API server rejects it, or it can never do what it says, whatever the cluster. */
    ERROR,
    /** Accepted, but it breaks, hangs or loses data in a situation that real clusters meet. */
    WARNING,
    /** Advice, or true but harmless here. */
    INFO;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@code error}, {@code warning} or {@code info}: the word in reports, options and configuration. */
    public String id() {
        return id;
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The milder of the two. */
    public Severity atMost(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
