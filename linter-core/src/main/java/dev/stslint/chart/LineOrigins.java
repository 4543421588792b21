package dev.stslint.chart;

import dev.stslint.chart.MarkedTemplate.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which line of which template the lines of a rendered chart come from, as far as that is proven. */
public final class LineOrigins {

    /** Nothing is proven. */
    public static final LineOrigins NONE = new LineOrigins(Map.of());

    /**
     * Where a line comes from.
     *
     * @param template as helm names it
     * @param line counted from 1
     */
    public record Origin(String template, int line) {}

    private final Map<Integer, Origin> byLine;

    private LineOrigins(Map<Integer, Origin> byLine) {
        this.byLine = byLine;
    }

    /**
     * Where a line of the rendered chart comes from.
     *
     * @param line counted from 1
     */
    public Optional<Origin> of(int line) {
        return Optional.ofNullable(byLine.get(line));
    }

    /**
     * Compares what a chart renders to without marks and with them.
     *
     * @param numbers the templates by the numbers in their marks
     */
    static LineOrigins of(String plain, String marked, List<String> numbers, Map<String, MarkedTemplate> templates) {
        List<Part> ours = parts(plain);
        List<Part> theirs = parts(marked);
        theirs.removeIf(part -> part.lines.isEmpty()); // of templates that render to nothing, only marks are left
        if (ours.size() != theirs.size()) {
            return NONE;
        }
        Map<Integer, Origin> byLine = new HashMap<>();
        for (int i = 0; i < ours.size(); i++) {
            if (ours.get(i).agreesWith(theirs.get(i))) {
                add(ours.get(i), theirs.get(i), numbers, templates, byLine);
            }
        }
        return new LineOrigins(byLine);
    }

    private static void add(
            Part plain,
            Part marked,
            List<String> numbers,
            Map<String, MarkedTemplate> templates,
            Map<Integer, Origin> byLine) {
        Mark before = null;
        int firstUnmarked = 0;
        for (int i = 0; i < plain.lines.size(); i++) {
            Mark mark = MarkedTemplate.firstIn(marked.lines.get(i).text);
            if (mark == null) {
                continue;
            }
            String template = numbers.get(mark.template());
            MarkedTemplate source = templates.get(template);
            int first = source != null && isFollowedBy(before, mark, source) ? firstUnmarked : i;
            for (int k = first; k <= i; k++) {
                if (plain.lines.get(k).text.equals(MarkedTemplate.withoutMarks(marked.lines.get(k).text))) {
                    byLine.put(plain.lines.get(k).number, new Origin(template, mark.line()));
                }
            }
            before = mark;
            firstUnmarked = i + 1;
        }
    }

    /** Whether nothing but the line of a mark can have printed what stands between it and the mark before. */
    private static boolean isFollowedBy(@Nullable Mark before, Mark mark, MarkedTemplate source) {
        if (before == null || before.template() != mark.template() || before.line() >= mark.line()) {
            return false;
        }
        for (int line = before.line() + 1; line < mark.line(); line++) {
            if (!source.isSilent(line)) {
                return false;
            }
        }
        return true;
    }

    private record Line(int number, String text) {}

    /** What stands between two separators, without blank lines: where those are is helm's choice. */
    private record Part(String source, List<Line> lines) {

        boolean agreesWith(Part other) {
            return source.equals(other.source) && lines.size() == other.lines.size();
        }
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Part part = new Part("", new ArrayList<>());
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].equals(TemplateSources.SEPARATOR)
                    && i + 1 < lines.length
                    && lines[i + 1].startsWith(TemplateSources.COMMENT)) {
                part = new Part(lines[i + 1], new ArrayList<>());
                parts.add(part);
                i++;
            } else if (!MarkedTemplate.withoutMarks(lines[i]).isBlank()) {
                part.lines.add(new Line(i + 1, lines[i]));
            }
        }
        return parts;
    }
}
