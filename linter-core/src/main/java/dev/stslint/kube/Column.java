package dev.stslint.kube;

import java.util.Locale;

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

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

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

    /** The column that a line of the table starts with. */
    static Column parse(String word) {
        for (Column column : values()) {
            if (column.word.equals(word)) {
                return column;
            }
        }
        throw new IllegalArgumentException("no column `" + word + "`");
    }
}
