package dev.stslint.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML that nearly all manifests are written in, several times as fast as the engine: block mappings and
 * lists, scalars of every style, braces and brackets, comments. Everything else is unfamiliar to it: anchors, tags,
 * directives, tabs around values, quotes over several lines, rarer forms, and each and every mistake. It then gives up, and
 * the engine reads the document anew; so a tree never depends on which of the two built it, and every error is the
 * engine's.
 */
final class SubsetParser {

    /** The engine knows no longer keys; a little less, because it counts what is around them. */
    private static final int LONGEST_KEY = 1000;

    private static final int DEEPEST = 100;
    private static final byte END = 0;

    private final TreeBuilder builder;
    private final String text;

    /** Those of the text; while the document is read, a line break and {@link #END} stand behind it. */
    private final byte[] chars;

    private final Buffers buffers;
    private byte[] content;

    /** Takes the place of {@link #content} where not all is ASCII. */
    private final @Nullable StringBuilder wideContent;

    private int at;
    private int lineStart;

    /** That of the content at {@link #at}, which starts a line; -1 at the end of the document. */
    private int column;

    private int depth;

    private int tokenStart;
    private int tokenEnd;
    private YamlScalar.Style tokenStyle = YamlScalar.Style.PLAIN;
    private String token = "";

    private SubsetParser(String text, Chunk chunk, TreeBuilder builder, Buffers buffers) {
        this.builder = builder;
        this.buffers = buffers;
        this.content = buffers.content;
        this.text = text;
        this.wideContent = chunk.isAscii() ? null : new StringBuilder();
        this.chars = chunk.characters();
        this.at = chunk.start();
    }

    /**
     * Reads a whole document that is not empty.
     *
     * @return false when there is anything unfamiliar in it; the builder is of no use then
     */
    static boolean parse(String text, Chunk chunk, TreeBuilder builder, Buffers buffers) {
        byte[] chars = chunk.characters();
        int end = chunk.end();
        if (end == text.length() && !YamlText.isBreak(text.charAt(end - 1))) {
            chars[end++] = '\n'; // kubectl adds it as well
        }
        byte behind = chars[end];
        chars[end] = END;
        try {
            new SubsetParser(text, chunk, builder, buffers).document();
            return true;
        } catch (UnfamiliarException e) {
            return false;
        } finally {
            chars[end] = behind;
        }
    }

    private void document() {
        toContent(at);
        node(-1, column);
        if (column >= 0) {
            throw new UnfamiliarException();
        }
    }

    /**
     * What stands at a place that may hold any node; goes to the next line with content.
     *
     * @param indent the column of the block around it
     */
    private void node(int indent, int nodeColumn) {
        if (isDash()) {
            sequence(nodeColumn, false);
            return;
        }
        byte c = chars[at];
        if (c == '|' || c == '>' || c == '[' || c == '{') {
            value(indent);
            return;
        }
        scan(false);
        if (isBehindKey()) {
            mapping(nodeColumn);
        } else {
            scalar(indent);
        }
    }

    /** What stands behind a key on its line. */
    private void value(int indent) {
        byte c = chars[at];
        if (indent < 0) {
            throw new UnfamiliarException();
        } else if (c == '|' || c == '>') {
            blockScalar(indent);
        } else if (c == '[' || c == '{') {
            flow();
            endLine();
        } else {
            scan(false);
            scalar(indent);
        }
    }

    private void scalar(int indent) {
        if (indent < 0) {
            throw new UnfamiliarException();
        }
        if (tokenStyle == YamlScalar.Style.PLAIN && chars[at] == '\n') {
            scanContinued(indent);
        }
        emit();
        endLine();
    }

    /** The first key is scanned already. */
    private void mapping(int indent) {
        enter();
        builder.startMapping(tokenStart, false, null);
        rejectWhenStopped();
        do {
            if (!isBehindKey() || tokenEnd - tokenStart > LONGEST_KEY) {
                throw new UnfamiliarException();
            }
            emit();
            int behindColon = ++at;
            skipSpaces();
            if (!isLineDone(behindColon)) {
                value(indent);
            } else {
                endLine();
                if (column > indent) {
                    node(indent, column);
                } else if (column == indent && isDash()) {
                    sequence(indent, true);
                } else {
                    empty(behindColon);
                }
            }
        } while (isNextOf(indent) && scan(false));
        leave();
    }

