package dev.stslint.secret;

import dev.stslint.secret.TokenShape.Match;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.ArrayList;
import java.util.List;

/** What is shown in place of secrets. */
public final class Mask {

    /** Stands for a secret of any length. */
    public static final String TEXT = "•••";

    /** Without one of these nothing but a token is a secret by itself. */
    private static final String SIGNS = ":= @";

    /** No token is shorter. */
    private static final int SHORTEST_TOKEN = 16;

    private Mask() {}

    /**
     * A name or a path of names with every secret in it masked: some people name things by tokens, and a setting may stand
     * where its name was meant.
     */
    public static String secretsIn(String names) {
        boolean hasSigns = hasAny(SIGNS, names);
        if (!hasSigns && names.length() < SHORTEST_TOKEN) {
            return names;
        }
        List<Span> secrets = new ArrayList<>(0);
        if (hasSigns) {
            EvidentSecrets.addFromText(names, 0, secrets);
            // each name by itself too: `data.--password x` is no option
            EvidentSecrets.addFromText(names.replace('.', ' ').replace('[', ' '), 0, secrets);
        } else {
            for (Match match : TokenShape.in(names)) {
                secrets.add(match.span());
            }
        }
        return secrets.isEmpty() ? names : over(Spans.merged(secrets), names, 0, names.length());
    }

    private static boolean hasAny(String signs, String text) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.indexOf(signs.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
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
