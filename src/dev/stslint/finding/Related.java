package dev.stslint.finding;

import dev.stslint.source.Location;

/**
 * Another place that belongs to a finding.
 *
 * @param message what is to be seen there, in a few words
 */
public record Related(Location location, String message) {}
