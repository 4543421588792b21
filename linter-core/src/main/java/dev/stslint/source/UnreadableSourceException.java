package dev.stslint.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A file that could not be read as text, with the reason. It becomes a finding; the run goes on. */
public final class UnreadableSourceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a file was not read. */
    public enum Reason {
        UNREADABLE,
        TOO_LARGE,
        BINARY,
        NOT_UTF_8
    }

    private final Reason reason;
    private final transient Location location;

    private UnreadableSourceException(Reason reason, String message, Location location, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.location = location;
    }

    /**
     * A file that could not be read.
     *
     * @param path the name to show for it
     */
    public static UnreadableSourceException unreadable(String path, IOException cause) {
        String message;
        if (cause instanceof NoSuchFileException) {
            message = "it does not exist";
        } else if (cause instanceof AccessDeniedException) {
            message = "permission denied";
        } else if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            message = failure.getReason();
        } else {
            message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return new UnreadableSourceException(Reason.UNREADABLE, message, top(path), cause);
    }

    static UnreadableSourceException tooLarge(String path, long size, long limit) {
        String message = "it has " + size + " bytes, the limit is " + limit;
        return new UnreadableSourceException(Reason.TOO_LARGE, message, top(path), null);
    }

    /** @param location the first bad character in the text as far as it can be shown, bad bytes replaced by U+FFFD */
    static UnreadableSourceException notUtf8(String message, Location location) {
        return new UnreadableSourceException(Reason.NOT_UTF_8, message, location, null);
    }

    static UnreadableSourceException binary(String message, String path) {
        return new UnreadableSourceException(Reason.BINARY, message, top(path), null);
    }

    static Location top(String path) {
        return SourceFile.of(path, "").at(0, 0);
    }

    public Reason reason() {
        return reason;
    }

    /** The place of the first bad character, or the top of the file. */
    public Location location() {
        return location;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
