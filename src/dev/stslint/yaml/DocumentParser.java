package dev.stslint.yaml;

/** Reads the text of one document into a builder. */
interface DocumentParser {

    /**
     * Reads it to its end, to the first syntax error, or until the builder is stopped.
     *
     * @return true; false when {@code repairs} now has more of them than before, and it should be read anew
     */
    boolean parse(Chunk chunk, TreeBuilder builder, Repairs repairs, FaultLog faults);
}
