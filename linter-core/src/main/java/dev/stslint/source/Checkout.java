package dev.stslint.source;

import java.io.File;
import java.util.Optional;

/** The checkout of a repository that files lie in. */
public final class Checkout {

    private Checkout() {}

    /** Its root: the nearest directory at or above a place that holds {@code .git}, which in a worktree is a file. */
    public static Optional<File> rootAbove(File place) {
        for (File directory = place; directory != null; directory = directory.getParentFile()) {
            if (new File(directory, ".git").exists()) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }
}
