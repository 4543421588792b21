package dev.stslint.yaml;

/**
 * Where a block scalar ends. The parser's mark is at the next token, behind empty lines that are content only with
 * {@code +}.
 */
final class BlockScalar {

    private final String text;
    private final int start;
    private final int mark;
    private final int headerEnd;
    private final boolean keep;

    /**
     * @param start its {@code |} or {@code >}
     * @param mark where the parser says that it ends
     */
    BlockScalar(String text, int start, int mark) {
        this.text = text;
        this.start = start;
        this.mark = mark;
        int i = start + 1;
        boolean plus = false;
        while (i < mark && "+-0123456789".indexOf(text.charAt(i)) >= 0) {
            plus |= text.charAt(i) == '+';
            i++;
        }
        this.headerEnd = i;
        this.keep = plus;
    }

    /** Whether the line breaks at its end are all content. */
    boolean keepsBreaks() {
        return keep;
    }

    /** How many line breaks stand behind its header line. */
    int breaks() {
        int breaks = 0;
        int i = YamlText.afterBreak(text, YamlText.lineEnd(text, headerEnd, mark));
        while (i < mark) {
            int next = YamlText.afterBreak(text, i);
            breaks += next > i ? 1 : 0;
            i = Math.max(next, i + 1);
        }
        return breaks;
    }

    /** Behind the last character of the last line of content, or of the header when there is no content. */
    int end(String content) {
        int first = YamlText.afterWhite(text, YamlText.lineEnd(text, headerEnd, mark), mark);
        if (content.isEmpty()) {
            return headerEnd;
        }
        int end = beforeBreak(mark);
        if (keep || first == mark) {
            return Math.max(end, headerEnd);
        }
        int indentation = first - YamlText.lineStart(text, start, first) - leadingBlanks(content);
        int lineStart = YamlText.lineStart(text, start, end);
        while (lineStart > first && isEmptyLine(lineStart, end, indentation)) {
            end = beforeBreak(lineStart);
            lineStart = YamlText.lineStart(text, start, end);
        }
        return end;
    }

    private boolean isEmptyLine(int lineStart, int lineEnd, int indentation) {
        return lineEnd - lineStart <= indentation && YamlText.afterWhite(text, lineStart, lineEnd) == lineEnd;
    }

    private int beforeBreak(int at) {
        int i = at;
        if (i > start && text.charAt(i - 1) == '\n') {
            i--;
        }
        if (i > start && text.charAt(i - 1) == '\r' && (i == at || text.charAt(i) == '\n')) {
            i--;
        }
        return i;
    }

    private static int leadingBlanks(String content) {
        int first = YamlText.afterWhite(content, 0, content.length());
        return first - YamlText.lineStart(content, 0, first);
    }
}
