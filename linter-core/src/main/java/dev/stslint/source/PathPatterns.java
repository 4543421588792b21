package dev.stslint.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Patterns over the files below a directory, as {@code .gitignore} has them: {@code *} stops at slashes and {@code **} does
 * not, a pattern without a slash is about names at any depth, and one that matches a directory is about all that is in it.
 */
public final class PathPatterns {

    private final Path base;
    private final Path workingDirectory;
    private final List<PathPattern> patterns;

    /**
     * Patterns.
     *
     * @param base the directory that they start from
     * @param workingDirectory what shown paths are relative to
     */
    public PathPatterns(Path base, Path workingDirectory, List<String> patterns) {
        this.base = base.toAbsolutePath().normalize();
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        List<PathPattern> parsed = new ArrayList<>(patterns.size());
        for (String pattern : patterns) {
            parsed.add(new PathPattern(anchored(pattern)));
        }
        this.patterns = List.copyOf(parsed);
    }

    /** Why a pattern cannot be read, so that it matches nothing; empty when it can. */
    public static Optional<String> fault(String pattern) {
        return new PathPattern(anchored(pattern)).fault();
    }

    /**
     * Whether one of them is about a file.
     *
     * @param shown in the form of {@link SourceFile#path()}
     */
    public boolean match(String shown) {
        String path;
        try {
            Path file = workingDirectory.resolve(shown).normalize();
            if (!file.startsWith(base)) {
                return false;
            }
            path = base.relativize(file).toString().replace(base.getFileSystem().getSeparator(), "/");
        } catch (InvalidPathException e) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String part = path.substring(0, end);
            for (PathPattern pattern : patterns) {
                if (pattern.matches(part, 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String anchored(String pattern) {
        String whole = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        if (whole.startsWith("./")) {
            whole = whole.substring(1);
        }
        if (whole.startsWith("/")) {
            return whole.substring(1);
        }
        return whole.indexOf('/') < 0 ? "**/" + whole : whole;
    }
}
