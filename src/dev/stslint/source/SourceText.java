package dev.stslint.source;

/**
 * A file together with its text, while both are at hand: what a parser reads. The text is let go when the file's tree
 * is built; the {@link SourceFile} stays.
 *
 * @param text decoded, without a byte order mark; line ends as they stand in the file
 */
public record SourceText(SourceFile file, String text) {

    public Location at(int start, int end) {
        return new Location(file, new Span(start, end));
    }
}
