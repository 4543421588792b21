package dev.stslint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads files as strict UTF-8. Malformed input is refused rather than repaired, so that decoding, editing and encoding
 * again changes nothing outside the edits.
 */
public final class SourceReader {

    /** One null byte in so many is still a text with a fault. */
    private static final int NULLS_OF_TEXT = 20;

    private static final int MARK_LENGTH = 3;

    private final long maxBytes;

    /** @param maxBytes the largest file that is read, in bytes */
    public SourceReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a file.
     *
     * @param path the name to show for it
     * @throws UnreadableSourceException when it cannot be read, is too large or is not UTF-8
     */
    public SourceText read(Path file, String path) throws UnreadableSourceException {
        byte[] bytes;
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                throw UnreadableSourceException.tooLarge(path, size, maxBytes);
            }
            if (size == 0 && !Files.isRegularFile(file)) {
                return readOnce(file, path);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw UnreadableSourceException.unreadable(path, e);
        }
        Utf8Scan scan = scan(bytes);
        String text = decoded(bytes, scan, path);
        return SourceFile.onDisk(path, file, startsWithMark(bytes), digest(bytes), text, scan);
    }

    /** Pipes and devices give their text once. */
    private SourceText readOnce(Path file, String path) throws IOException, UnreadableSourceException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, path);
        }
    }

    /**
     * Reads a stream to its end, as standard input is read. The text is kept, because it cannot be read twice.
     *
     * @throws UnreadableSourceException when it cannot be read, is too large or is not UTF-8
     */
    public SourceText read(InputStream stream, String path) throws UnreadableSourceException {
        byte[] bytes;
        try {
            bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, maxBytes + 1));
        } catch (IOException e) {
            throw UnreadableSourceException.unreadable(path, e);
        }
        if (bytes.length > maxBytes) {
            throw UnreadableSourceException.tooLarge(path, bytes.length, maxBytes);
        }
        String text = decoded(bytes, scan(bytes), path);
        return SourceFile.of(path, startsWithMark(bytes) ? '\uFEFF' + text : text);
    }

    /** The text of a file that was read before; empty when it does not hold the same any more. */
    static Optional<String> decodedAgain(Path file, long digest) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return digest(bytes) == digest
                    ? Optional.of(decoded(bytes, scan(bytes), file.toString()))
                    : Optional.empty();
        } catch (UnreadableSourceException e) {
            return Optional.empty();
        }
    }

    private static Utf8Scan scan(byte[] bytes) {
        return Utf8Scan.of(bytes, startsWithMark(bytes) ? MARK_LENGTH : 0);
    }

    private static String decoded(byte[] bytes, Utf8Scan scan, String path) throws UnreadableSourceException {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw UnreadableSourceException.notUtf8(
                    "it starts with a UTF-16 byte order mark", UnreadableSourceException.top(path));
        }
        if (startsWith(bytes, 0x1F, 0x8B)) {
            throw UnreadableSourceException.binary("it is compressed with gzip", path);
        }
        int skipped = startsWithMark(bytes) ? MARK_LENGTH : 0;
        if (!scan.isWellFormed()) {
            throw notUtf8(bytes, skipped, path);
        }
        if (scan.hasNull()) {
            rejectNulls(bytes, path);
        }
        return new String(
                bytes,
                skipped,
                bytes.length - skipped,
                scan.isAscii() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8); // ASCII needs no second look
    }

    /** Enough to notice an edit, and free of the start-up cost of a MessageDigest. */
    private static long digest(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue() | (long) bytes.length << 32;
    }

    /** A null byte that got into a text is one bad document, said where it stands; many are no text. */
    private static void rejectNulls(byte[] bytes, String path) throws UnreadableSourceException {
        int nulls = countNulls(bytes);
        if (nulls > bytes.length / NULLS_OF_TEXT) {
            boolean isWide = nulls == bytes.length / 2 && (bytes[0] == 0) != (bytes[1] == 0);
            throw isWide
                    ? UnreadableSourceException.notUtf8("it looks like UTF-16", UnreadableSourceException.top(path))
                    : UnreadableSourceException.binary("it is full of null bytes", path);
        }
    }

    private static int countNulls(byte[] bytes) {
        int count = 0;
        for (byte each : bytes) {
            if (each == 0) {
                count++;
            }
        }
        return count;
    }

    /** Finds the first bad byte by decoding what stands before it. */
    private static UnreadableSourceException notUtf8(byte[] bytes, int skipped, String path) {
        if (countNulls(bytes) > 0) {
            return UnreadableSourceException.binary("it holds null bytes", path);
        }
        ByteBuffer input = ByteBuffer.wrap(bytes, skipped, bytes.length - skipped);
        CharBuffer before = CharBuffer.allocate(bytes.length + 1);
        CoderResult stopped = StandardCharsets.UTF_8.newDecoder().decode(input, before, true);
        int offset = before.position();
        int badByte = bytes[Math.min(input.position(), bytes.length - 1)] & 0xFF;
        String message = stopped.isMalformed()
                ? "byte 0x" + Integer.toHexString(badByte).toUpperCase(Locale.ROOT) + " is not UTF-8"
                : "it is not UTF-8";
        String shown = new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8);
        int end = Math.min(offset + 1, shown.length());
        return UnreadableSourceException.notUtf8(
                message, SourceFile.of(path, shown).at(Math.min(offset, end), end));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return startsWith(bytes, 0xEF, 0xBB, 0xBF);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
