package dev.stslint.kube;

import dev.stslint.source.ShippedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The image table as {@code stateful-images.txt} writes it; the head of that file is its grammar. Lines and not YAML,
 * because a fact, the versions it holds for and its source then stand and change in one line. It is read while a run
 * starts, so only the lines that name images are looked at; the facts of a system are read when one of its images is
 * found.
 */
final class ImageTable {

    private static final String RESOURCE = "stateful-images.txt";
    private static final String SYSTEM = "system ";
    private static final String IMAGE = "  image ";

    private final String text;
    private final List<ImageRow> rows = new ArrayList<>();
    private final Map<String, List<Match>> byName = new HashMap<>();
    private final List<Match> byGlob = new ArrayList<>(4);

    private ImageTable(String text) {
        this.text = text;
    }

    /** The table that ships. */
    static ImageTable load() {
        return parse(ShippedText.of(ImageTable.class, RESOURCE));
    }

    static ImageTable parse(String text) {
        ImageTable table = new ImageTable(text);
        table.readHeads();
        return table;
    }

    List<ImageRow> rows() {
        return rows;
    }

    /** The row that describes an image best. */
    Optional<Match> find(ImageReference image) {
        Match best = null;
        int precision = -1;
        for (Match candidate : byName.getOrDefault(image.name(), byGlob)) {
            if (candidate.pattern.precision() > precision && candidate.pattern.matches(image)) {
                best = candidate;
                precision = candidate.pattern.precision();
            }
        }
        return Optional.ofNullable(best);
    }

    /** A row, and the pattern that leads to it. */
    record Match(ImagePattern pattern, ImageRow row) {}

    /** A system: facts that hold for every image of it. */
    static final class SystemRow {

        private final String id;
        private final String displayName;
        private final Facts facts;

        private SystemRow(String id, String displayName, Facts facts) {
            this.id = id;
            this.displayName = displayName;
            this.facts = facts;
        }

        String id() {
            return id;
        }

        String displayName() {
            return displayName;
        }

        List<Cell> cells() {
            return facts.cells();
        }
    }

    /** Images that are alike. */
    static final class ImageRow {

        private final SystemRow system;
        private final List<ImagePattern> patterns;
        private final String source;
        private final Facts facts;

        private ImageRow(SystemRow system, List<ImagePattern> patterns, String source, Facts facts) {
            this.system = system;
            this.patterns = patterns;
            this.source = source;
            this.facts = facts;
        }

        SystemRow system() {
            return system;
        }

        List<ImagePattern> patterns() {
            return patterns;
        }

        String source() {
            return source;
        }

        boolean describes(ImageReference image) {
            for (ImagePattern pattern : patterns) {
                if (pattern.matches(image)) {
                    return true;
                }
            }
            return false;
        }

        List<Cell> cells() {
            return facts.cells();
        }
    }

    /** The lines below a head, read when somebody asks; twice at worst, when two threads ask at once. */
    private static final class Facts {

        private final String text;
        private final int start;
        private final int end;
        private volatile @Nullable List<Cell> cells;

        Facts(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
        }

        List<Cell> cells() {
            List<Cell> read = cells;
            if (read == null) {
                read = readCells();
                cells = read;
            }
            return read;
        }

        private List<Cell> readCells() {
            List<Cell> found = new ArrayList<>();
            for (String line : text.substring(start, end).split("\n", -1)) {
                String written = line.strip();
                if (!written.isEmpty() && written.charAt(0) != '#') {
                    found.add(Cell.parse(written));
                }
            }
            return List.copyOf(found);
        }
    }

    private void readHeads() {
        SystemRow system = new SystemRow("", "", new Facts(text, 0, 0));
        int at = nextHead(0);
        while (at < text.length()) {
            int lineEnd = text.indexOf('\n', at);
            int next = nextHead(lineEnd + 1);
            Facts facts = new Facts(text, lineEnd + 1, next);
            if (text.startsWith(SYSTEM, at)) {
                int name = text.indexOf(' ', at + SYSTEM.length());
                system = new SystemRow(
                        text.substring(at + SYSTEM.length(), name), text.substring(name + 1, lineEnd), facts);
            } else {
                Cell.Line line = Cell.Line.parse(text.substring(at, lineEnd).strip());
                List<ImagePattern> patterns = new ArrayList<>(line.words().size());
                for (String word : line.words().subList(1, line.words().size())) {
                    patterns.add(ImagePattern.parse(word));
                }
                add(new ImageRow(system, List.copyOf(patterns), line.source(), facts));
            }
            at = next;
        }
    }

    /** Where the next line starts that names a system or images, or the end. */
    private int nextHead(int start) {
        int at = start;
        while (at < text.length()) {
            if (text.startsWith(SYSTEM, at) || text.startsWith(IMAGE, at)) {
                return at;
            }
            int lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 ? text.length() : lineEnd + 1;
        }
        return text.length();
    }

    private void add(ImageRow row) {
        rows.add(row);
        for (ImagePattern pattern : row.patterns) {
            Match match = new Match(pattern, row);
            List<Match> alike = pattern.name().indexOf('*') < 0 ? byName.get(pattern.name()) : byGlob;
            if (alike == null) {
                alike = new ArrayList<>(2);
                byName.put(pattern.name(), alike);
            }
            alike.add(match);
        }
    }
}
