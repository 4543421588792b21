package dev.stslint.yaml;

/**
 * Counts the nodes of a document as if every alias were replaced by what it stands for, without replacing any. Besides
 * our own limit it knows go-yaml's: once a document has a thousand nodes, at most 99 % of them may come from aliases,
 * and of four million only 10 %.
 */
final class AliasBudget {

    private static final long LOW = 400_000;
    private static final long HIGH = 4_000_000;

    private final long limit;

    /** Starts with the document itself, which go-yaml counts too. */
    private long expanded = 1;

    private long aliased;

    AliasBudget(long limit) {
        this.limit = limit;
    }

    void addNode() {
        expanded++;
    }

    /** Adds an alias and all that it stands for; answers whether that is still within the limits. */
    boolean addAlias(long weight) {
        expanded += 1 + weight;
        aliased += weight;
        if (expanded > limit) {
            return false;
        }
        return aliased <= 100 || expanded <= 1000 || (double) aliased / expanded <= allowedShare();
    }

    long expanded() {
        return expanded;
    }

    long expandedSince(long earlier) {
        return expanded - earlier;
    }

    private double allowedShare() {
        if (expanded <= LOW) {
            return 0.99;
        }
        return expanded >= HIGH ? 0.10 : 0.99 - 0.89 * (double) (expanded - LOW) / (HIGH - LOW);
    }
}
