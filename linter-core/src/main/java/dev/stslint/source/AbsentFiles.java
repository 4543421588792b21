package dev.stslint.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are found as though they were on disk: deleted ones that an earlier version of the input has, or ones that a
 * repository holds and nobody has checked out.
 */
public final class AbsentFiles {

    /** Nothing but what is on disk. */
    public static final AbsentFiles NONE = new AbsentFiles(Map.of());

    /** For each directory the names in it, and whether a name is a directory's. */
    private final Map<String, Map<String, Boolean>> namesByDirectory;

    private AbsentFiles(Map<String, Map<String, Boolean>> namesByDirectory) {
        this.namesByDirectory = namesByDirectory;
    }

    /**
     * Some files.
     *
     * @param files the paths that they would have, without links on the way
     */
    public static AbsentFiles of(Collection<Path> files) {
        Map<String, Map<String, Boolean>> names = new HashMap<>();
        for (Path file : files) {
            boolean isDirectory = false;
            for (Path path = file; path.getParent() != null; path = path.getParent()) {
                names.computeIfAbsent(IgnoreScope.slashed(path.getParent()), key -> new TreeMap<>())
                        .putIfAbsent(String.valueOf(path.getFileName()), isDirectory);
                isDirectory = true;
            }
        }
        return names.isEmpty() ? NONE : new AbsentFiles(names);
    }

    /**
     * The names of absent files in a directory, and of the directories that lead to some, which may exist; whether a name is
     * a directory's.
     *
     * @param directory its real path, {@code /} between its parts
     */
    Map<String, Boolean> in(String directory) {
        return namesByDirectory.getOrDefault(directory, Map.of());
    }

    /** Whether there would be such a directory. */
    boolean holdsDirectory(String directory) {
        return namesByDirectory.containsKey(directory);
    }

    /** Whether there would be such a file. */
    boolean holdsFile(Path file) {
        Path parent = file.getParent();
        return parent != null
                && Boolean.FALSE.equals(in(IgnoreScope.slashed(parent)).get(String.valueOf(file.getFileName())));
    }
}
