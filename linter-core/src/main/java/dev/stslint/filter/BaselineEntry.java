package dev.stslint.filter;

import dev.stslint.source.Location;

/**
 * A finding that a baseline holds.
 *
 * @param path of its file, seen from the baseline's directory
 * @param object as the finding names it; empty outside of objects
 * @param fingerprint the finding's, its path aside
 * @param place of its rule in the baseline
 */
public record BaselineEntry(String path, String ruleId, String object, String fingerprint, Location place) {}
