package dev.stslint.secret;

import dev.stslint.secret.TokenShape.Match;

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
        StringBuilder masked = new StringBuilder(names.length());
        int at = 0;
        for (Match match : TokenShape.in(names)) {
            masked.append(names, at, Math.max(at, match.span().start())).append(TEXT);
            at = Math.max(at, match.span().end());
        }
        return at == 0 ? names : masked.append(names, at, names.length()).toString();
    }
}
