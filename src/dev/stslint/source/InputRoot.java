package dev.stslint.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A directory that the user named, or the part of a glob before its first wildcard.
 *
 * @param directory where it is
 * @param real its real path, {@code /} between its parts and none at its end
 * @param shown in the form of {@link SourceFile#directory()}
 * @param globs what is wanted below it; none: everything
 * @param spelled the directory names that the globs spell out, and so name
 * @param depth how many levels below it the globs can match
 */
record InputRoot(Path directory, String real, String shown, List<PathPattern> globs, Set<String> spelled, int depth) {

    static InputRoot of(Path directory, String real, String shown) {
        return new InputRoot(directory, real, shown, List.of(), Set.of(), Integer.MAX_VALUE);
    }

    /** Where in the real path of an entry the part below this directory begins. */
    int base() {
        return real.length() + 1;
    }

    /** The path to show for the entry with the given path, which starts with {@link #real()}. */
    String shown(String path) {
        if (path.length() <= real.length()) {
            return shown;
        }
        return shown.isEmpty() ? path.substring(base()) : shown + path.substring(real.length());
    }
}
