package dev.stslint.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * From which template each part of a rendered chart comes, as the comments {@code # Source:} tell that helm writes behind
 * each {@code ---}.
 */
public final class TemplateSources {

    static final String COMMENT = "# Source: ";
    static final String SEPARATOR = "---";

    private final List<Integer> starts = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    private TemplateSources(String text) {
        int at = text.startsWith(COMMENT) ? 0 : next(text, 0);
        while (at >= 0) {
            String path =
                    text.substring(at + COMMENT.length(), lineEnd(text, at)).strip();
            if (isTemplate(path) && followsSeparator(text, at)) {
                starts.add(at);
                paths.add(path);
            }
            at = next(text, at);
        }
    }

    /** What a text says of itself; nothing when helm has not made it. */
    public static TemplateSources in(String text) {
        return new TemplateSources(text);
    }

    public boolean isEmpty() {
        return starts.isEmpty();
    }

    /** The template of what stands at an offset, as {@code shop/templates/queue.yaml}; empty when none is said. */
    public String at(int offset) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? "" : paths.get(low - 1);
    }

    private static int next(String text, int from) {
        int found = text.indexOf("\n" + COMMENT, from);
        return found < 0 ? -1 : found + 1;
    }

    /** People write such comments too, with an address behind them. */
    private static boolean isTemplate(String path) {
        return path.indexOf('/') > 0 && path.indexOf(':') < 0;
    }

    private static boolean followsSeparator(String text, int at) {
        if (at == 0) {
            return true;
        }
        int line = text.lastIndexOf('\n', at - 2) + 1;
        return text.substring(line, at).strip().equals(SEPARATOR);
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
