package dev.stslint.finding;

import java.util.Locale;

/** The mildest severity that fails a run. */
public enum Threshold {
    ERROR,
    WARNING,
    INFO,
    /** No finding fails the run. */
    NEVER;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The word in options and configuration. */
    public String id() {
        return id;
    }

    public boolean isReachedBy(Severity severity) {
        return severity.ordinal() <= ordinal() && this != NEVER;
    }
}
