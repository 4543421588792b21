package dev.stslint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or error. It never throws: a reader that has seen enough, as {@code head} has, must not end a run
 * before its other reports are written. What went wrong first is kept, and nothing is written after it.
 */
final class StandardStream extends OutputStream {

    private final OutputStream stream;
    private @Nullable IOException failure;

    StandardStream(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        if (failure == null) {
            try {
                stream.write(bytes, start, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    @Override
    public void flush() {
        if (failure == null) {
            try {
                stream.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Whether nothing is written any more, for whatever reason. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Why not all was written; empty when it was, or when the reader had seen enough. */
    Optional<String> failure() {
        if (failure == null) {
            return Optional.empty();
        }
        String message = String.valueOf(failure.getMessage());
        return message.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(message);
    }
}
