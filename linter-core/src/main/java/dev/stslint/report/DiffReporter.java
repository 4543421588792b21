package dev.stslint.report;

import dev.stslint.finding.FileChange;
import dev.stslint.report.LineDiff.Change;
import dev.stslint.report.Palette.Style;
import dev.stslint.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What repairs change, as a unified diff that {@code git apply} and {@code patch -p1} take; but where a line holds a secret it
 * is masked, and then they cannot.
 */
public final class DiffReporter {

    private static final int CONTEXT = 3;
    private static final String NO_BREAK = "\\ No newline at end of file\n";

    private final Palette palette;

    public DiffReporter(Palette palette) {
        this.palette = palette;
    }

    /**
     * Writes the changes of all files, standard input last.
     *
     * @return how many of the lines are not as they stand in the files, because they hold secrets
     * @throws IOException when {@code out} does
     */
    public int write(FixReport report, Appendable out) throws IOException {
        List<FileChange> changes = new ArrayList<>(report.changes());
        report.standardInput().ifPresent(changes::add);
        int masked = 0;
        for (FileChange change : changes) {
            FileDiff diff = new FileDiff(change, report.concealment());
            diff.write();
            out.append(diff.text);
            masked += diff.masked;
        }
        return masked;
    }

    /**
     * One side of a change: its lines, and how they may be shown. For the programs that take differences a carriage return
     * alone ends no line.
     */
    private static final class Side {

        private final QuotedSource source;
        private final List<String> lines;

        /** The number that the first part of each line has in the file. */
        private final List<Integer> numbers;

        Side(SourceText text, Concealment concealment) {
            this.source = new QuotedSource(text.file(), text.text(), concealment.in(text.file()));
            this.lines = new ArrayList<>(text.file().lineCount());
            this.numbers = new ArrayList<>(text.file().lineCount());
            String whole = text.text();
            int number = 1;
            int start = 0;
            for (int line = 1; line <= text.file().lineCount(); line++) {
                boolean isLast = line == text.file().lineCount();
                int end = isLast ? whole.length() : text.file().lineStart(line + 1);
                if (end > start && (isLast || whole.charAt(end - 1) == '\n')) {
                    lines.add(whole.substring(start, end));
                    numbers.add(number);
                    start = end;
                    number = line + 1;
                }
            }
        }

        /** A line without its break and what must not be shown of it. */
        String shown(int index, TellingValues secrets) {
            String line = lines.get(index);
            int number = numbers.get(index);
            StringBuilder shown = new StringBuilder(source.maskedLine(number, secrets));
            for (int at = line.indexOf('\r'); at >= 0; at = line.indexOf('\r', at + 1)) {
                if (!line.startsWith("\r\n", at)) {
                    number++;
                    shown.append('\r').append(source.maskedLine(number, secrets));
                }
            }
            return shown.toString();
        }
    }

    /** The differences of one file on their way into the report. */
    private final class FileDiff {

        private final String path;
        private final Side before;
        private final Side after;
        private final TellingValues secrets;
        private final StringBuilder text = new StringBuilder();
        private int masked;

        FileDiff(FileChange change, Concealment concealment) {
            this.path = change.path();
            this.before = new Side(change.before(), concealment);
            this.after = new Side(change.after(), concealment);
            this.secrets = before.source.values();
        }

        void write() {
            List<Change> changes = LineDiff.of(before.lines, after.lines);
            if (changes.isEmpty()) {
                return;
            }
            header("---", "a/");
            header("+++", "b/");
            int first = 0;
            while (first < changes.size()) {
                int last = first;
                while (last + 1 < changes.size()
                        && changes.get(last + 1).start() - changes.get(last).end() <= 2 * CONTEXT) {
                    last++;
                }
                hunk(changes.subList(first, last + 1));
                first = last + 1;
            }
        }

        /**
         * Names with blanks end with a tab, as other programs write them, so that it is clear where they end. A file above the
         * working directory keeps its {@code a/}: git and patch refuse {@code a/../x}, and would take {@code ../x} for another
         * {@code x}.
         */
        private void header(String sign, String prefix) {
            String name = path.startsWith("/") ? path : prefix + path;
            palette.append(
                    text, Style.STRONG, sign + " " + HarmlessText.of(name) + (path.indexOf(' ') < 0 ? "" : "\t"));
            text.append('\n');
        }

        private void hunk(List<Change> changes) {
            Change first = changes.get(0);
            Change last = changes.get(changes.size() - 1);
            int lead = Math.min(CONTEXT, first.start());
            int trail = Math.min(CONTEXT, before.lines.size() - last.end());
            String range = "@@ -" + range(first.start() - lead, last.end() + trail) + " +"
                    + range(first.otherStart() - lead, last.otherEnd() + trail) + " @@";
            palette.append(text, Style.INFO, range);
            text.append('\n');
            int at = first.start() - lead;
            for (Change change : changes) {
                lines(' ', Style.PLAIN, before, at, change.start());
                lines('-', Style.REMOVED, before, change.start(), change.end());
                lines('+', Style.ADDED, after, change.otherStart(), change.otherEnd());
                at = change.end();
            }
            lines(' ', Style.PLAIN, before, at, last.end() + trail);
        }

        /** Lines count from 1, but an empty range is named by the line before it. */
        private String range(int start, int end) {
            int count = end - start;
            String from = Integer.toString(count == 0 ? start : start + 1);
            return count == 1 ? from : from + "," + count;
        }

        private void lines(char sign, Style style, Side side, int from, int to) {
            for (int i = from; i < to; i++) {
                String line = side.lines.get(i);
                boolean isMarked = i == 0 && side.source.file().hasByteOrderMark();
                String shown = side.shown(i, secrets);
                masked += line.startsWith(shown) ? 0 : 1;
                palette.append(text, style, sign + (isMarked ? "\uFEFF" : "") + harmless(shown));
                text.append(line.endsWith("\r\n") ? "\r\n" : "\n");
                if (!line.endsWith("\n")) {
                    text.append(NO_BREAK);
                }
            }
        }
    }

    /** Text that a terminal only shows; tabs stay, and where no terminal is carriage returns, which programs need. */
    private String harmless(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            boolean stays = i < line.length()
                    && (line.charAt(i) == '\t' || (line.charAt(i) == '\r' && palette == Palette.PLAIN));
            if (stays || i == line.length()) {
                shown.append(HarmlessText.of(line.substring(start, i)));
                shown.append(line, i, stays ? i + 1 : i);
                start = i + 1;
            }
        }
        return shown.toString();
    }
}
