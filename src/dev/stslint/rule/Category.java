package dev.stslint.rule;

import java.util.Locale;

/** What a rule is about; users select by it. */
public enum Category {
    IDENTITY("names, DNS and the governing Service"),
    STORAGE("volumes and claims"),
    WORKLOAD("the right controller"),
    AVAILABILITY("disruption, quorum and probes"),
    ROLLOUT("updates and start order"),
    ENVIRONMENT("environment variables and configuration references"),
    SECRETS("credentials that stand in the open"),
    API("fields, values and API versions"),
    YAML("what stands in the file"),
    HYGIENE("what general linters check too"),
    ENGINE("stslint itself");

    private final String id = name().toLowerCase(Locale.ROOT);
    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** The word in options and reports. */
    public String id() {
        return id;
    }

    /** A few words for tables. */
    public String title() {
        return title;
    }
}
