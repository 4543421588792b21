package dev.stslint.chart;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template that says in what it renders to where that comes from: at the end of lines stands a mark, which looks like a
 * comment. Only lines that go straight to the output get one, so none where an action takes the white space away; and those
 * inside of a definition, whose text may be compared or cut by whoever includes it, only when that is asked for.
 */
final class MarkedTemplate {

    /** Private characters, which no chart uses. */
    private static final char OPEN = '\uE0C0';

    private static final char CLOSE = '\uE0C1';

    private static final String START = " #" + OPEN;

    /** Actions that print nothing themselves. */
    private static final Set<String> SILENT =
            Set.of("if", "else", "end", "range", "with", "define", "block", "break", "continue");

    private static final Set<String> OPENING = Set.of("if", "range", "with", "define", "block");

    private final String template;
    private final int number;
    private final boolean isDeep;
    private final StringBuilder marked;
    private final BitSet speaking = new BitSet();
    private final Deque<String> open = new ArrayDeque<>();
    private int line = 1;

    /**
     * Marks a template.
     *
     * @param number tells templates of a chart apart
     * @param isDeep whether definitions are marked too
     */
    MarkedTemplate(String template, int number, boolean isDeep) {
        this.template = template;
        this.number = number;
        this.isDeep = isDeep;
        this.marked = new StringBuilder(template.length() + template.length() / 4);
        mark();
    }

    /** The template with its marks. */
    String text() {
        return marked.toString();
    }

    /** Whether nothing of a line gets into the output. Lines count from 1. */
    boolean isSilent(int ofLine) {
        return !speaking.get(ofLine);
    }

    private void mark() {
        int at = 0;
        boolean trimsNext = false;
        while (at < template.length()) {
            TemplateAction action = TemplateAction.from(template, at);
            copyText(at, action == null ? template.length() : action.start(), trimsNext);
            if (action == null) {
                break;
            }
            read(action);
            trimsNext = action.trimsWhatFollows();
            marked.append(template, action.start(), action.end());
            at = action.end();
        }
        if (speaking.get(line) && !trimsNext && isMarked()) {
            insertMark();
        }
    }

    /** @param trimmed whether white space at its start is taken away */
    private void copyText(int start, int end, boolean trimmed) {
        boolean isKept = !trimmed;
        for (int i = start; i < end; i++) {
            char c = template.charAt(i);
            if (c == '\n') {
                if (isKept && speaking.get(line) && isMarked() && !isSeparator(i)) {
                    insertMark();
                }
                line++;
            } else if (!Character.isWhitespace(c)) {
                isKept = true;
                speaking.set(line);
            }
            marked.append(c);
        }
    }

    /** In front of the line break, which may be two characters. */
    private void insertMark() {
        int end = marked.length();
        if (end > 0 && marked.charAt(end - 1) == '\r') {
            end--;
        }
        marked.insert(end, START + number + '.' + line + CLOSE);
    }

    private boolean isSeparator(int lineBreak) {
        return template.startsWith("---", template.lastIndexOf('\n', lineBreak - 1) + 1);
    }

    private boolean isMarked() {
        return isDeep || (!open.contains("define") && !open.contains("block"));
    }

    /** Keeps count of lines and of what is open. */
    private void read(TemplateAction action) {
        for (int i = action.start(); i < action.end(); i++) {
            line += template.charAt(i) == '\n' ? 1 : 0;
        }
        String word = action.firstWord();
        if (OPENING.contains(word)) {
            open.push(word);
        } else if (word.equals("end") && !open.isEmpty()) {
            open.pop();
        }
        if (!action.isComment() && !SILENT.contains(word) && !action.isAssignment()) {
            speaking.set(line);
        }
    }

    /** Where a rendered line comes from. */
    record Mark(int template, int line) {}

    /** The first mark of a rendered line, which is the one of its own text; null when there is none. */
    static @Nullable Mark firstIn(String rendered) {
        int start = rendered.indexOf(START);
        int dot = rendered.indexOf('.', Math.max(start, 0));
        int close = rendered.indexOf(CLOSE, Math.max(start, 0));
        if (start < 0 || dot < 0 || close < dot) {
            return null;
        }
        return new Mark(
                Integer.parseInt(rendered.substring(start + START.length(), dot)),
                Integer.parseInt(rendered.substring(dot + 1, close)));
    }

    /** A rendered line as it were without marks. */
    static String withoutMarks(String rendered) {
        int start = rendered.indexOf(START);
        if (start < 0) {
            return rendered;
        }
        StringBuilder text = new StringBuilder(rendered.length());
        int at = 0;
        while (start >= 0) {
            text.append(rendered, at, start);
            int close = rendered.indexOf(CLOSE, start);
            at = close < 0 ? rendered.length() : close + 1;
            start = rendered.indexOf(START, at);
        }
        return text.append(rendered, at, rendered.length()).toString();
    }
}
