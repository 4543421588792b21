package dev.stslint.secret;

import dev.stslint.secret.TokenShape.Match;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What is shown in place of secrets. */
public final class Mask {

    /** Stands for a secret of any length. */
    public static final String TEXT = "•••";

    /** No token is shorter. */
    private static final int SHORTEST_TOKEN = 16;

    private Mask() {}

    /** A name or a path of names with every token in it masked: some people name things by them. */
    public static String tokensIn(String names) {
        if (names.length() < SHORTEST_TOKEN) {
            return names;
        }
        List<Span> tokens = new ArrayList<>(0);
        for (Match match : TokenShape.in(names)) {
            tokens.add(match.span());
        }
        return tokens.isEmpty() ? names : over(tokens, names, 0, names.length());
    }

    /**
     * A part of a text with each of some spans masked.
     *
     * @param spans in order and apart from each other, within the part
     */
    public static String over(List<Span> spans, String text, int start, int end) {
        StringBuilder masked = new StringBuilder(end - start);
        int at = start;
        for (Span span : spans) {
            masked.append(text, at, span.start()).append(TEXT);
            at = span.end();
        }
        return masked.append(text, at, end).toString();
    }
}
