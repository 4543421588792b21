package dev.stslint.source;

/** A place that is known: it holds nothing of the tree that it was found in. */
public record FixedPlace(Location location, String fieldPath) implements Located {}
