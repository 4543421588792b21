package dev.stslint.report;

import dev.stslint.report.Palette.Style;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A piece of a file with marks in it, drawn as rustc does. It holds any number of marks within a line, and one mark over
 * several lines, which runs along the left edge.
 */
final class Frame {

    /** How far apart marks may stand to share a frame. */
    private static final int REACH = 4;

    /** A mark over more lines than this shows its first two and its last. */
    private static final int MOST_LINES_IN_FULL = 4;

    /** A mark and the cells it takes on its line. */
    private record Placed(Mark mark, int first, int last) {

        boolean overlaps(Placed other) {
            return first < other.last && other.first < last;
        }
    }

    private final QuotedSource source;
    private final Style primary;
    private final List<Mark> inline = new ArrayList<>(2);
    private final List<Mark> multiline = new ArrayList<>(1);
    private final TreeSet<Integer> lines = new TreeSet<>();

    /** @param primary how the finding's own place is coloured */
    Frame(QuotedSource source, Style primary, Mark mark) {
        this.source = source;
        this.primary = primary;
        add(mark);
    }

    /** Takes a mark in, if it stands near those that are here and can be drawn among them. */
    boolean takes(QuotedSource other, Mark mark) {
        if (other != source
                || mark.firstLine() > lines.last() + REACH
                || mark.lastLine() < lines.first() - REACH
                || (!mark.isOnOneLine() && !multiline.isEmpty())) {
            return false;
        }
        add(mark);
        return true;
    }

    int lastLine() {
        return lines.last();
    }

    void draw(Canvas canvas) {
        int previous = 0;
        for (int line : lines) {
            if (previous != 0 && line == previous + 2) {
                draw(canvas, line - 1);
            } else if (previous != 0 && line > previous + 2) {
                canvas.elision();
                for (Mark mark : multiline) {
                    canvas.write(style(mark), previous >= mark.firstLine() && previous < mark.lastLine() ? "|" : "");
                }
                canvas.endRow();
            }
            draw(canvas, line);
            previous = line;
        }
    }

    private void add(Mark mark) {
        (mark.isOnOneLine() ? inline : multiline).add(mark);
        boolean whole = mark.lastLine() - mark.firstLine() < MOST_LINES_IN_FULL;
        for (int line = mark.firstLine(); line <= mark.lastLine(); line++) {
            if (whole || line < mark.firstLine() + 2 || line == mark.lastLine()) {
                lines.add(line);
            }
        }
    }

    private void draw(Canvas canvas, int line) {
        ShownLine shown = ShownLine.of(source, line, focus(line));
        canvas.row(line);
        for (Mark mark : multiline) {
            drawEdge(canvas, mark, line, startsLine(mark, line, shown) ? "/" : "|");
        }
        canvas.write(Style.PLAIN, shown.text());
        canvas.endRow();
        for (Mark mark : multiline) {
            if (line == mark.firstLine() && !startsLine(mark, line, shown)) {
                canvas.row();
                canvas.spaces(1);
                int first = shown.cellAt(mark.span().start());
                canvas.write(style(mark), rule(shown, first) + mark.sign());
                canvas.endRow();
            }
        }
        for (List<Placed> layer : layers(line, shown)) {
            drawMarks(canvas, line, shown, layer);
        }
        for (Mark mark : multiline) {
            if (line == mark.lastLine()) {
                canvas.row();
                int last = shown.cellAt(mark.span().end() - 1);
                StringBuilder rule = new StringBuilder("|").append(rule(shown, last));
                repeat(rule, '_', shown.columns(last) - 1);
                canvas.write(style(mark), rule.append(mark.sign()).toString());
                drawLabel(canvas, mark);
                canvas.endRow();
            }
        }
    }

    /** What must be seen of a line when it is too long. */
    private Span focus(int line) {
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (Mark mark : inline) {
            if (mark.firstLine() == line) {
                start = Math.min(start, mark.span().start());
                end = Math.max(end, mark.span().end());
            }
        }
        for (Mark mark : multiline) {
            if (mark.firstLine() == line) {
                start = Math.min(start, mark.span().start());
                end = Math.max(end, mark.span().start());
            } else if (mark.lastLine() == line) {
                start = Math.min(start, mark.span().end() - 1);
                end = Math.max(end, mark.span().end());
            }
        }
        return end < 0 ? Span.caret(source.file().lineStart(line)) : new Span(start, end);
    }

    private static boolean startsLine(Mark mark, int line, ShownLine shown) {
        return line == mark.firstLine()
                && shown.isIndentation(shown.cellAt(mark.span().start()));
    }

    /** The two columns before the text that show which lines a mark covers. */
    private void drawEdge(Canvas canvas, Mark mark, int line, String sign) {
        boolean starts = line == mark.firstLine();
        if (line < mark.firstLine() || line > mark.lastLine() || (starts && sign.equals("|"))) {
            canvas.spaces(2);
        } else {
            canvas.write(style(mark), sign);
            canvas.spaces(1);
        }
    }

