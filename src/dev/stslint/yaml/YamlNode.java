package dev.stslint.yaml;

import dev.stslint.source.Span;

/** A node of the tree: a value and the characters it stands on. Compact on purpose: two offsets and the content. */
public abstract sealed class YamlNode permits YamlScalar, YamlMapping, YamlSequence, YamlAlias {

    private final int start;
    private final int end;

    YamlNode(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /**
     * The node's own characters: from its first to behind its last, without tags, anchors, trailing blank lines or
     * comments. An empty value is a caret just behind its key's colon (or its dash).
     */
    public final Span span() {
        return new Span(start, end);
    }

    public final int start() {
        return start;
    }

    public final int end() {
        return end;
    }

    /** What the node stands for: itself, or the anchored node when it is an alias. */
    public YamlNode target() {
        return this;
    }
}
