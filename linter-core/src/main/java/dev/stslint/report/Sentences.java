package dev.stslint.report;

import dev.stslint.finding.Finding;

/** Turns the words of findings, which start small and end without a full stop, into sentences. */
final class Sentences {

    /** A command is written as it is typed, even at the start of a sentence. */
    private static final String COMMAND = "kubectl";

    private final StringBuilder text = new StringBuilder(256);

    /** One or more sentences as they should read alone. */
    static String of(String words) {
        return new Sentences().add("", words).toString();
    }

    /**
     * All the words of a finding, for formats with one text for them.
     *
     * @param others what is said about the related places; may be empty
     */
    static String of(Finding finding, String others) {
        Sentences sentences = new Sentences();
        sentences.add("", finding.message()).add("", finding.label()).add("Related: ", others);
        for (String note : finding.notes()) {
            sentences.add("Note: ", note);
        }
        return sentences.add("Help: ", finding.help()).toString();
    }

    /** Adds a sentence behind an opening such as {@code Help:}; nothing when there are no words. */
    Sentences add(String opening, String words) {
        String sentence = words.strip();
        if (sentence.isEmpty()) {
            return this;
        }
        text.append(text.isEmpty() ? "" : " ").append(opening);
        char first = sentence.charAt(0);
        boolean capital = opening.isEmpty() && first >= 'a' && first <= 'z' && !sentence.startsWith(COMMAND);
        text.append(capital ? Character.toUpperCase(first) : first);
        text.append(sentence, 1, sentence.length());
        if (".!?".indexOf(sentence.charAt(sentence.length() - 1)) < 0) {
            text.append('.');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