    /** @param indentless whether it is as far left as the key that it belongs to */
    private void sequence(int indent, boolean indentless) {
        enter();
        builder.startSequence(at, false, null);
        rejectWhenStopped();
        do {
            int behindDash = ++at;
            skipSpaces();
            if (!isLineDone(behindDash)) {
                node(indent, at - lineStart);
            } else {
                endLine();
                if (column > indent) {
                    node(indent, column);
                } else {
                    empty(behindDash);
                }
            }
        } while (isNextOf(indent) && isDash());
        if (column == indent && !indentless) {
            throw new UnfamiliarException();
        }
        leave();
    }

    /** Whether the line that follows belongs to a block in that column. */
    private boolean isNextOf(int indent) {
        if (column > indent) {
            throw new UnfamiliarException();
        }
        return column == indent;
    }

    private void blockScalar(int indent) {
        int start = at;
        int mark = scanBlock(indent);
        int end = Math.min(mark, text.length());
        builder.scalar(start, new BlockScalar(text, start, end).end(token), token, tokenStyle, null, null);
        toContent(mark);
    }

    /** Braces or brackets, on one line or several. */
    private void flow() {
        boolean mapping = chars[at] == '{';
        char close = mapping ? '}' : ']';
        enter();
        if (mapping) {
            builder.startMapping(at, true, null);
        } else {
            builder.startSequence(at, true, null);
        }
        rejectWhenStopped();
        at++;
        skipFlowSpace();
        while (chars[at] != close) {
            if (mapping) {
                flowKey();
            }
            flowValue();
            skipFlowSpace();
            if (chars[at] == ',') {
                at++;
                skipFlowSpace();
            } else if (chars[at] != close) {
                throw new UnfamiliarException();
            }
        }
        at++;
        leave();
    }

    private void flowKey() {
        scan(true);
        if (chars[at] != ':' || tokenEnd - tokenStart > LONGEST_KEY) {
            throw new UnfamiliarException();
        }
        emit();
        at++;
        skipFlowSpace();
    }

    private void flowValue() {
        if (chars[at] == '[' || chars[at] == '{') {
            flow();
        } else {
            scan(true);
            emit();
        }
    }

    private void emit() {
        builder.sharedScalar(tokenStart, tokenEnd, token, tokenStyle, null, null);
    }

