package dev.stslint.report;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * @param start the source offset of the first character it stands for
     * @param columns -1 for a tab, which is as wide as the terminal likes
     */
    private record Cell(int start, String shown, int columns) {

        boolean isTab() {
            return columns < 0;
        }
    }

    private final List<Cell> cells;

    /** The source offset behind the last cell. */
    private final int end;

    private ShownLine(List<Cell> cells, int end) {
        this.cells = cells;
        this.end = end;
    }

    /** A line cut so that the characters of {@code focus} that stand on it can be seen. */
    static ShownLine of(QuotedSource source, int line, Span focus) {
        int start = source.file().lineStart(line);
        int end = source.lineEnd(line);
        int from = Math.min(end, Math.max(start, focus.start()));
        int to = Math.min(end, Math.max(from, focus.end()));
        List<Cell> cells = new ArrayList<>(Math.min(end - start, LONGEST_LINE) + 2);
        if (end - start <= LONGEST_LINE) {
            addCells(cells, source, line, start, end);
        } else {
            int first = Math.max(start, from - CHARACTERS_AROUND_FOCUS);
            int last = Math.min(end, Math.min(to, from + LONGEST_LINE) + CHARACTERS_AROUND_FOCUS);
            if (first > start) {
                cells.add(new Cell(start, ELLIPSIS, 1));
            }
            addCells(cells, source, line, first, last);
            if (last < end) {
                cells.add(new Cell(last, ELLIPSIS, 1));
            }
        }
        return new ShownLine(cells, end).cut(from, to);
    }

    /** How many cells there are; the cell of that number is the empty place behind them. */
    int size() {
        return cells.size();
    }

    /** The cell that shows the character at {@code offset}. */
    int cellAt(int offset) {
        if (offset >= end || cells.isEmpty()) {
            return offset >= end ? cells.size() : 0;
        }
        int low = 0;
        int high = cells.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (cells.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    boolean isTab(int cell) {
        return cell < cells.size() && cells.get(cell).isTab();
    }

    int columns(int cell) {
        return cell < cells.size() ? cells.get(cell).columns() : 1;
    }

    /** Whether only blanks stand before a cell. */
    boolean isIndentation(int cell) {
        for (int i = 0; i < cell; i++) {
            String shown = cells.get(i).shown();
            if (!shown.equals(" ") && !shown.equals("\t")) {
                return false;
            }
        }
        return true;
    }

    String text() {
        StringBuilder text = new StringBuilder(cells.size());
        for (Cell cell : cells) {
            text.append(cell.shown());
        }
        return text.toString();
    }

    private static void addCells(List<Cell> cells, QuotedSource source, int line, int start, int end) {
        String text = source.text();
        int at = start;
        for (Span mask : source.masks(line)) {
            if (mask.end() > at && mask.start() < end) {
                addPlainCells(cells, text, at, Math.max(at, mask.start()));
                cells.add(new Cell(Math.max(at, mask.start()), QuotedSource.MASK, QuotedSource.MASK.length()));
                at = mask.end();
            }
        }
        addPlainCells(cells, text, at, end);
    }

    private static void addPlainCells(List<Cell> cells, String text, int start, int end) {
        int at = start;
        while (at < end) {
            int c = text.codePointAt(at);
            if (c == '\t') {
                cells.add(new Cell(at, "\t", -1));
                at++;
            } else if (HarmlessText.isHarmless(c)) {
                int next = DisplayWidth.endOfCluster(text, at, end);
                cells.add(new Cell(at, text.substring(at, next), DisplayWidth.ofCluster(text, at, next)));
                at = next;
            } else {
                String picture = HarmlessText.picture(c);
                cells.add(new Cell(at, picture, picture.length()));
                at += Character.charCount(c);
            }
        }
    }

    /** The same, with what is too far from the focus replaced by ellipses. */
    private ShownLine cut(int from, int to) {
        if (width(0, cells.size()) <= MOST_COLUMNS) {
            return this;
        }
        int budget = MOST_COLUMNS - 2;
        int focus = Math.min(cellAt(from), cells.size());
        int focusEnd = Math.max(focus, cellAt(to));
        int first = focus;
        int before = Math.min(COLUMNS_BEFORE_FOCUS, Math.max(8, budget - width(focus, focusEnd)));
        while (first > 0 && width(first - 1, focus) <= before) {
            first--;
        }
        int last = first;
        int used = 0;
        while (last < cells.size() && used + width(last) <= budget) {
            used += width(last);
            last++;
        }
        if (last == cells.size()) {
            while (first > 0 && used + width(first - 1) <= budget) {
                first--;
                used += width(first);
            }
        }
        List<Cell> kept = new ArrayList<>(last - first + 2);
        if (first > 0) {
            kept.add(new Cell(cells.get(0).start(), ELLIPSIS, 1));
        }
        kept.addAll(cells.subList(first, last));
        if (last < cells.size()) {
            kept.add(new Cell(cells.get(last).start(), ELLIPSIS, 1));
        }
        return new ShownLine(kept, end);
    }

    private int width(int cell) {
        int columns = cells.get(cell).columns();
        return columns < 0 ? 8 : columns;
    }

    private int width(int first, int last) {
        int width = 0;
        for (int i = first; i < last; i++) {
            width += width(i);
        }
        return width;
    }
}
