package dev.stslint.finding;

import java.util.Optional;

/** Kubernetes minors from {@code oldest} to {@code newest}, both included. */
public record VersionRange(KubernetesVersion oldest, KubernetesVersion newest) {

    /** The releases this version of stslint knows: the default target. */
    public static final VersionRange SUPPORTED = of(31, 36);

    public VersionRange {
        if (oldest.compareTo(newest) > 0) {
            throw new IllegalArgumentException("an empty range: " + oldest + ".." + newest);
        }
    }

    /** From one minor to another, as {@code of(31, 36)} for 1.31 to 1.36. */
    public static VersionRange of(int oldestMinor, int newestMinor) {
        return new VersionRange(new KubernetesVersion(oldestMinor), new KubernetesVersion(newestMinor));
    }

    /** Every release up to and including 1.{@code minor}. */
    public static VersionRange upTo(int minor) {
        return of(0, minor);
    }

    /** 1.{@code minor} and every later release. */
    public static VersionRange since(int minor) {
        return of(minor, 999);
    }

    /** Reads {@code 1.34} or {@code 1.31..1.36}. */
    public static Optional<VersionRange> parse(String text) {
        int dots = text.indexOf("..");
        Optional<KubernetesVersion> oldest = KubernetesVersion.parse(dots < 0 ? text : text.substring(0, dots));
        Optional<KubernetesVersion> newest = dots < 0 ? oldest : KubernetesVersion.parse(text.substring(dots + 2));
        if (oldest.isEmpty() || newest.isEmpty() || oldest.get().compareTo(newest.get()) > 0) {
            return Optional.empty();
        }
        return Optional.of(new VersionRange(oldest.get(), newest.get()));
    }

    public boolean covers(VersionRange other) {
        return oldest.compareTo(other.oldest) <= 0 && newest.compareTo(other.newest) >= 0;
    }

    /** The releases in both; empty when there is none. */
    public Optional<VersionRange> intersection(VersionRange other) {
        KubernetesVersion from = oldest.compareTo(other.oldest) >= 0 ? oldest : other.oldest;
        KubernetesVersion to = newest.compareTo(other.newest) <= 0 ? newest : other.newest;
        return from.compareTo(to) <= 0 ? Optional.of(new VersionRange(from, to)) : Optional.empty();
    }

    @Override
    public String toString() {
        return oldest.equals(newest) ? oldest.toString() : oldest + ".." + newest;
    }
}
