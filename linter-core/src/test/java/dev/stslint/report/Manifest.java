package dev.stslint.report;

import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;

/** A text to point into by quoting it. */
final class Manifest {

    private final SourceText source;

    private Manifest(SourceText source) {
        this.source = source;
    }

    static Manifest of(String path, String text) {
        return new Manifest(SourceFile.of(path, text));
    }

    static Manifest of(SourceText source) {
        return new Manifest(source);
    }

    SourceFile file() {
        return source.file();
    }

    /** The first place where {@code part} stands. */
    Location at(String part) {
        int start = source.text().indexOf(part);
        if (start < 0) {
            throw new IllegalArgumentException("not in the text: " + part);
        }
        return source.at(start, start + part.length());
    }

    /** {@code part} where it stands within {@code context}. */
    Location at(String context, String part) {
        int start = at(context).span().start() + context.indexOf(part);
        return source.at(start, start + part.length());
    }

    /** The empty place behind {@code part}. */
    Location after(String part) {
        int end = at(part).span().end();
        return source.at(end, end);
    }

    /** The empty place before {@code part}. */
    Location before(String part) {
        int start = at(part).span().start();
        return source.at(start, start);
    }

    /** From the start of one part to the end of another. */
    Location from(String first, String last) {
        int start = at(first).span().start();
        int end = source.text().indexOf(last, start) + last.length();
        return source.at(start, end);
    }

    Location end() {
        return source.at(source.text().length(), source.text().length());
    }

    Location all() {
        return source.at(0, source.text().length());
    }
}
