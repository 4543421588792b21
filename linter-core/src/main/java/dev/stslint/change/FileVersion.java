package dev.stslint.change;

/**
 * Where the content of a file stands.
 *
 * @param blob what git calls it; empty for what is on disk
 */
record FileVersion(Kind kind, String blob) {

    enum Kind {
        ON_DISK,
        IN_GIT,
        /** There is no such file. */
        NOWHERE
    }

    static final FileVersion ON_DISK = new FileVersion(Kind.ON_DISK, "");
    static final FileVersion NOWHERE = new FileVersion(Kind.NOWHERE, "");

    static FileVersion inGit(String blob) {
        return new FileVersion(Kind.IN_GIT, blob);
    }
}
