package dev.stslint.report;

import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The characters that must not be shown: secret values, by file. Rules name them; every display masks them. */
public final class Concealment {

    /** Nothing is secret. */
    public static final Concealment NONE = new Concealment(Map.of());

    private final Map<SourceFile, List<Span>> spans;

    private Concealment(Map<SourceFile, List<Span>> spans) {
        this.spans = spans;
    }

    /** Hides the characters of some locations. */
    public static Concealment of(Iterable<Location> secrets) {
        Map<SourceFile, List<Span>> byFile = new HashMap<>();
        for (Location secret : secrets) {
            List<Span> spans = byFile.get(secret.file());
            if (spans == null) {
                spans = new ArrayList<>();
                byFile.put(secret.file(), spans);
            }
            spans.add(secret.span());
        }
        for (List<Span> spans : byFile.values()) {
            spans.sort(Spans.BY_START);
        }
        return new Concealment(byFile);
    }

    /** What is hidden here or there, in texts that were read at different times. */
    public Concealment and(Concealment other) {
        Map<SourceFile, List<Span>> both = new HashMap<>(spans);
        both.putAll(other.spans);
        return new Concealment(both);
    }

    /** The secret spans of a file, in order; they may overlap. */
    public List<Span> in(SourceFile file) {
        return spans.getOrDefault(file, List.of());
    }
}
