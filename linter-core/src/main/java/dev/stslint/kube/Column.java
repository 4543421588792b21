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
    VOLUME
}
