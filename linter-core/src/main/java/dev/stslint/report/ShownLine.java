package dev.stslint.report;

import dev.stslint.secret.Mask;
import dev.stslint.source.Span;
import java.util.Arrays;

/**
 * A line of source as it is drawn: secrets masked, control characters made visible, and cut where it is long. It is a row
 * of cells; each knows which characters of the source it stands for and how many columns it takes, so that marks can be
 * put under them.
 */
final class ShownLine {

    private static final String ELLIPSIS = "…";
    private static final int MOST_COLUMNS = 120;
    private static final int COLUMNS_BEFORE_FOCUS = 30;

    /** Of a longer line only the surroundings of the focus are looked at. */
    private static final int LONGEST_LINE = 4000;

    private static final int CHARACTERS_AROUND_FOCUS = 500;

    private static final int TAB = -1;
    private static final int WIDEST_TAB = 8;

    /** The source offset of the first character that each cell stands for. */
    private final int[] starts;

    /** Where the text of each cell ends in {@link #shown}. */
    private final int[] ends;

    /** The columns of each cell; a tab is as wide as the terminal likes. */
    private final int[] columns;

    private final StringBuilder shown;
    private int size;

    /** The source offset behind the last cell. */
    private final int end;

    private ShownLine(int capacity, int end) {
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.columns = new int[capacity];
        this.shown = new StringBuilder(capacity + 8);
        this.end = end;
    }

    /** A line cut so that the characters of {@code focus} that stand on it can be seen. */
    static ShownLine of(QuotedSource source, int line, Span focus) {
        int start = source.file().lineStart(line);
        int end = source.lineEnd(line);
        int from = Math.min(end, Math.max(start, focus.start()));
        int to = Math.min(end, Math.max(from, focus.end()));
        if (end - start <= LONGEST_LINE) {
            ShownLine whole = new ShownLine(end - start, end);
            whole.addCells(source, line, start, end);
            return whole.cut(from, to);
        }
        int first = Math.max(start, from - CHARACTERS_AROUND_FOCUS);
        int last = Math.min(end, Math.min(to, from + LONGEST_LINE) + CHARACTERS_AROUND_FOCUS);
        ShownLine part = new ShownLine(last - first + 2, end);
        if (first > start) {
            part.add(start, ELLIPSIS, 1);
        }
        part.addCells(source, line, first, last);
        if (last < end) {
            part.add(last, ELLIPSIS, 1);
        }
        return part.cut(from, to);
    }

    /** The cell that shows the character at {@code offset}; for the end of the line, the empty place behind the last one. */
    int cellAt(int offset) {
        if (offset >= end) {
            return size;
        }
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    boolean isTab(int cell) {
        return cell < size && columns[cell] == TAB;
    }

    int columns(int cell) {
        return cell < size ? columns[cell] : 1;
    }

    /** Whether only blanks stand before a cell. */
    boolean isIndentation(int cell) {
        for (int i = 0; i < textStart(cell); i++) {
            if (shown.charAt(i) != ' ' && shown.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    String text() {
        return shown.toString();
    }

    /** How many cells there are. */
    int size() {
        return size;
    }

    /** What some cells show. */
    String text(int first, int last) {
        return shown.substring(textStart(first), textStart(last));
    }

    private int textStart(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    private void add(int start, String text, int width) {
        shown.append(text);
        addCell(start, width);
    }

    private void addCell(int start, int width) {
        starts[size] = start;
        ends[size] = shown.length();
        columns[size] = width;
        size++;
    }

    private void addCells(QuotedSource source, int line, int start, int end) {
        String text = source.text();
        int at = start;
        for (Span mask : source.masks(line)) {
            if (mask.end() > at && mask.start() < end) {
                addPlainCells(text, at, Math.max(at, mask.start()));
                add(Math.max(at, mask.start()), Mask.TEXT, Mask.TEXT.length());
                at = mask.end();
            }
        }
        addPlainCells(text, at, end);
    }

    private void addPlainCells(String text, int start, int end) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            boolean isAscii = c >= ' ' && c < 0x7F;
            if (isAscii && (at + 1 == end || text.charAt(at + 1) < 0x7F)) {
                shown.append(c);
                addCell(at, 1);
                at++;
            } else if (c == '\t') {
                shown.append(c);
                addCell(at, TAB);
                at++;
            } else {
                at = addCluster(text, at, end);
            }
        }
    }

    private int addCluster(String text, int at, int end) {
        int c = text.codePointAt(at);
        if (!HarmlessText.isHarmless(c)) {
            String picture = HarmlessText.picture(c);
            add(at, picture, picture.length());
            return at + Character.charCount(c);
        }
        int next = DisplayWidth.endOfCluster(text, at, end);
        shown.append(text, at, next);
        addCell(at, DisplayWidth.ofCluster(text, at, next));
        return next;
    }

    /** The same, with what is too far from the focus replaced by ellipses. */
    private ShownLine cut(int from, int to) {
        if (width(0, size) <= MOST_COLUMNS) {
            return this;
        }
        int budget = MOST_COLUMNS - 2;
        int focus = cellAt(from);
        int focusEnd = Math.max(focus, cellAt(to));
        int before = Math.min(COLUMNS_BEFORE_FOCUS, Math.max(8, budget - width(focus, focusEnd)));
        int first = focus;
        while (first > 0 && width(first - 1, focus) <= before) {
            first--;
        }
        int last = first;
        int used = 0;
        while (last < size && used + width(last) <= budget) {
            used += width(last);
            last++;
        }
        if (last == size) {
            while (first > 0 && used + width(first - 1) <= budget) {
                first--;
                used += width(first);
            }
        }
        return part(first, last);
    }

    private ShownLine part(int first, int last) {
        ShownLine part = new ShownLine(last - first + 2, end);
        if (first > 0) {
            part.add(starts[0], ELLIPSIS, 1);
        }
        for (int i = first; i < last; i++) {
            part.shown.append(shown, textStart(i), ends[i]);
            part.addCell(starts[i], columns[i]);
        }
        if (last < size) {
            part.add(starts[last], ELLIPSIS, 1);
        }
        return part;
    }

    private int width(int cell) {
        return columns[cell] == TAB ? WIDEST_TAB : columns[cell];
    }

    private int width(int first, int last) {
        int width = 0;
        for (int i = first; i < last; i++) {
            width += width(i);
        }
        return width;
    }
}
