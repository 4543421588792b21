package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The value of an HTTP header that shows who asks: {@code Bearer x}, {@code Basic x}, or the credential alone. */
public final class HttpCredential {

    private static final List<String> SCHEMES = List.of("basic ", "bearer ", "token ", "apikey ", "key ");

    /** Bearers of fewer characters may be words. */
    private static final int SHORTEST_BEARER = 20;

    private HttpCredential() {}

    /**
     * Whether a value under a name that tells nothing is a credential with its scheme, and nothing else: {@code Basic}
     * with a user and a password in base64, or {@code Bearer} with a long word that holds digits.
     */
    public static boolean isAll(String value) {
        String text = value.strip();
        String credential = text.substring(startIn(text));
        if (text.regionMatches(true, 0, "basic ", 0, 6)) {
            return EncodedText.decoded(credential).orElse("").indexOf(':') > 0;
        }
        return text.regionMatches(true, 0, "bearer ", 0, 7)
                && credential.length() >= SHORTEST_BEARER
                && isOneWordWithDigits(credential)
                && Placeholder.of(credential) == Placeholder.LITERAL;
    }

    /** Where such credentials stand in a text, without their schemes. */
    public static List<Span> in(String text) {
        List<Span> found = new ArrayList<>(0);
        addBehind("asic ", text, found);
        addBehind("earer ", text, found);
        return found;
    }

    private static void addBehind(String tail, String text, List<Span> found) {
        for (int at = text.indexOf(tail, 1); at > 0; at = text.indexOf(tail, at + 1)) {
            int from = at + tail.length();
            int end = from;
            while (end < text.length()
                    && (Characters.BASE64.hold(text.charAt(end)) || "-_.~".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            boolean isWord = at == 1 || !Characters.isAlphanumeric(text.charAt(at - 2));
            if (isWord && end > from && isAll(text.substring(at - 1, end))) {
                found.add(new Span(from, end));
            }
        }
    }

    private static boolean isOneWordWithDigits(String text) {
        boolean hasDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.BASE64.hold(c) && !Characters.DOTTED.hold(c) && c != '~') {
                return false;
            }
            hasDigit |= Characters.isDigit(c);
        }
        return hasDigit;
    }

    /** Where in the header's value the credential starts: behind the scheme, when there is one. */
    public static int startIn(String value) {
        for (String scheme : SCHEMES) {
            if (value.regionMatches(true, 0, scheme, 0, scheme.length()) && value.length() > scheme.length()) {
                return scheme.length();
            }
        }
        return 0;
    }
}
