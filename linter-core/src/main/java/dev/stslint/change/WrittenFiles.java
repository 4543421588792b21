package dev.stslint.change;

import dev.stslint.source.ScratchDirectory;
import dev.stslint.source.SourceDiscovery;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of a repository written down as one side of a change has them, for programs that read files. */
final class WrittenFiles implements AutoCloseable {

    /** In bytes. What programs read of a repository is small: a larger directory holds something else. */
    private static final long MOST = 64L * 1024 * 1024;

    private @Nullable ScratchDirectory scratch;
    private final Map<Path, Path> originals = new HashMap<>();

    /** Where a file or directory may be written. */
    private synchronized Path place(Path original) throws IOException {
        if (scratch == null) {
            scratch = ScratchDirectory.create();
        }
        Path own = Files.createDirectory(scratch.resolve(String.valueOf(originals.size())));
        Path place = own.resolve(String.valueOf(original.getFileName()));
        originals.put(place, original);
        return place;
    }

    /** What a program says of what was written, said of what it was written for. */
    synchronized String named(String words) {
        String named = words;
        for (Map.Entry<Path, Path> written : originals.entrySet()) {
            named = named.replace(
                    written.getKey().toString(), written.getValue().toString());
        }
        return named;
    }

    /** Writes a file. */
    Path write(Path file, byte[] content) throws IOException {
        return Files.write(place(file), content);
    }

    /**
     * Writes a directory. Links are followed. What git ignores is copied from disk, as long as there is room: that a repository
     * does not have it says nothing.
     *
     * @throws IOException when it cannot be written, or holds too much
     */
    Path write(Path directory, FileVersions side) throws IOException {
        Path copy = place(directory);
        Files.createDirectories(copy);
        Files.walkFileTree(
                directory,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new Copying(directory, copy, side));
        for (Path absent : side.keptBelow(directory)) {
            Path target = copy.resolve(directory.relativize(absent).toString());
            if (!Files.exists(target)) {
                write(side.content(absent).orElseThrow(), target);
            }
        }
        return copy;
    }

    private static void write(byte[] content, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.write(target, content);
    }

    @Override
    public synchronized void close() throws IOException {
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }

    /** What is on disk, as far as the other side has it too. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private final FileVersions side;
        private long left = MOST;
        private long leftForIgnored = MOST;

        Copying(Path from, Path to, FileVersions side) {
            this.from = from;
            this.to = to;
            this.side = side;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean isNeverEntered = SourceDiscovery.isNeverEntered(String.valueOf(directory.getFileName()));
            return isNeverEntered && !directory.equals(from) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                if (!side.lacks(file)) {
                    Optional<byte[]> content = side.content(file);
                    left -= content.isPresent() ? content.get().length : attributes.size();
                    if (left < 0) {
                        throw new IOException("`" + from + "` holds more than " + MOST / 1024 / 1024 + " MiB");
                    }
                    write(content.isPresent() ? content.get() : Files.readAllBytes(file), target(file));
                } else if (attributes.size() <= leftForIgnored && SourceDiscovery.isIgnoredByGit(file)) {
                    leftForIgnored -= attributes.size();
                    write(Files.readAllBytes(file), target(file));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path file) {
            return to.resolve(from.relativize(file).toString());
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException || !Files.exists(file)) {
                return FileVisitResult.CONTINUE; // a link to where it stands, or to nothing
            }
            throw failure;
        }
    }
}
