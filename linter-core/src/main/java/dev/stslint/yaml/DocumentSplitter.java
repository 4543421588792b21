package dev.stslint.yaml;

import dev.stslint.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into documents as kubectl does before it parses any YAML: at lines that start with {@code ---}. Behind
 * the dashes only blanks or a comment are allowed.
 */
final class DocumentSplitter {

    private final String text;
    private final byte[] characters;
    private final FaultLog faults;
    private final List<Chunk> chunks = new ArrayList<>(1);

    private DocumentSplitter(String text, byte[] characters, FaultLog faults) {
        this.text = text;
        this.characters = characters;
        this.faults = faults;
    }

    /**
     * The documents of the text behind {@code from}, in order. Nothing in front of the first separator or behind the
     * last one is no document.
     */
    static List<Chunk> split(SourceText source, int from, Buffers buffers, FaultLog faults) {
        if (from == source.text().length()) {
            return List.of();
        }
        DocumentSplitter splitter = new DocumentSplitter(source.text(), buffers.characters(source), faults);
        splitter.split(from);
        return splitter.chunks;
    }

    private void split(int from) {
        Chunk chunk = new Chunk(text, characters, from);
        boolean first = true;
        while (chunk.end() < text.length()) {
            int dashes = chunk.end();
            if (!first || dashes > chunk.start()) {
                chunks.add(chunk);
            }
            first = false;
            int lineEnd = YamlText.lineEnd(text, dashes, text.length());
            checkSeparator(dashes, lineEnd, dashes == chunk.start());
            chunk = new Chunk(text, characters, YamlText.afterBreak(text, lineEnd));
        }
        if (chunk.start() < text.length()) {
            chunks.add(chunk);
        }
    }

    private void checkSeparator(int dashes, int lineEnd, boolean opensChunk) {
        int rest = dashes + Chunk.DASHES.length();
        while (rest < lineEnd && isBlank(text.charAt(rest))) {
            rest++;
        }
        if (goesOn(lineEnd) || (dashes > 0 && isLoneReturn(dashes - 1))) {
            ignored(
                    dashes,
                    dashes + Chunk.DASHES.length(),
                    "kubectl does not see this `---`, a lone carriage return ends no line for it",
                    "use line feeds, or both");
        } else if (rest < lineEnd && text.charAt(rest) != '#') {
            int end = lineEnd;
            while (isBlank(text.charAt(end - 1))) {
                end--;
            }
            ignored(
                    rest,
                    end,
                    "kubectl rejects a separator with text behind `---`",
                    "start the document on the next line");
        } else if (opensChunk && rest < lineEnd && rest == dashes + Chunk.DASHES.length()) {
            ignored(
                    dashes,
                    rest + 1,
                    "kubectl does not see this `---`, it needs a blank in front of the comment",
                    "for kubectl this starts a text");
        }
    }

    /** Whether the line does not end there for kubectl, and something follows. */
    private boolean goesOn(int lineEnd) {
        if (!isLoneReturn(lineEnd)) {
            return false;
        }
        int next = lineEnd;
        while (next < text.length() && text.charAt(next) != '\n' && YamlText.isWhite(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) != '\n';
    }

    private boolean isLoneReturn(int at) {
        return at < text.length()
                && text.charAt(at) == '\r'
                && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
    }

    private void ignored(int start, int end, String message, String label) {
        faults.add(YamlFault.Kind.IGNORED_CONTENT, start, end, message, label);
    }

    /** What Go's {@code strings.TrimSpace} trims within a line. */
    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u000B'
                || c == '\f'
                || c == '\u0085'
                || c == '\u00A0'
                || (c > 0x100 && Character.isSpaceChar(c));
    }
}
