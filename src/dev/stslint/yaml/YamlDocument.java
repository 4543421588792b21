package dev.stslint.yaml;

import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document of a file: what stands between two separators. */
public final class YamlDocument {

    /** What became of a document. */
    public enum State {
        /** It has a root node. */
        READ,
        /** Nothing, comments only, or {@code null}: kubectl skips it. */
        EMPTY,
        /** It does not parse, or a limit was reached; its faults say why. */
        BROKEN
    }

    private final SourceFile file;
    private final int index;
    private final Span span;
    private final State state;
    private final @Nullable YamlNode root;
    private final List<YamlComment> comments;

    YamlDocument(
            SourceFile file, int index, Span span, State state, @Nullable YamlNode root, List<YamlComment> comments) {
        this.file = file;
        this.index = index;
        this.span = span;
        this.state = state;
        this.root = root;
        this.comments = comments;
    }

    public SourceFile file() {
        return file;
    }

    /** 0 for the first document of the file. */
    public int index() {
        return index;
    }

    /** From behind its separator line to the next one. */
    public Span span() {
        return span;
    }

    public State state() {
        return state;
    }

    /** The root, with aliases followed; empty unless the document is {@link State#READ}. */
    public Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    /** All comments of the document, in order. */
    public List<YamlComment> comments() {
        return comments;
    }
}
