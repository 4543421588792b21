package dev.stslint.report;

import dev.stslint.source.Location;
import dev.stslint.source.Position;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Places in files, with the code that stands there. */
final class SarifPlaces {

    /** What relative URIs are relative to. */
    static final String ROOT = "SRCROOT";

    private static final int LINES_AROUND = 2;
    private static final int CHARACTERS_AROUND = 400;
    private static final int LONGEST_SNIPPET = 4000;

    private final QuotedSources sources;
    private final String directory;

    /** @param directory the absolute path that shown paths are relative to */
    SarifPlaces(QuotedSources sources, String directory) {
        this.sources = sources;
        this.directory = directory;
    }

    void physicalLocation(JsonGenerator json, Location location) {
        json.writeObjectPropertyStart("physicalLocation");
        artifactLocation(json, location.file().path());
        Optional<QuotedSource> source = sources.of(location.file());
        json.writeObjectPropertyStart("region");
        position(json, location);
        if (source.isPresent()) {
            snippet(json, source.get(), location.span());
        }
        json.writeEndObject();
        if (source.isPresent()) {
            contextRegion(json, source.get(), location);
        }
        json.writeEndObject();
    }

    void artifactLocation(JsonGenerator json, String path) {
        String uri = ArtifactUri.of(path, directory);
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri);
        if (!uri.startsWith("file:")) {
            json.writeStringProperty("uriBaseId", ROOT);
        }
        json.writeEndObject();
    }

    /** Lines and columns count from 1, columns in UTF-16 units; the end column is the one behind the last character. */
    static void position(JsonGenerator json, Location location) {
        Position start = location.start();
        Position end = location.end();
        json.writeNumberProperty("startLine", start.line());
        json.writeNumberProperty("startColumn", start.column());
        json.writeNumberProperty("endLine", end.line());
        json.writeNumberProperty("endColumn", end.column());
    }

    /** The lines around a place, whole; of long ones only what is near. */
    private static void contextRegion(JsonGenerator json, QuotedSource source, Location location) {
        SourceFile file = source.file();
        Span span = location.span();
        int first = Math.max(1, file.lineAt(span.start()) - LINES_AROUND);
        int last = Math.min(file.lineCount(), file.lineAt(span.end()) + LINES_AROUND);
        Span lines = new Span(file.lineStart(first), source.lineEnd(last));
        Span near = near(source, span, lines);
        json.writeObjectPropertyStart("contextRegion");
        if (near.contains(lines) || span.contains(near)) {
            json.writeNumberProperty("startLine", first);
            json.writeNumberProperty("endLine", last);
        } else {
            position(json, new Location(file, near));
        }
        snippet(json, source, near);
        json.writeEndObject();
    }

    private static Span near(QuotedSource source, Span span, Span lines) {
        int start = Math.max(lines.start(), span.start() - CHARACTERS_AROUND);
        int end = Math.max(span.end(), Math.min(lines.end(), span.end() + CHARACTERS_AROUND));
        return new Span(start - splitPair(source, start), end + splitPair(source, end));
    }

    /** 1 when an offset stands between the halves of a surrogate pair. */
    private static int splitPair(QuotedSource source, int offset) {
        String text = source.text();
        boolean isSplit = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return isSplit ? 1 : 0;
    }

    private static void snippet(JsonGenerator json, QuotedSource source, Span span) {
        boolean whole = span.length() <= LONGEST_SNIPPET;
        int end = whole ? span.end() : span.start() + LONGEST_SNIPPET;
        String text = source.masked(new Span(span.start(), end + splitPair(source, end)));
        json.writeObjectPropertyStart("snippet");
        json.writeStringProperty("text", whole ? text : text + "…");
        json.writeEndObject();
    }
}
