package dev.stslint.report;

import dev.stslint.report.FileAccount.Outcome;

/** Numbers and nouns that agree. */
final class Counted {

    private Counted() {}

    /** {@code 1 file}, {@code 2 files}, {@code no files}. */
    static String of(int count, String noun) {
        return (count == 0 ? "no" : Integer.toString(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    /** What became of that many documents, to stand behind them. */
    static String agreeing(int count, Outcome outcome) {
        return outcome == Outcome.BROKEN && count != 1 ? "do not parse" : outcome.text();
    }
}
