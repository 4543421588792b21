package dev.stslint.finding;

import dev.stslint.source.SourceText;

/**
 * What repairs make of a file.
 *
 * @param before what was read
 * @param after what it shall hold
 */
public record FileChange(SourceText before, SourceText after) {

    /** The name to show. */
    public String path() {
        return before.file().path();
    }
}
