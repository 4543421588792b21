package dev.stslint.source;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One input file as it was read: its name, where its lines start, and how to get its text again. The text itself is
 * not kept (a run may read a gigabyte); {@link #text()} reads it anew when a code frame is drawn, and notices when the
 * file has changed in between.
 *
 * <p>Two source files are the same only if they are the same instance: a run reads each file once.
 */
public final class SourceFile {

    private static final String MARK = "\uFEFF";

    private final String path;
    private final @Nullable Path origin;
    private final @Nullable String heldText;
    private final boolean byteOrderMark;
    private final LineBreak lineBreak;
    private final int length;
    private final long digest;
    private final int[] lineStarts;
    private final boolean ascii;

    /** The text as long as somebody else keeps it: it need not be read again while the file is being checked. */
    private WeakReference<String> atHand;

    private SourceFile(
            String path,
            @Nullable Path origin,
            @Nullable String heldText,
            boolean byteOrderMark,
            long digest,
            String text,
            int[] lineStarts,
            boolean ascii) {
        this.path = path;
        this.origin = origin;
        this.heldText = heldText;
        this.byteOrderMark = byteOrderMark;
        this.atHand = new WeakReference<>(text);
        this.length = text.length();
        this.digest = digest;
        this.lineStarts = lineStarts;
        this.ascii = ascii;
        this.lineBreak = firstLineBreak(text);
    }

    /** A text with no file behind it: standard input, an example, a test. It is kept. A byte order mark is stripped. */
    public static SourceText of(String path, String text) {
        boolean mark = text.startsWith(MARK);
        String body = mark ? text.substring(1) : text;
        return new SourceText(
                new SourceFile(path, null, body, mark, 0, body, LineStarts.of(body), Ascii.isAll(body)), body);
    }

    /** @param digest of the bytes that were read */
    static SourceText onDisk(String path, Path origin, boolean byteOrderMark, long digest, String text, Utf8Scan scan) {
        return new SourceText(
                new SourceFile(path, origin, null, byteOrderMark, digest, text, scan.lineStarts(), scan.isAscii()),
                text);
    }

    /** The same file with another text, as a repair makes it. It is kept, whatever the disk holds. */
    public SourceText withText(String text) {
        return new SourceText(
                new SourceFile(path, origin, text, byteOrderMark, 0, text, LineStarts.of(text), Ascii.isAll(text)),
                text);
    }

    /** A text as the bytes of this file: with its byte order mark, when it has one. */
    public byte[] encoded(String text) {
        return (byteOrderMark ? MARK + text : text).getBytes(StandardCharsets.UTF_8);
    }

    /** The name to show: relative to the working directory, with {@code /} between its parts. */
    public String path() {
        return path;
    }

    /** The file on disk, or empty for a text with no file behind it. */
    public Optional<Path> origin() {
        return Optional.ofNullable(origin);
    }

    /** The directory part of {@link #path()}, without a trailing slash; empty at the top. */
    public String directory() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of {@link #path()}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether the file starts with a byte order mark. It is no part of the text; offset 0 is the character behind it. */
    public boolean hasByteOrderMark() {
        return byteOrderMark;
    }

    /** How its first line ends; {@code LF} when it has only one. */
    public LineBreak lineBreak() {
        return lineBreak;
    }

    /** Length of the text in UTF-16 units. */
    public int length() {
        return length;
    }

    /** Whether all characters of the text are ASCII. */
    public boolean isAscii() {
        return ascii;
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** Line and column of an offset; the end of the text is a place too. */
    public Position positionAt(int offset) {
        int line = lineIndexAt(offset);
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    /** The offset at which a line starts; {@code line} counts from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The line, counted from 1, that an offset lies in. */
    public int lineAt(int offset) {
        return lineIndexAt(offset) + 1;
    }

    /**
     * The text as it was read, without its byte order mark; empty when the file cannot be read any more or no longer
     * holds what was read.
     */
    public Optional<String> text() {
        if (heldText != null) {
            return Optional.of(heldText);
        }
        if (origin == null) {
            return Optional.empty();
        }
        try {
            Optional<String> text = SourceReader.decodedAgain(origin, digest);
            if (text.isPresent()) {
                atHand = new WeakReference<>(text.get());
            }
            return text;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same, without asking the disk as long as somebody has the text: what finds places while a file is checked. */
    public Optional<String> textAtHand() {
        String known = atHand.get();
        return known != null ? Optional.of(known) : text();
    }

    @Override
    public String toString() {
        return path;
    }

    private int lineIndexAt(int offset) {
        if (offset < 0 || offset > length) {
            throw new IndexOutOfBoundsException(path + " has no offset " + offset);
        }
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static LineBreak firstLineBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return LineBreak.LF;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? LineBreak.CRLF : LineBreak.CR;
            }
        }
        return LineBreak.LF;
    }
}
