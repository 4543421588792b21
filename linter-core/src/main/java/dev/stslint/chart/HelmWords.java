package dev.stslint.chart;

import dev.stslint.secret.Mask;
import dev.stslint.secret.SpokenSecrets;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What helm says when it fails: the lines that tell why, and the same without secrets. */
final class HelmWords {

    private static final String ERROR = "Error: ";

    /** What follows is a hint that is of no use here. */
    private static final String HINT = "Use --debug flag";

    /** Validators and templates can say a lot more; the first lines hold the cause. */
    private static final int MOST_LINES = 5;

    /** In characters. */
    private static final int LONGEST_LINE = 400;

    private HelmWords() {}

    /** The telling lines of what helm printed: what stands behind {@code Error:}, or all when that is not there. */
    static List<String> telling(String printed) {
        List<String> lines = new ArrayList<>();
        boolean isError = false;
        for (String printedLine : printed.lines().toList()) {
            String line = printedLine.strip();
            if (!isError && printedLine.startsWith(ERROR)) {
                isError = true;
                lines.clear();
                line = line.substring(ERROR.length()).strip();
            }
            if (isError && line.startsWith(HINT)) {
                break;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The same as far as they may be shown, and are worth it. */
    static List<String> masked(List<String> words, ValuesSecrets values) {
        String text = String.join("\n", words);
        List<Span> secrets = SpokenSecrets.in(text, values.names());
        values.addOccurrences(text, secrets);
        BitSet hidden = new BitSet(text.length());
        for (Span secret : secrets) {
            hidden.set(secret.start(), secret.end());
        }
        List<String> lines = new ArrayList<>(MOST_LINES);
        int start = 0;
        for (int i = 0; i < words.size(); i++) {
            int end = start + words.get(i).length();
            if (lines.size() == MOST_LINES) {
                lines.set(MOST_LINES - 1, lines.get(MOST_LINES - 1) + " … and more");
                break;
            }
            lines.add(shortened(masked(text, start, end, hidden)));
            start = end + 1;
        }
        return lines;
    }

    private static String masked(String text, int start, int end, BitSet hidden) {
        StringBuilder shown = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int secret = hidden.nextSetBit(at);
            int visible = secret < 0 || secret > end ? end : secret;
            shown.append(text, at, visible);
            if (visible < end) {
                shown.append(Mask.TEXT);
                visible = Math.min(hidden.nextClearBit(visible), end);
            }
            at = visible;
        }
        return shown.toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }
}
