package dev.stslint.source;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * A file that is written beside the one whose place it takes when it is whole. So the target holds what it held before, or
 * all of what it shall hold, whenever the writing ends. Closing it takes away what did not take its place.
 */
public final class DraftFile implements AutoCloseable {

    private final Path path;
    private final Path target;

    private DraftFile(Path path, Path target) {
        this.path = path;
        this.target = target;
    }

    /**
     * An empty draft, which only its owner may read.
     *
     * @param target the file itself, not a link to it
     */
    public static DraftFile of(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("`" + target + "` is no file");
        }
        return new DraftFile(Files.createTempFile(directory, "." + target.getFileName() + ".", ".tmp"), target);
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /** Gives the draft the permissions of its target, and its owner and group as far as that is allowed. */
    public void takeAttributes() throws IOException {
        PosixFileAttributeView own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (own == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributes given = own.readAttributes();
        try {
            if (!given.group().equals(wanted.group())) {
                own.setGroup(wanted.group());
            }
            if (!given.owner().equals(wanted.owner())) {
                own.setOwner(wanted.owner());
            }
        } catch (IOException e) {
            // Only root may give files away: then it belongs to who wrote it, as after any editor.
        }
        own.setPermissions(wanted.permissions());
    }

    /** Puts the draft in the place of its target. */
    public void replaceTarget() throws IOException {
        move(path, target);
    }

    /** Puts one file in the place of another, at once where the file system can do that. */
    public static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
