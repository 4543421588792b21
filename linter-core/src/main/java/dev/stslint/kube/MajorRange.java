package dev.stslint.kube;

import java.util.List;
import java.util.Set;

/**
 * Major versions of a tag that a fact holds for.
 *
 * @param from the first
 * @param below the first that is too new
 */
record MajorRange(int from, int below) {

    static final MajorRange ALL = new MajorRange(0, Integer.MAX_VALUE);

    /** Reads {@code >=2}, {@code <3} or both. */
    static MajorRange parse(List<String> words) {
        int from = ALL.from;
        int below = ALL.below;
        for (String word : words) {
            if (word.startsWith(">=")) {
                from = Integer.parseInt(word.substring(2));
            } else if (word.startsWith("<")) {
                below = Integer.parseInt(word.substring(1));
            } else {
                throw new IllegalArgumentException("no version range: " + word);
            }
        }
        return new MajorRange(from, below);
    }

    boolean contains(int major) {
        return major >= from && major < below;
    }

    boolean isEverything() {
        return from == ALL.from && below == ALL.below;
    }

    /** Adds the versions at which something changes. */
    void addBoundsTo(Set<Integer> majors) {
        majors.add(from);
        if (below != ALL.below) {
            majors.add(below);
        }
    }
}
