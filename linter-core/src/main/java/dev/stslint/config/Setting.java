package dev.stslint.config;

import dev.stslint.source.Location;

/**
 * A value and where it is written.
 */
public record Setting<T>(T value, Location place) {}
