package dev.stslint.source;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Shown paths as they are seen from another directory than the one that a run started in. */
public final class RelativePaths {

    private final Path start;
    private final Path directory;

    /**
     * A view from a directory.
     *
     * @param start what shown paths are relative to
     * @param directory what they shall be relative to
     */
    public RelativePaths(Path start, Path directory) {
        this.start = start.toAbsolutePath().normalize();
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** A shown path as seen from there, with {@code /} between its parts; the same where there is no way. */
    public String of(String shown) {
        if (start.equals(directory)) {
            return shown;
        }
        try {
            Path path = start.resolve(shown).normalize();
            return directory.relativize(path).toString().replace(File.separatorChar, '/');
        } catch (IllegalArgumentException e) {
            return shown;
        }
    }

    /** Where a path that is seen from there leads. */
    public Path resolve(String seen) throws InvalidPathException {
        return directory.resolve(seen).normalize();
    }
}
