package dev.stslint.yaml;

import dev.stslint.source.Span;

/**
 * A comment.
 *
 * @param span from the {@code #} to the end of the line, without the line break
 * @param text what follows the {@code #}, blanks around it removed
 * @param alone whether nothing but blanks stands before it on its line
 */
public record YamlComment(Span span, String text, boolean alone) {}
