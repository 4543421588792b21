package dev.stslint.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one {@code .gitignore}. Plain names and paths are looked up, only wildcards are tried one by one, so a
 * long list of names costs no more than a short one.
 */
final class IgnoreRules {

    /** What one line says. */
    private record Line(int order, boolean negated, boolean directoriesOnly, boolean byName, PathPattern pattern) {

        boolean isFor(boolean directory) {
            return directory || !directoriesOnly;
        }
    }

    /** What the lines say about an entry. */
    enum Verdict {
        IGNORED,
        KEPT,
        SILENT
    }

    private final Map<String, List<Line>> names = new HashMap<>();
    private final Map<String, List<Line>> paths = new HashMap<>();
    private final List<Line> wildcards = new ArrayList<>();

    private IgnoreRules() {}

    /** Reads the content of a {@code .gitignore}. */
    static IgnoreRules parse(String text) {
        IgnoreRules rules = new IgnoreRules();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int order = 0; start < text.length(); order++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            int stop = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            if (stop > start && text.charAt(start) != '#') {
                rules.add(order, withoutTrailingSpaces(text.substring(start, stop)));
            }
            start = end + 1;
        }
        return rules;
    }

    boolean isEmpty() {
        return names.isEmpty() && paths.isEmpty() && wildcards.isEmpty();
    }

    /**
     * What the last line that matches says.
     *
     * @param path a path that ends with the entry
     * @param base where in {@code path} the part below the file's directory begins
     * @param name where in {@code path} its last part begins
     */
    Verdict verdict(String path, int base, int name, boolean directory) {
        Line last = names.isEmpty() ? null : lastFor(names.get(path.substring(name)), directory);
        if (!paths.isEmpty()) {
            Line other = lastFor(paths.get(path.substring(base)), directory);
            if (other != null && (last == null || other.order > last.order)) {
                last = other;
            }
        }
        for (int i = wildcards.size() - 1; i >= 0; i--) {
            Line line = wildcards.get(i);
            if (last != null && line.order < last.order) {
                break;
            }
            if (line.isFor(directory) && line.pattern.matches(path, line.byName ? name : base)) {
                last = line;
                break;
            }
        }
        if (last == null) {
            return Verdict.SILENT;
        }
        return last.negated ? Verdict.KEPT : Verdict.IGNORED;
    }

    private void add(int order, String text) {
        boolean negated = text.startsWith("!");
        int start = negated ? 1 : 0;
        boolean directoriesOnly = text.length() > start && text.endsWith("/");
        int end = directoriesOnly ? text.length() - 1 : text.length();
        String pattern = text.substring(start, end);
        boolean byName = pattern.indexOf('/') < 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        if (pattern.isEmpty()) {
            return;
        }
        Line line = new Line(order, negated, directoriesOnly, byName, new PathPattern(pattern));
        if (PathPattern.isWild(pattern)) {
            wildcards.add(line);
        } else {
            (byName ? names : paths)
                    .computeIfAbsent(pattern, key -> new ArrayList<>(1))
                    .add(line);
        }
    }

    private static @Nullable Line lastFor(@Nullable List<Line> lines, boolean directory) {
        if (lines != null) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).isFor(directory)) {
                    return lines.get(i);
                }
            }
        }
        return null;
    }

    /** Without the spaces at its end, but for one that a backslash protects. Tabs stay. */
    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        int backslashes = 0;
        while (backslashes < end && line.charAt(end - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return line.substring(0, backslashes % 2 == 1 && end < line.length() ? end + 1 : end);
    }
}
