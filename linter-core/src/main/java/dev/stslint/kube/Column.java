package dev.stslint.kube;

/** The kinds of facts in the image table; the table's head says what each means. */
enum Column {
    BOOTSTRAP,
    CONFIG,
    DATA,
    JOINS,
    MAJORITY,
    MEMBER_ID,
    ORDERED,
    POLICY,
    REBUILDABLE,
    REFUSES,
    REPLICAS,
    REPLICATION,
    SECRET,
    SERVER,
    SETTING,
    TOOL,
    USER,
    VERSION,
    VOLUME;

    /** Whether such a fact can only keep a rule from speaking, so that it counts without having been verified. */
    boolean onlySilences() {
        return switch (this) {
            case CONFIG, REBUILDABLE, REPLICATION, SERVER, TOOL, VERSION -> true;
            default -> false;
        };
    }

    /** Whether it says something about the directories of one version. */
    boolean isAboutData() {
        return this == DATA || this == VOLUME || this == REFUSES;
    }
}
