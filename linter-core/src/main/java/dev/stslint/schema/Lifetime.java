package dev.stslint.schema;

import dev.stslint.finding.KubernetesVersion;
import dev.stslint.finding.VersionRange;
import java.util.Optional;

/**
 * The releases that have a kind, a field or a value, as far as the table reaches back.
 *
 * @param since the first minor; 0 when the oldest release of the table has it already
 * @param until the last minor; 999 when the newest has it still
 */
public record Lifetime(int since, int until) {

    static final Lifetime ALWAYS = new Lifetime(0, 999);

    /** The releases that the table tells apart. Older ones are judged as its oldest, newer ones as its newest. */
    private static final VersionRange KNOWN = VersionRange.SUPPORTED;

    /** Reads {@code 34-}, {@code -33} or {@code 33-35}. */
    static Lifetime parse(String word) {
        int dash = word.indexOf('-');
        return new Lifetime(
                dash == 0 ? 0 : Integer.parseInt(word.substring(0, dash)),
                dash == word.length() - 1 ? 999 : Integer.parseInt(word.substring(dash + 1)));
    }

    boolean isAlways() {
        return since == 0 && until == 999;
    }

    boolean covers(VersionRange targets) {
        return isAlways() || gap(targets).isEmpty();
    }

    /**
     * The target releases that do not have it: those before its first, else those behind its last; empty when all have it.
     */
    public Optional<VersionRange> gap(VersionRange targets) {
        int oldest = clamp(targets.oldest());
        int newest = clamp(targets.newest());
        if (oldest < since) {
            return Optional.of(VersionRange.upTo(since - 1));
        }
        return newest > until ? Optional.of(VersionRange.since(until + 1)) : Optional.empty();
    }

    private static int clamp(KubernetesVersion version) {
        return Math.max(KNOWN.oldest().minor(), Math.min(KNOWN.newest().minor(), version.minor()));
    }

    /** {@code since 1.34}, {@code up to 1.33} or {@code from 1.33 to 1.35}. */
    public String words() {
        if (since > 0 && until < 999) {
            return since == until ? "in 1." + since + " only" : "from 1." + since + " to 1." + until;
        }
        return since > 0 ? "since 1." + since : "up to 1." + until;
    }
}
