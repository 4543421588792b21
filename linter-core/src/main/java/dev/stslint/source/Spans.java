package dev.stslint.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of spans within one text. */
public final class Spans {

    /** A class of its own: the first lambda of a run would cost more than this. */
    public static final Comparator<Span> BY_START = new Comparator<>() {
        @Override
        public int compare(Span a, Span b) {
            return Integer.compare(a.start(), b.start());
        }
    };

    private Spans() {}

    /** The same characters in as few spans as can be, in order; empty spans are dropped. */
    public static List<Span> merged(List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(BY_START);
        List<Span> merged = new ArrayList<>(sorted.size());
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                merged.set(last, merged.get(last).to(span));
            } else if (!span.isEmpty()) {
                merged.add(span);
            }
        }
        return merged;
    }

    /** Where {@code part} stands between {@code from} and {@code to}; -1 when it does not, without looking any further. */
    public static int indexOf(String text, String part, int from, int to) {
        int last = to - part.length();
        char first = part.charAt(0);
        for (int i = from; i <= last; i++) {
            if (text.charAt(i) == first && text.startsWith(part, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Of merged spans those that share a character with what stands between {@code from} and {@code to}. */
    public static List<Span> within(List<Span> merged, int from, int to) {
        int low = 0;
        int high = merged.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (merged.get(middle).end() <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < merged.size() && merged.get(end).start() < to) {
            end++;
        }
        return merged.subList(low, end);
    }
}
