package dev.stslint.rule;

import java.util.Locale;

/** Which rules are on, each profile holding the one before it. */
public enum Profile {
    /** Mistakes only: the default. */
    RECOMMENDED,
    /** Also advice that many teams do not want. */
    STRICT,
    /** Also rules in preview. */
    ALL;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    public boolean holds(Profile smallest) {
        return compareTo(smallest) >= 0;
    }
}
