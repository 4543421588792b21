package dev.stslint.finding;

import dev.stslint.source.Location;

/**
 * Replaces the characters of a location; an empty location inserts, an empty replacement deletes.
 *
 * @param replacement new text, with the line ends of the file it goes into
 */
public record TextEdit(Location location, String replacement) {}
