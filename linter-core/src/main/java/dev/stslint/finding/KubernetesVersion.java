package dev.stslint.finding;

import dev.stslint.source.Ascii;
import java.util.Optional;

/**
 * A minor release of Kubernetes 1.
 *
 * @param minor 31 for 1.31
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {

    /** Reads {@code 1.34}; a patch number or a leading {@code v} is accepted and dropped. */
    public static Optional<KubernetesVersion> parse(String text) {
        String digits = text.startsWith("v") ? text.substring(1) : text;
        if (!digits.startsWith("1.")) {
            return Optional.empty();
        }
        int end = digits.indexOf('.', 2);
        String minor = end < 0 ? digits.substring(2) : digits.substring(2, end);
        if (minor.isEmpty()
                || minor.length() > 3
                || !Ascii.isDigits(minor)
                || (end >= 0 && !Ascii.isDigits(digits.substring(end + 1)))) {
            return Optional.empty();
        }
        return Optional.of(new KubernetesVersion(Integer.parseInt(minor)));
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public int hashCode() {
        return minor;
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}
