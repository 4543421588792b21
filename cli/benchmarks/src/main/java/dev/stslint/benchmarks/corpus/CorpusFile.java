package dev.stslint.benchmarks.corpus;

/**
 * A file to be written.
 *
 * @param path below the corpus's directory, with slashes
 */
record CorpusFile(String path, String text) {}
