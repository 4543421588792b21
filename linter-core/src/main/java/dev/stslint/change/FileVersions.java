package dev.stslint.change;

import dev.stslint.change.FileVersion.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a repository as one side of a change has them. What lies outside of the repository is as the disk has it. */
public final class FileVersions {

    private final GitRepository repository;
    private final GitIndex index;
    private final Map<String, FileVersion> others;
    private final WrittenFiles written;
    private final String name;
    private final boolean holdsUntracked;

    /**
     * @param others versions of files that are not the disk's
     * @param written gets what other programs are to read
     * @param name what people call this side
     * @param holdsUntracked whether files that git does not know belong to it
     */
    FileVersions(
            GitRepository repository,
            GitIndex index,
            Map<String, FileVersion> others,
            WrittenFiles written,
            String name,
            boolean holdsUntracked) {
        this.repository = repository;
        this.index = index;
        this.others = others;
        this.written = written;
        this.name = name;
        this.holdsUntracked = holdsUntracked;
    }

    /** What people call what is read, as {@code the index}. */
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

    /** A file with the content that one has on this side. It is gone when the change is closed, unless it is the same. */
    public Path written(Path file) throws IOException {
        Optional<byte[]> content = content(file);
        return content.isEmpty() ? file : written.write(file, content.get());
    }

    /**
     * A directory with the files that one has on this side. It is gone when the change is closed, unless it is the same.
     *
     * @throws IOException when it cannot be written, or holds too much
     */
    public Path writtenDirectory(Path directory) throws IOException {
        return holdsUntracked && keptBelow(directory).isEmpty() ? directory : written.write(directory, this);
    }

    /** What a program says of what was written, said of what it was written for. */
    public String named(String words) {
        return written.named(words);
    }

    /** The files below a directory that are to be had from git. */
    List<Path> keptBelow(Path directory) {
        Optional<String> prefix = repository.prefixOf(directory, index);
        if (prefix.isEmpty()) {
            return List.of();
        }
        List<Path> kept = new ArrayList<>();
        for (Map.Entry<String, FileVersion> other : others.entrySet()) {
            if (other.getValue().kind() == Kind.IN_GIT && other.getKey().startsWith(prefix.get())) {
                kept.add(directory.resolve(other.getKey().substring(prefix.get().length())));
            }
        }
        return kept;
    }

    private String blob(Path file) {
        Optional<String> path = repository.pathOf(file, index);
        FileVersion version = path.isEmpty() ? null : others.get(path.get());
        return version == null || version.kind() != Kind.IN_GIT ? "" : version.blob();
    }
}
