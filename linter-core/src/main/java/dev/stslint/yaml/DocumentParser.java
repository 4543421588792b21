package dev.stslint.yaml;

/** Reads the text of one document into a builder. */
interface DocumentParser {

    /**
     * Reads it to its end, to the first syntax error, or until the builder is stopped.
     *
     * @return true; false when it should be read anew, into another builder: {@code repairs} now has more of them than
     *     before, or another parser is to do it
     */
    boolean parse(Chunk chunk, TreeBuilder builder, Repairs repairs, FaultLog faults);
}