    /** A line from the left edge to a cell. */
    private static String rule(ShownLine shown, int cell) {
        StringBuilder rule = new StringBuilder("_");
        for (int i = 0; i < cell; i++) {
            if (shown.isTab(i)) {
                rule.append('\t');
            } else {
                repeat(rule, '_', shown.columns(i));
            }
        }
        return rule.toString();
    }

    /** The marks of a line in as few rows as they can share. */
    private List<List<Placed>> layers(int line, ShownLine shown) {
        List<List<Placed>> layers = new ArrayList<>(1);
        for (Mark mark : inline) {
            if (mark.firstLine() == line) {
                place(layers, placed(mark, shown), shown);
            }
        }
        return layers;
    }

    private static void place(List<List<Placed>> layers, Placed placed, ShownLine shown) {
        for (List<Placed> layer : layers) {
            int at = 0;
            boolean fits = true;
            for (Placed other : layer) {
                fits &= !other.overlaps(placed) && !endsWithTab(other, shown) && !endsWithTab(placed, shown);
                at += other.first() < placed.first() ? 1 : 0;
            }
            if (fits) {
                layer.add(at, placed);
                return;
            }
        }
        List<Placed> layer = new ArrayList<>(2);
        layer.add(placed);
        layers.add(layer);
    }

    /** A mark under a tab is narrower than the tab, so nothing can follow it. */
    private static boolean endsWithTab(Placed placed, ShownLine shown) {
        return shown.isTab(placed.last() - 1);
    }

    private static Placed placed(Mark mark, ShownLine shown) {
        int first = shown.cellAt(mark.span().start());
        int last = mark.span().isEmpty() ? first : shown.cellAt(mark.span().end() - 1);
        return new Placed(mark, first, Math.max(first, last) + 1);
    }

    private void drawMarks(Canvas canvas, int line, ShownLine shown, List<Placed> layer) {
        startRow(canvas, line);
        int cell = 0;
        for (Placed placed : layer) {
            blanks(canvas, shown, cell, placed.first());
            drawSigns(canvas, shown, placed);
            cell = placed.last();
        }
        int rightmost = layer.size() - 1;
        drawLabel(canvas, layer.get(rightmost).mark());
        canvas.endRow();

        List<Placed> waiting = new ArrayList<>(layer.size());
        for (Placed placed : layer.subList(0, rightmost)) {
            if (!placed.mark().label().isEmpty()) {
                waiting.add(placed);
            }
        }
        if (!waiting.isEmpty()) {
            drawConnectors(canvas, line, shown, waiting);
            canvas.endRow();
        }
        while (!waiting.isEmpty()) {
            Placed next = waiting.remove(waiting.size() - 1);
            int at = drawConnectors(canvas, line, shown, waiting);
            blanks(canvas, shown, at, next.first());
            canvas.write(style(next.mark()), next.mark().label());
            canvas.endRow();
        }
    }

    private void drawSigns(Canvas canvas, ShownLine shown, Placed placed) {
        Style style = style(placed.mark());
        String sign = placed.mark().sign();
        if (placed.mark().span().isEmpty()) {
            canvas.write(style, sign);
            canvas.spaces(shown.columns(placed.first()) - 1);
            return;
        }
        StringBuilder signs = new StringBuilder(placed.last() - placed.first());
        for (int i = placed.first(); i < placed.last(); i++) {
            if (!shown.isTab(i)) {
                repeat(signs, sign.charAt(0), shown.columns(i));
            } else if (i + 1 == placed.last()) {
                signs.append(sign);
            } else {
                signs.append('\t');
            }
        }
        canvas.write(style, signs.length() == 0 ? sign : signs.toString());
    }

    /** Lines that lead from marks down to their labels. Gives the cell behind the last one. */
    private int drawConnectors(Canvas canvas, int line, ShownLine shown, List<Placed> waiting) {
        startRow(canvas, line);
        int cell = 0;
        for (Placed placed : waiting) {
            blanks(canvas, shown, cell, placed.first());
            canvas.write(style(placed.mark()), "|");
            canvas.spaces(shown.columns(placed.first()) - 1);
            cell = placed.first() + 1;
        }
        return cell;
    }

    private void drawLabel(Canvas canvas, Mark mark) {
        canvas.spaces(1);
        canvas.write(style(mark), mark.label());
    }

    private void startRow(Canvas canvas, int line) {
        canvas.row();
        for (Mark mark : multiline) {
            if (line >= mark.firstLine() && line <= mark.lastLine()) {
                canvas.write(style(mark), "|");
                canvas.spaces(1);
            } else {
                canvas.spaces(2);
            }
        }
    }

    private static void blanks(Canvas canvas, ShownLine shown, int from, int to) {
        for (int i = from; i < to; i++) {
            if (shown.isTab(i)) {
                canvas.tab();
            } else {
                canvas.spaces(shown.columns(i));
            }
        }
    }

    private Style style(Mark mark) {
        return mark.isPrimary() ? primary : Style.FRAME;
    }

    private static void repeat(StringBuilder out, char c, int count) {
        for (int i = 0; i < count; i++) {
            out.append(c);
        }
    }
}