    private void empty(int place) {
        builder.scalar(place, place, "", YamlScalar.Style.PLAIN, null, null);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new UnfamiliarException();
        }
    }

    private void rejectWhenStopped() {
        if (builder.isStopped()) {
            throw new UnfamiliarException();
        }
    }

    private void leave() {
        depth--;
        builder.endCollection(Math.min(at, text.length()));
    }

    private boolean isDash() {
        return chars[at] == '-' && isSpaceOrBreak(chars[at + 1]);
    }

    private boolean isBehindKey() {
        return chars[at] == ':' && isSpaceOrBreak(chars[at + 1]);
    }

    /** Whether there is nothing more on the line but a comment. */
    private boolean isLineDone(int behindToken) {
        return chars[at] == '\n' || (chars[at] == '#' && at > behindToken);
    }

    private void skipSpaces() {
        while (chars[at] == ' ') {
            at++;
        }
    }

    /** Goes from behind a token to the next line that holds content. */
    private void endLine() {
        int behindToken = at;
        skipSpaces();
        if (chars[at] == '#' && (at > behindToken || chars[at - 1] == ' ')) {
            skipComment();
        }
        if (chars[at] != '\n') {
            throw new UnfamiliarException();
        }
        toContent(at + 1);
    }

    private void skipComment() {
        while (chars[at] != '\n') {
            if (chars[at] == '\r') {
                throw new UnfamiliarException();
            }
            at++;
        }
    }

    /** Goes to the first content from the start of that line on. */
    private void toContent(int line) {
        at = line;
        while (true) {
            lineStart = at;
            skipSpaces();
            if (chars[at] == '#') {
                skipComment();
            }
            if (chars[at] != '\n') {
                break;
            }
            at++;
        }
        column = chars[at] == END ? -1 : at - lineStart;
        rejectDots();
    }

    /** Between braces or brackets there may be lines and comments everywhere. */
    private void skipFlowSpace() {
        while (true) {
            skipSpaces();
            if (chars[at] == '#' && isSpaceOrBreak(chars[at - 1])) {
                skipComment();
            }
            if (chars[at] != '\n') {
                return;
            }
            lineStart = ++at;
            rejectDots();
        }
    }

    /** A line of dots may end the document. */
    private void rejectDots() {
        if (at == lineStart && chars[at] == '.' && chars[at + 1] == '.') {
            throw new UnfamiliarException();
        }
    }

    /**
     * Reads a scalar that ends on this line, and goes behind the spaces that follow it.
     *
     * @return true
     */
    private boolean scan(boolean inFlow) {
        tokenStart = at;
        switch (chars[at]) {
            case '"' -> scanDoubleQuoted();
            case '\'' -> scanSingleQuoted();
            default -> {
                rejectIndicator(inFlow);
                scanPlain(inFlow);
                tokenStyle = YamlScalar.Style.PLAIN;
                token = word(tokenStart, tokenEnd);
            }
        }
        return true;
    }

    private void rejectIndicator(boolean inFlow) {
        switch (chars[at]) {
            case '-' -> {
                byte next = chars[at + 1];
                if (isSpaceOrBreak(next) || next == '\t' || (inFlow && isFlowIndicator(next))) {
                    throw new UnfamiliarException();
                }
            }
            case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '%', '@', '`' ->
                throw new UnfamiliarException();
            default -> {}
        }
    }

    /** Text without quotes ends with the line, in front of a comment, or at a colon that makes it a key. */
    private void scanPlain(boolean inFlow) {
        int i = at;
        while (true) {
            byte c = chars[i];
            while (!inFlow && c > ' ' && c != ':') {
                c = chars[++i];
            }
            if (c == ' ') {
                int space = i;
                while (chars[i] == ' ') {
                    i++;
                }
                if (chars[i] == '#') {
                    endPlain(space, i);
                    return;
                }
            } else if (c == ':') {
                byte next = chars[i + 1];
                if (isSpaceOrBreak(next)) {
                    endPlain(i, i);
                    return;
                }
                if (next == '\t' || (inFlow && isFlowIndicator(next))) {
                    throw new UnfamiliarException();
                }
                i++;
            } else if (c < 0) {
                rejectOtherBreaks(c);
                i++;
            } else if (c < ' ') {
                if (c != '\n') {
                    throw new UnfamiliarException();
                }
                endPlain(i, i);
                return;
            } else if (inFlow && isFlowIndicator(c)) {
                endPlain(i, i);
                return;
            } else {
                i++;
            }
            if (inFlow && c == '?') {
                throw new UnfamiliarException();
            }
        }
    }

    private void endPlain(int end, int next) {
        int last = end;
        while (last > at && chars[last - 1] == ' ') {
            last--;
        }
        if (last == at) {
            throw new UnfamiliarException();
        }
        tokenEnd = last;
        at = next;
    }

    /** Text without quotes that has come to the end of its line goes on in lines further right than the block around it. */
    private void scanContinued(int indent) {
        @Nullable StringBuilder joined = null;
        while (chars[at] == '\n') {
            int breaks = 0;
            int line = at;
            int i = at;
            while (chars[i] == '\n') {
                breaks++;
                line = ++i;
                while (chars[i] == ' ') {
                    i++;
                }
            }
            if (chars[i] == '\t' || chars[i] == '\r') {
                throw new UnfamiliarException();
            }
            if (i - line <= indent || chars[i] == '#' || chars[i] == END) {
                break;
            }
            if (joined == null) {
                joined = new StringBuilder(token);
            }
            if (breaks == 1) {
                joined.append(' ');
            }
            for (int b = 1; b < breaks; b++) {
                joined.append('\n');
            }
            at = i;
            lineStart = line;
            scanPlain(false);
            if (chars[at] == ':') {
                throw new UnfamiliarException();
            }
            joined.append(text, i, tokenEnd);
        }
        if (joined != null) {
            token = joined.toString();
        }
    }

    private void scanSingleQuoted() {
        boolean doubled = false;
        int i = at + 1;
        while (chars[i] != '\'' || chars[i + 1] == '\'') {
            if (chars[i] == '\'') {
                doubled = true;
                i++;
            } else {
                rejectBreak(chars[i]);
            }
            i++;
        }
        String written = word(at + 1, i);
        endQuoted(i + 1, YamlScalar.Style.SINGLE_QUOTED, doubled ? written.replace("''", "'") : written);
    }

    private void scanDoubleQuoted() {
        boolean escaped = false;
        int i = at + 1;
        while (chars[i] != '"') {
            if (chars[i] == '\\') {
                escaped = true;
                i++;
                rejectRepaired(chars[i]);
            }
            rejectBreak(chars[i]);
            i++;
        }
        String read = escaped ? new DoubleQuoted(text, at, i + 1).content() : word(at + 1, i);
        if (read == null) {
            throw new UnfamiliarException();
        }
        endQuoted(i + 1, YamlScalar.Style.DOUBLE_QUOTED, read);
    }

    private String word(int from, int to) {
        return builder.word(chars, from, to);
    }

    private void endQuoted(int end, YamlScalar.Style style, String read) {
        tokenEnd = end;
        tokenStyle = style;
        token = read;
        at = end;
        skipSpaces();
    }

    /**
     * Reads a block scalar.
     *
     * @return the start of the first line behind it
     */
    private int scanBlock(int indent) {
        boolean folded = chars[at] == '>';
        tokenStyle = folded ? YamlScalar.Style.FOLDED : YamlScalar.Style.LITERAL;
        byte chomping = chars[++at];
        if (chomping == '+' || chomping == '-') {
            at++;
        }
        int behindHeader = at;
        skipSpaces();
        if (!isLineDone(behindHeader)) {
            throw new UnfamiliarException();
        }
        if (chars[at] == '#') {
            skipComment();
        }
        int line = at + 1;
        int breaks = 0;
        int longestEmpty = 0;
        int i = line;
        while (true) {
            while (chars[i] == ' ') {
                i++;
            }
            if (chars[i] != '\n') {
                break;
            }
            longestEmpty = Math.max(longestEmpty, i - line);
            breaks++;
            line = ++i;
        }
        int left = i - line;
        if (left <= indent || longestEmpty > left || chars[i] == '\t' || chars[i] == END) {
            throw new UnfamiliarException();
        }
        int size = 0;
        if (wideContent != null) {
            wideContent.setLength(0);
        }
        while (true) {
            size = addBreaks(size, breaks);
            int lineEnd = lineEnd(i);
            size = add(size, i, lineEnd);
            boolean folds = folded && !isBlank(chars[i]);
            breaks = 0;
            line = lineEnd + 1;
            i = afterIndentation(line, left);
            while (chars[i] == '\n') {
                breaks++;
                line = i + 1;
                i = afterIndentation(line, left);
            }
            if (i - line < left || chars[i] == END) {
                break;
            }
            if (!folds || isBlank(chars[i])) {
                size = addBreaks(size, 1);
            } else if (breaks == 0) {
                size = addSpace(size);
            }
        }
        size = addBreaks(size, chomping == '-' ? 0 : chomping == '+' ? 1 + breaks : 1);
        token = wideContent == null
                ? new String(content, 0, size, StandardCharsets.ISO_8859_1)
                : wideContent.toString();
        return line;
    }

    private int afterIndentation(int line, int left) {
        int i = line;
        while (i - line < left && chars[i] == ' ') {
            i++;
        }
        return i;
    }

    /** Where a line of a block scalar ends. */
    private int lineEnd(int from) {
        int i = from;
        while (true) {
            byte c = chars[i];
            if (c < ' ' && c != '\t') {
                if (c < 0) {
                    rejectOtherBreaks(c);
                } else if (c == '\n') {
                    return i;
                } else {
                    throw new UnfamiliarException();
                }
            }
            i++;
        }
    }

    private int add(int size, int from, int to) {
        int length = to - from;
        if (wideContent != null) {
            wideContent.append(text, from, to);
            return size + length;
        }
        reserve(size + length + 1);
        System.arraycopy(chars, from, content, size, length);
        return size + length;
    }

    private int addSpace(int size) {
        if (wideContent != null) {
            wideContent.append(' ');
        } else {
            content[size] = ' ';
        }
        return size + 1;
    }

    private int addBreaks(int size, int count) {
        if (wideContent != null) {
            for (int i = 0; i < count; i++) {
                wideContent.append('\n');
            }
            return size + count;
        }
        reserve(size + count + 1);
        Arrays.fill(content, size, size + count, (byte) '\n');
        return size + count;
    }

    private void reserve(int length) {
        if (length > content.length) {
            content = Arrays.copyOf(content, Math.max(length, 2 * content.length));
            buffers.content = content;
        }
    }

    private static boolean isSpaceOrBreak(byte c) {
        return c == ' ' || c == '\n';
    }

    private static boolean isFlowIndicator(byte c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    private static void rejectBreak(byte c) {
        if (c == '\n' || c == '\r' || c == Buffers.OTHER_BREAK) {
            throw new UnfamiliarException();
        }
    }

    /** Escapes that the engine is only shown in a repaired text, and not without limit. */
    private static void rejectRepaired(byte escape) {
        if (escape == '\'' || escape == 'L' || escape == 'P') {
            throw new UnfamiliarException();
        }
    }

    private static void rejectOtherBreaks(byte c) {
        if (c == Buffers.OTHER_BREAK) {
            throw new UnfamiliarException();
        }
    }

    /** The way out of the middle of a document; without a stack, which nobody looks at. */
    private static final class UnfamiliarException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnfamiliarException() {
            super("unfamiliar YAML", null, false, false);
        }
    }
}
