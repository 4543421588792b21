package dev.stslint.yaml;

/**
 * Bounds on hostile input. Reaching one is a fault with a place; no real manifest comes near.
 *
 * @param depth nested collections in one document
 * @param expandedNodes nodes of one document when every alias is replaced by what it stands for: the measure of a
 *     "billion laughs" document
 */
public record YamlLimits(int depth, long expandedNodes) {

    /** 256 levels and ten million expanded nodes. */
    public static final YamlLimits DEFAULT = new YamlLimits(256, 10_000_000L);
}
