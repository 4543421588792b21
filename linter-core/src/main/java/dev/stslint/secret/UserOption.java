package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** {@code -u user:x}, {@code --user user:x}, whatever program they are for; not the numbers of a user and a group. */
public final class UserOption {

    private static final List<String> OPTIONS = List.of("-u ", "--user ", "--user=", "--proxy-user ", "-U ");

    private UserOption() {}

    /** What stands behind the colons in a text. */
    public static List<Span> passwords(String text) {
        List<Span> passwords = new ArrayList<>(0);
        for (String option : OPTIONS) {
            for (int at = text.indexOf(option); at >= 0; at = text.indexOf(option, at + 1)) {
                int from = at + option.length();
                int to = from;
                int colon = -1;
                while (to < text.length() && text.charAt(to) > ' ' && !TextRuns.isQuote(text, to)) {
                    colon = colon < 0 && text.charAt(to) == ':' ? to : colon;
                    to++;
                }
                if (colon > from && colon + 1 < to && !Character.isDigit(text.charAt(from))) {
                    passwords.add(new Span(colon + 1, to));
                }
            }
        }
        return passwords;
    }
}
