package dev.stslint.secret;

import dev.stslint.source.NearestNames;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.List;

/**
 * What a text shows by itself to be a secret, whatever it is part of and whether anybody has parsed it: settings with sensitive
 * names, {@code -u user:x}, passwords in addresses and before hosts, {@code Bearer x} and {@code Basic x}, and known token shapes.
 */
public final class EvidentSecrets {

    private static final int LONGEST_LEVEL = 8;
    private static final List<String> LEVELS = List.of("off", "error", "warning", "info");

    private EvidentSecrets() {}

    /** Adds what a text shows by itself, {@code shift} further on. */
    public static void addFromText(String text, int shift, List<Span> masks) {
        for (Assignment assignment : Assignment.in(text)) {
            if (!isSettingOfRule(text, assignment)) {
                addIfInTheOpen(text, assignment.value(), shift, masks);
            }
        }
        for (Span password : UserOption.passwords(text)) {
            addIfInTheOpen(text, password, shift, masks);
        }
        addTellingValues(text, shift, masks);
    }

    /** Adds what is a secret whatever it is called. */
    public static void addTellingValues(String text, int shift, List<Span> masks) {
        for (UrlCredentials credentials : UrlCredentials.in(text)) {
            addIfInTheOpen(text, credentials.password(), shift, masks);
        }
        addBareCredentials(text, shift, masks);
        for (Span credential : HttpCredential.in(text)) {
            masks.add(new Span(shift + credential.start(), shift + credential.end()));
        }
        for (TokenShape.Match match : TokenShape.in(text)) {
            masks.add(
                    new Span(shift + match.span().start(), shift + match.span().end()));
        }
    }

    /** {@code inline-secret: warn} in a configuration, as far as it is a level or nearly one. */
    private static boolean isSettingOfRule(String text, Assignment assignment) {
        String value =
                text.substring(assignment.value().start(), assignment.value().end());
        return assignment.name().endsWith("-secret")
                && value.length() <= LONGEST_LEVEL
                && !NearestNames.of(value, LEVELS).names().isEmpty();
    }

    /** {@code user:x@registry/image}; the digest of an image is none. */
    private static void addBareCredentials(String text, int shift, List<Span> masks) {
        for (int at = text.indexOf('@', 3); at > 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && isOfCredentials(text.charAt(start - 1))) {
                start--;
            }
            int colon = Spans.indexOf(text, ":", start, at);
            boolean isBeforeHost = at + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(at + 1))
                    && !text.startsWith("sha256:", at + 1)
                    && !text.startsWith("sha512:", at + 1);
            if (isBeforeHost && colon > start && colon + 1 < at && !text.startsWith("mailto:", start)) {
                addIfInTheOpen(text, new Span(colon + 1, at), shift, masks);
            }
        }
    }

    private static boolean isOfCredentials(char c) {
        return c > ' ' && "\"'`,;/=()[]{}<>@".indexOf(c) < 0;
    }

    /** Adds a value unless it is none, refers to one or asks for one. */
    public static void addIfInTheOpen(String text, Span value, int shift, List<Span> masks) {
        if (Placeholder.of(text.substring(value.start(), value.end())).isInTheOpen()) {
            masks.add(new Span(shift + value.start(), shift + value.end()));
        }
    }
}
