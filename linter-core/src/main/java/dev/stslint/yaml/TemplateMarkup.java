package dev.stslint.yaml;

import dev.stslint.source.Span;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Template markup that has not been rendered: {@code {{ … }}} of Go, <code>{% … %}</code> of Jinja, {@code <% … %>} of
 * ERB, and {@code @NAME@}. It is looked for only where a text does not parse, and counts only near the fault, outside of
 * comments and of quoted or block scalars: a file that parses is no template, whatever its strings hold.
 */
final class TemplateMarkup {

    private static final int LINES_BEFORE = 5;
    private static final int LINES_AFTER = 2;

    private final String text;
    private final int start;
    private final int end;
    private final int[] leaves;

    /** Closing signs that do not come any more. */
    private final Set<String> unclosed = new HashSet<>();

    /** @param leaves starts and ends of the scalars that were read before the fault, in order */
    TemplateMarkup(String text, int start, int end, int[] leaves) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.leaves = leaves;
    }

    /** The first markup, provided that there is some near {@code fault}; else null. */
    @Nullable
    Span near(int fault) {
        unclosed.clear();
        int from = lineBefore(fault);
        int to = lineAfter(fault);
        Span first = null;
        boolean comment = false;
        int leaf = 0;
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            while (leaf < leaves.length && leaves[leaf + 1] <= i) {
                leaf += 2;
            }
            boolean content = leaf < leaves.length && leaves[leaf] <= i;
            if (content && isQuotedOrBlock(text.charAt(leaves[leaf]))) {
                i = leaves[leaf + 1] - 1;
                comment = false;
            } else if (YamlText.isBreak(c)) {
                comment = false;
            } else if (c == '#') {
                comment |= !content && (i == start || YamlText.isWhite(text.charAt(i - 1)));
            } else if (!comment && (c == '{' || c == '<' || c == '@')) {
                int markupEnd = c == '@' ? (i == fault ? tokenEnd(i) : -1) : expressionEnd(i);
                if (markupEnd >= 0) {
                    first = first == null ? new Span(i, markupEnd) : first;
                    if (i >= from || markupEnd > from) {
                        return first;
                    }
                    i = markupEnd - 1;
                }
            }
        }
        return null;
    }

    private static boolean isQuotedOrBlock(char first) {
        return first == '"' || first == '\'' || first == '|' || first == '>';
    }

    private int expressionEnd(int at) {
        if (at + 1 >= end) {
            return -1;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        if (first == '{' ? second != '{' && second != '%' : second != '%') {
            return -1;
        }
        String closing = first == '<' ? "%>" : second == '{' ? "}}" : "%}";
        if (unclosed.contains(closing)) {
            return -1;
        }
        int close = YamlText.indexOf(text, closing, at + 2, end);
        if (close < 0) {
            unclosed.add(closing);
            return -1;
        }
        return close + 2;
    }

    private int tokenEnd(int at) {
        int i = at + 1;
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || "_-.".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > at + 1 && i < end && text.charAt(i) == '@' ? i + 1 : -1;
    }

    private int lineBefore(int fault) {
        int i = Math.min(fault, end);
        for (int lines = 0; i > start; i--) {
            if (text.charAt(i - 1) == '\n' && ++lines > LINES_BEFORE) {
                break;
            }
        }
        return i;
    }

    private int lineAfter(int fault) {
        int i = fault;
        for (int lines = 0; i < end; i++) {
            if (text.charAt(i) == '\n' && ++lines > LINES_AFTER) {
                break;
            }
        }
        return i;
    }
}
