package dev.stslint.change;

import dev.stslint.change.FileVersion.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files of a repository as one side of a change has them. What lies outside of the repository is as the disk has it. */
public final class FileVersions {

    private final GitRepository repository;
    private final GitIndex index;
    private final Map<String, FileVersion> others;
    private final String name;
    private final boolean holdsUntracked;

    /**
     * @param others versions of files that are not the disk's
     * @param name what people call this side
     * @param holdsUntracked whether files that git does not know belong to it
     */
    FileVersions(
            GitRepository repository,
            GitIndex index,
            Map<String, FileVersion> others,
            String name,
            boolean holdsUntracked) {
        this.repository = repository;
        this.index = index;
        this.others = others;
        this.name = name;
        this.holdsUntracked = holdsUntracked;
    }

    /** What people call this side, as {@code the index}. */
    public String name() {
        return name;
    }

    /** Whether a file that is on disk, or absent from it, is no part of this side. */
    public boolean lacks(Path file) {
        Optional<String> path = repository.pathOf(file, index);
        if (path.isEmpty()) {
            return false;
        }
        FileVersion version = others.get(path.get());
        if (version != null) {
            return version.kind() == Kind.NOWHERE;
        }
        return !holdsUntracked && !index.holds(path.get());
    }

    /**
     * The bytes of a file where they are not those on disk, as git keeps them: line ends may have been normalized.
     *
     * @throws IOException when git does not give them
     */
    public Optional<byte[]> content(Path file) throws IOException {
        String blob = blob(file);
        return blob.isEmpty() ? Optional.empty() : Optional.of(repository.blob(blob));
    }

    /** Whether this side has a file that is to be had from git. */
    public boolean keeps(Path file) {
        return !blob(file).isEmpty();
    }

    private String blob(Path file) {
        Optional<String> path = repository.pathOf(file, index);
        FileVersion version = path.isEmpty() ? null : others.get(path.get());
        return version == null || version.kind() != Kind.IN_GIT ? "" : version.blob();
    }
}
