package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact of the image table: one line of it.
 *
 * @param words what it says
 * @param when signs of which one must be seen for it to hold
 * @param unless signs of which none must be there for it to hold
 * @param movedBy for data: what puts it elsewhere
 * @param tags the versions it holds for
 * @param source where it was read
 * @param isVerified whether somebody read it there, so that an error may rest on it
 */
record Cell(
        Column column,
        List<String> words,
        List<Sign> when,
        List<Sign> unless,
        List<Mover> movedBy,
        MajorRange tags,
        String source,
        boolean isVerified) {

    /** @throws IllegalArgumentException for a line that does not follow the grammar */
    static Cell parse(String text) {
        try {
            return parse(Line.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("stateful-images.txt: " + text, e);
        }
    }

    private static Cell parse(Line line) {
        List<Sign> when = new ArrayList<>(0);
        List<Sign> unless = new ArrayList<>(0);
        List<Mover> movedBy = new ArrayList<>(0);
        List<String> tags = new ArrayList<>(0);
        List<String> own = new ArrayList<>();
        String clause = "";
        for (String word : line.words.subList(1, line.words.size())) {
            if (word.equals("when") || word.equals("unless") || word.equals("moved-by") || word.equals("tags")) {
                clause = word;
                continue;
            }
            switch (clause) {
                case "when" -> when.add(Sign.parse(word));
                case "unless" -> unless.add(Sign.parse(word));
                case "moved-by" -> movedBy.add(Mover.parse(word));
                case "tags" -> tags.add(word);
                default -> own.add(word);
            }
        }
        return new Cell(
                Column.parse(line.words.get(0)),
                own,
                when,
                unless,
                movedBy,
                MajorRange.parse(tags),
                line.source,
                line.isVerified());
    }

    String word() {
        return words.get(0);
    }

    /** Whether it holds in a container: a condition must be seen, an exception must surely not be there. */
    Sign.Sighting in(Launch launch, boolean isOpaque) {
        if (!when.isEmpty() && any(when, launch, isOpaque) != Sign.Sighting.YES) {
            return Sign.Sighting.NO;
        }
        return switch (any(unless, launch, isOpaque)) {
            case YES -> Sign.Sighting.NO;
            case MAYBE -> Sign.Sighting.MAYBE;
            case NO -> Sign.Sighting.YES;
        };
    }

    static Sign.Sighting any(List<Sign> signs, Launch launch, boolean isOpaque) {
        Sign.Sighting best = Sign.Sighting.NO;
        for (Sign sign : signs) {
            Sign.Sighting sighting = sign.in(launch, isOpaque);
            if (sighting.compareTo(best) > 0) {
                best = sighting;
            }
        }
        return best;
    }

    /** The words of a line, and the source in brackets behind them. */
    record Line(List<String> words, String source) {

        static Line parse(String text) {
            int bracket = text.lastIndexOf('[');
            if (bracket < 0 || !text.endsWith("]")) {
                throw new IllegalArgumentException("no [source] at the end of: " + text);
            }
            List<String> words = new ArrayList<>();
            int at = 0;
            while (at < bracket) {
                int space = text.indexOf(' ', at);
                int end = space < 0 || space > bracket ? bracket : space;
                if (end > at) {
                    words.add(text.substring(at, end));
                }
                at = end + 1;
            }
            return new Line(words, text.substring(bracket + 1, text.length() - 1));
        }

        /** The grade is the last letter: V, D and T were read or tried, U was not. */
        boolean isVerified() {
            return !source.endsWith(" U");
        }
    }
}
