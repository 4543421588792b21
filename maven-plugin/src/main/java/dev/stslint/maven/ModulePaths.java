package dev.stslint.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of a module as they are seen from where the build was started. So findings of all modules can be told apart in
 * the log, and found from there; and reports fit the repository when the build starts at its root.
 */
final class ModulePaths {

    private final Path start;
    private final String module;

    private ModulePaths(Path start, String module) {
        this.start = start;
        this.module = module;
    }

    static ModulePaths of(Path start, Path module) {
        try {
            return new ModulePaths(start, slashed(start.relativize(module).toString()));
        } catch (IllegalArgumentException e) {
            return new ModulePaths(module, ""); // on Windows: on another drive
        }
    }

    /** What the paths are relative to. */
    Path start() {
        return start;
    }

    /** A path, glob or file that is relative to the module. */
    String of(String path) {
        if (module.isEmpty() || path.isEmpty() || new File(path).isAbsolute()) {
            return path;
        }
        return path.equals(".") ? module : module + "/" + path;
    }

    List<String> of(List<String> paths) {
        List<String> seen = new ArrayList<>(paths.size());
        for (String path : paths) {
            seen.add(of(path));
        }
        return seen;
    }

    /** A file by its shortest name. */
    String of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return slashed((absolute.startsWith(start) ? start.relativize(absolute) : absolute).toString());
    }

    private static String slashed(String path) {
        return path.replace(File.separatorChar, '/');
    }
}
