package dev.stslint.change;

import java.util.HashSet;
import java.util.Set;

/** The files that git keeps track of, and the places where other repositories are part of this one. */
final class GitIndex {

    private final Set<String> files = new HashSet<>();
    private final Set<String> submodules = new HashSet<>();

    void addFile(String path) {
        files.add(path);
    }

    void removeFile(String path) {
        files.remove(path);
    }

    void addSubmodule(String path) {
        submodules.add(path);
    }

    /** Whether a path is a file of the index, or lies in a submodule, whose files this index does not list. */
    boolean holds(String path) {
        return files.contains(path) || !submoduleOf(path).isEmpty();
    }

    /** The submodule that a path lies in; empty when in none. */
    String submoduleOf(String path) {
        if (!submodules.isEmpty()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (submodules.contains(path.substring(0, slash))) {
                    return path.substring(0, slash);
                }
            }
        }
        return "";
    }
}
