package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Related;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The code that a finding speaks of, as HTML: the lines around its places, the characters marked, the labels below them. */
final class MarkedCode {

    /** Places as near as this share a figure. */
    private static final int REACH = 6;

    /** A mark over more lines than this shows its first three and its last. */
    private static final int MOST_LINES_IN_FULL = 6;

    private final Finding finding;
    private final QuotedSources sources;
    private final List<Figure> figures = new ArrayList<>(2);

    private MarkedCode(Finding finding, QuotedSources sources) {
        this.finding = finding;
        this.sources = sources;
    }

    static void write(Markup html, Finding finding, QuotedSources sources) {
        MarkedCode code = new MarkedCode(finding, sources);
        code.add(finding.location(), finding.label(), true);
        for (Related related : finding.related()) {
            code.add(related.location(), related.message(), false);
        }
        for (Figure figure : code.figures) {
            figure.write(html);
        }
    }

    private void add(Location place, String label, boolean isPrimary) {
        String words = sources.words(finding, label);
        Optional<QuotedSource> source = sources.of(place.file());
        if (source.isEmpty() || place.file().length() == 0) {
            figures.add(new Figure(place, words, source.isEmpty()));
            return;
        }
        Mark mark = Mark.of(source.get(), place.span(), words, isPrimary);
        for (Figure figure : figures) {
            if (figure.takes(source.get(), mark)) {
                return;
            }
        }
        figures.add(new Figure(place, source.get(), mark));
    }

    /** A piece of a file, or the name of a place that cannot be shown. */
    private static final class Figure {

        private final Location place;
        private final Optional<QuotedSource> source;
        private final String words;
        private final List<Mark> marks = new ArrayList<>(2);
        private final TreeSet<Integer> lines = new TreeSet<>();

        Figure(Location place, QuotedSource source, Mark mark) {
            this.place = place;
            this.source = Optional.of(source);
            this.words = "";
            add(source, mark);
        }

        Figure(Location place, String words, boolean hasChanged) {
            this.place = place;
            this.source = Optional.empty();
            String change = hasChanged ? "the file has changed since it was read, so its lines are not shown" : "";
            this.words = words + (words.isEmpty() || change.isEmpty() ? "" : "; ") + change;
        }

        boolean takes(QuotedSource other, Mark mark) {
            if (source.isEmpty()
                    || source.get() != other
                    || mark.firstLine() > lines.last() + REACH
                    || mark.lastLine() < lines.first() - REACH) {
                return false;
            }
            add(other, mark);
            return true;
        }

        private void add(QuotedSource code, Mark mark) {
            marks.add(mark);
            boolean whole = mark.lastLine() - mark.firstLine() < MOST_LINES_IN_FULL;
            for (int line = mark.firstLine(); line <= mark.lastLine(); line++) {
                if (whole || line < mark.firstLine() + 3 || line == mark.lastLine()) {
                    lines.add(line);
                }
            }
            int around = mark.isPrimary() ? 2 : 1;
            SourceFile file = code.file();
            for (int line = Math.max(1, mark.firstLine() - around); line < mark.firstLine(); line++) {
                lines.add(line);
            }
            int next = mark.lastLine() + 1;
            if (next <= file.lineCount() && file.lineStart(next) < file.length()) {
                lines.add(next);
            }
        }

        void write(Markup html) {
            html.open("figure", "class", "code");
            html.element("figcaption", place.toString());
            if (source.isPresent()) {
                html.open("pre");
                int previous = lines.first() - 1;
                for (int line : lines) {
                    if (line == previous + 2) {
                        row(html, source.get(), line - 1);
                    } else if (line > previous + 1) {
                        html.open("span", "class", "row")
                                .element("span", "⋯", "class", "n")
                                .close("span")
                                .line();
                    }
                    row(html, source.get(), line);
                    previous = line;
                }
                html.close("pre");
            } else if (!words.isEmpty()) {
                html.open("p", "class", "label");
                Phrase.write(html, words);
                html.close("p");
            }
            html.close("figure").line();
        }

        private void row(Markup html, QuotedSource code, int line) {
            ShownLine shown = ShownLine.of(code, line, focus(code, line));
            html.open("span", "class", "row");
            html.element("span", Integer.toString(line), "class", "n");
            html.open("code");
            cells(html, shown, line);
            html.close("code").close("span").line();
            for (Mark mark : marks) {
                if (mark.lastLine() == line && !mark.label().isEmpty()) {
                    html.open("span", "class", mark.isPrimary() ? "row label own" : "row label");
                    html.element("span", "", "class", "n");
                    html.open("span").element("span", blanks(shown, first(mark, shown, line)), "class", "blanks");
                    html.text("╰ ");
                    Phrase.write(html, mark.label());
                    html.close("span").close("span").line();
                }
            }
        }

        /** What must be seen of a line when it is too long: all marks, or the start of the first that goes on. */
        private Span focus(QuotedSource code, int line) {
            int start = Integer.MAX_VALUE;
            int end = -1;
            for (Mark mark : marks) {
                if (mark.isOnOneLine() && mark.firstLine() == line) {
                    start = Math.min(start, mark.span().start());
                    end = Math.max(end, mark.span().end());
                }
            }
            return end < 0 ? Span.caret(code.file().lineStart(line)) : new Span(start, end);
        }

        /** The cells of a line, those under marks in elements of their own. */
        private void cells(Markup html, ShownLine shown, int line) {
            int cell = 0;
            String open = "";
            for (int i = 0; i <= shown.size(); i++) {
                for (Mark mark : marks) {
                    if (mark.span().isEmpty() && mark.firstLine() == line && first(mark, shown, line) == i) {
                        piece(html, shown.text(cell, i), open);
                        cell = i;
                        html.element("mark", "", "class", mark.isPrimary() ? "own caret" : "caret");
                    }
                }
                String style = i < shown.size() ? style(shown, line, i) : "";
                if (!style.equals(open)) {
                    piece(html, shown.text(cell, i), open);
                    cell = i;
                    open = style;
                }
            }
            piece(html, shown.text(cell, shown.size()), open);
        }

        private static void piece(Markup html, String text, String style) {
            if (text.isEmpty()) {
                return;
            }
            if (style.isEmpty()) {
                html.text(text);
            } else {
                html.element("mark", text, "class", style);
            }
        }

        /** A finding's own place shows through those of others. */
        private String style(ShownLine shown, int line, int cell) {
            String style = "";
            for (Mark mark : marks) {
                boolean isOn = !mark.span().isEmpty()
                        && line >= mark.firstLine()
                        && line <= mark.lastLine()
                        && cell >= first(mark, shown, line)
                        && cell <= last(mark, shown, line);
                if (isOn && !style.equals("own")) {
                    style = mark.isPrimary() ? "own" : "other";
                }
            }
            return style;
        }

        /** Where a mark starts on a line: behind the indentation when it started further up. */
        private static int first(Mark mark, ShownLine shown, int line) {
            if (line == mark.firstLine()) {
                return shown.cellAt(mark.span().start());
            }
            int cell = 0;
            while (cell < shown.size() && shown.isIndentation(cell + 1)) {
                cell++;
            }
            return cell;
        }

        private static int last(Mark mark, ShownLine shown, int line) {
            return line == mark.lastLine() ? shown.cellAt(mark.span().end() - 1) : shown.size();
        }

        private static String blanks(ShownLine shown, int cells) {
            StringBuilder blanks = new StringBuilder();
            for (int i = 0; i < cells; i++) {
                blanks.append(shown.isTab(i) ? "\t" : " ".repeat(shown.columns(i)));
            }
            return blanks.toString();
        }
    }
}
