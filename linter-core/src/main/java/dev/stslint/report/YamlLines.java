package dev.stslint.report;

import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;

/** Lines that look like YAML, taken one by one: what can be said about a file when its parser gave up. */
final class YamlLines {

    /**
     * A line.
     *
     * @param indentation blanks before its first character
     * @param column where its key or its item's content starts, counted from 0, after any dashes
     * @param isItem whether a dash starts it
     * @param key before the colon, without quotes; empty when there is no colon
     * @param value after the colon, or the whole content where there is none; without quotes and comments
     * @param content all of it, without the blanks around it
     */
    record Entry(
            int indentation, int column, boolean isItem, String key, Span value, Span content, boolean opensBlock) {}

    private final SourceFile file;
    private final String text;

    YamlLines(SourceFile file, String text) {
        this.file = file;
        this.text = text;
    }

    String text() {
        return text;
    }

    int count() {
        return file.lineCount();
    }

    String part(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The first line from there on that holds a word; 0 when there is none. */
    int nextWith(String word, int from) {
        int at = from > file.lineCount() ? -1 : text.indexOf(word, file.lineStart(from));
        return at < 0 ? 0 : file.lineAt(at);
    }

    /** The nearest line above that is indented less than {@code indentation}; 0 when there is none near. */
    int ownerOf(int line, int indentation, int reach) {
        for (int i = line - 1; i > 0 && i >= line - reach; i--) {
            int start = file.lineStart(i);
            int end = i < file.lineCount() ? file.lineStart(i + 1) : text.length();
            int first = firstCharacter(start, end);
            if (first < end && text.charAt(first) > ' ' && first - start < indentation) {
                return i;
            }
        }
        return 0;
    }

    /** Reads a line. A comment is read as if it were none: what it holds may be an older version of the file. */
    Entry entry(int line) {
        int start = file.lineStart(line);
        int end = line < file.lineCount() ? file.lineStart(line + 1) : text.length();
        int first = firstCharacter(start, end);
        while (end > first && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int content = first;
        boolean isItem = false;
        while (content + 1 < end && text.charAt(content) == '-' && text.charAt(content + 1) == ' ') {
            isItem = true;
            content = skip(content + 1, end);
        }
        int colon = colon(content, end);
        String key = colon < 0 ? "" : unquoted(content, colon);
        int valueStart = colon < 0 ? content : skip(colon + 1, end);
        int valueEnd = withoutComment(valueStart, end);
        boolean opensBlock = colon >= 0 && opensBlock(valueStart, valueEnd);
        return new Entry(
                first - start,
                content - start,
                isItem,
                key,
                unquotedSpan(valueStart, valueEnd),
                new Span(first, end),
                opensBlock);
    }

    private int firstCharacter(int start, int end) {
        int first = skip(start, end);
        return first < end && text.charAt(first) == '#' ? skip(first + 1, end) : first;
    }

    private int skip(int from, int end) {
        int i = from;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private int colon(int start, int end) {
        int i = start;
        if (i < end && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
            int close = Spans.indexOf(text, text.substring(i, i + 1), i + 1, end);
            if (close < 0) {
                return -1;
            }
            i = skip(close + 1, end);
            return i < end && text.charAt(i) == ':' ? i : -1;
        }
        while (i < end && text.charAt(i) > ' ') {
            if (text.charAt(i) == ':' && (i + 1 == end || text.charAt(i + 1) <= ' ')) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private String unquoted(int start, int end) {
        return part(unquotedSpan(start, end)).strip();
    }

    private Span unquotedSpan(int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) <= ' ' || text.charAt(last - 1) == ',')) {
            last--;
        }
        if (start < last && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            int close = text.lastIndexOf(text.charAt(start), last - 1);
            return new Span(start + 1, close > start ? close : last);
        }
        return new Span(start, Math.max(start, last));
    }

    private int withoutComment(int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            if (text.charAt(i) <= ' ' && text.charAt(i + 1) == '#') {
                return i;
            }
        }
        return end;
    }

    private boolean opensBlock(int start, int end) {
        if (start >= end || (text.charAt(start) != '|' && text.charAt(start) != '>')) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if ("+-0123456789 ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
