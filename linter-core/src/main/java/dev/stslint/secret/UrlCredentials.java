package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A user and a password in an address: {@code scheme://user:password@host}, or {@code user:password@tcp(host)} as Go's
 * database drivers write it. The user may be empty, the password is not; what kind of value it is, {@link
 * Placeholder#of} tells.
 *
 * <p>Passwords that were not percent-encoded are taken whole: one with an {@code @} in it ends at the last one, and one
 * with a {@code /} is not mistaken for a path.
 *
 * @param user where the user stands
 * @param password where the password stands
 */
public record UrlCredentials(Span user, Span password) {

    private static final String GO_ADDRESS = "@tcp(";
    private static final String GO_SOCKET = "@unix(";

    /** Whether there may be any in {@code text}. */
    static boolean mayBeIn(String text) {
        return text.indexOf('@') >= 0;
    }

    /** All that stand in {@code text}, in order. */
    public static List<UrlCredentials> in(String text) {
        List<UrlCredentials> found = new ArrayList<>(0);
        int from = 0;
        int scheme = text.indexOf("://");
        while (scheme >= 0) {
            int start = scheme + 3;
            int next = text.indexOf("://", start);
            if (scheme > 0 && Characters.isAlphanumeric(text.charAt(scheme - 1))) {
                addBeforeHost(text, start, endOfRun(text, start, next < 0 ? text.length() : next), found);
            }
            from = start;
            scheme = next;
        }
        addBeforeAddress(text, from, GO_ADDRESS, found);
        addBeforeAddress(text, from, GO_SOCKET, found);
        return found;
    }

    private static void addBeforeHost(String text, int start, int runEnd, List<UrlCredentials> found) {
        int authorityEnd = start;
        while (authorityEnd < runEnd && "/?#".indexOf(text.charAt(authorityEnd)) < 0) {
            authorityEnd++;
        }
        int at = text.lastIndexOf('@', authorityEnd - 1);
        if (at < start) {
            if (authorityEnd == runEnd || !hasPasswordLikePort(text, start, authorityEnd)) {
                return;
            }
            at = text.lastIndexOf('@', runEnd - 1);
            if (at < authorityEnd) {
                return;
            }
        }
        add(text, start, at, found);
    }

    /** Whether what follows the colon is no port number, so that the slash behind it belongs to a password. */
    private static boolean hasPasswordLikePort(String text, int start, int end) {
        int colon = text.indexOf(':', start);
        if (colon < 0 || colon >= end) {
            return false;
        }
        return Characters.DIGITS.endOfRun(text, colon + 1, end) < end;
    }

    private static void addBeforeAddress(String text, int from, String address, List<UrlCredentials> found) {
        int at = text.indexOf(address, from);
        int floor = from;
        while (at >= 0) {
            int start = at;
            while (start > floor && !isBreak(text.charAt(start - 1)) && text.charAt(start - 1) != '=') {
                start--;
            }
            add(text, start, at, found);
            floor = at + 1;
            at = text.indexOf(address, floor);
        }
    }

    private static void add(String text, int start, int at, List<UrlCredentials> found) {
        int colon = text.indexOf(':', start);
        if (colon >= 0 && colon + 1 < at) {
            found.add(new UrlCredentials(new Span(start, colon), new Span(colon + 1, at)));
        }
    }

    private static int endOfRun(String text, int start, int limit) {
        int end = start;
        while (end < limit && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBreak(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`';
    }
}
