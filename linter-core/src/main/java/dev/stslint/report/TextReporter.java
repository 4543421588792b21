package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Related;
import dev.stslint.report.Palette.Style;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For people: each finding with the code it speaks of, as Rust's compiler draws it. What is secret is masked, and what
 * would do more than be seen on a terminal is made visible.
 */
public final class TextReporter implements Reporter {

    private final Palette palette;
    private final boolean quiet;
    private final String explanation;

    /** Everything that is known about each finding. */
    public TextReporter(Palette palette) {
        this(palette, false);
    }

    /**
     * A text report.
     *
     * @param quiet only what is wrong and where: no notes, help and pointers to documentation
     */
    public TextReporter(Palette palette, boolean quiet) {
        this(palette, quiet, "stslint explain ");
    }

    private TextReporter(Palette palette, boolean quiet, String explanation) {
        this.palette = palette;
        this.quiet = quiet;
        this.explanation = explanation;
    }

    /** The same where users have another way to a rule's page, which ends with the rule's id. */
    public TextReporter explainedBy(String command) {
        return new TextReporter(palette, quiet, command);
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        boolean isFirst = true;
        for (Finding finding : report.findings()) {
            out.append(isFirst ? "" : "\n").append(shown(finding, sources));
            isFirst = false;
        }
    }

    /** One finding as the report shows it. */
    String shown(Finding finding, QuotedSources sources) {
        StringBuilder text = new StringBuilder(1024);
        new Entry(finding, sources, text).write();
        return text.toString();
    }

    /** One finding on its way into the report. */
    private final class Entry {

        private final Finding finding;
        private final QuotedSources sources;
        private final StringBuilder text;
        private final Style style;

        /** The places to name, each with its frame where it has one of its own. */
        private final List<Block> blocks = new ArrayList<>(2);

        private final List<String> notes = new ArrayList<>(2);

        Entry(Finding finding, QuotedSources sources, StringBuilder text) {
            this.finding = finding;
            this.sources = sources;
            this.text = text;
            this.style = Style.of(finding.severity());
        }

        void write() {
            addPlace(finding.location(), words(finding.label()), true);
            for (Related related : finding.related()) {
                addPlace(related.location(), words(related.message()), false);
            }
            Canvas canvas = new Canvas(text, palette, lastLine());
            writeHeader();
            for (int i = 0; i < blocks.size(); i++) {
                if (i > 0 && blocks.get(i - 1).frame.isPresent()) {
                    canvas.row();
                    canvas.endRow();
                }
                blocks.get(i).write(canvas);
            }
            if (!quiet) {
                writeFooters(canvas);
            }
        }

        private void addPlace(Location place, String label, boolean isPrimary) {
            SourceFile file = place.file();
            Optional<QuotedSource> source = sources.of(file);
            if (source.isEmpty() || file.length() == 0) {
                addBarePlace(place, label, isPrimary);
                if (source.isEmpty()) {
                    addOnce("`" + HarmlessText.of(file.path())
                            + "` has changed since it was read, so its lines are not shown");
                }
                return;
            }
            Mark mark = Mark.of(source.get(), place.span(), label, isPrimary);
            for (Block block : blocks) {
                if (block.frame.isPresent() && block.frame.get().takes(source.get(), mark)) {
                    return;
                }
            }
            blocks.add(new Block(place, isPrimary, "", Optional.of(new Frame(source.get(), style, mark))));
        }

        private void addBarePlace(Location place, String label, boolean isPrimary) {
            if (isPrimary && !label.isEmpty()) {
                notes.add(label);
            }
            blocks.add(new Block(place, isPrimary, isPrimary ? "" : label, Optional.empty()));
        }

        private void addOnce(String note) {
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }

        private int lastLine() {
            int last = 1;
            for (Block block : blocks) {
                if (block.frame.isPresent()) {
                    last = Math.max(last, block.frame.get().lastLine());
                }
            }
            return last;
        }

        private void writeHeader() {
            palette.append(text, style, finding.severity().id() + "[" + HarmlessText.of(finding.ruleId()) + "]");
            palette.append(text, Style.STRONG, ": " + words(finding.message()));
            text.append('\n');
        }

        private void writeFooters(Canvas canvas) {
            if (blocks.get(blocks.size() - 1).frame.isPresent()) {
                canvas.row();
                canvas.endRow();
            }
            for (String note : notes) {
                writeFooter(canvas, "note", note);
            }
            for (String note : finding.notes()) {
                writeFooter(canvas, "note", note);
            }
            if (!finding.help().isEmpty()) {
                writeFooter(canvas, "help", finding.help());
            }
            writeFooter(canvas, "docs", explanation + finding.ruleId());
        }

        /** Further lines of a footer start where its first one does. */
        private void writeFooter(Canvas canvas, String name, String lines) {
            int start = 0;
            while (start <= lines.length()) {
                int end = lines.indexOf('\n', start);
                if (end < 0) {
                    end = lines.length();
                }
                if (start == 0) {
                    canvas.edge(1, "=");
                    canvas.write(Style.STRONG, name);
                    canvas.write(Style.PLAIN, ":");
                    canvas.spaces(1);
                } else {
                    canvas.edge(1, "");
                    canvas.spaces(1 + name.length() + 2);
                }
                canvas.write(Style.PLAIN, words(lines.substring(start, end)));
                canvas.endRow();
                start = end + 1;
            }
        }

        private String words(String words) {
            return HarmlessText.of(sources.words(finding, words));
        }
    }

    /** A place, and below it what it looks like there. */
    private static final class Block {

        private final Location place;
        private final boolean isPrimary;
        private final String words;
        private final Optional<Frame> frame;

        Block(Location place, boolean isPrimary, String words, Optional<Frame> frame) {
            this.place = place;
            this.isPrimary = isPrimary;
            this.words = words;
            this.frame = frame;
        }

        void write(Canvas canvas) {
            canvas.edge(0, isPrimary ? "-->" : ":::");
            canvas.write(Style.PLAIN, HarmlessText.of(place.toString()));
            if (!words.isEmpty()) {
                canvas.write(Style.PLAIN, ": " + words);
            }
            canvas.endRow();
            if (frame.isPresent()) {
                canvas.row();
                canvas.endRow();
                frame.get().draw(canvas);
            }
        }
    }
}
