package dev.stslint.source;

import java.util.Optional;

/**
 * A wildcard pattern over paths as git reads it: {@code *} and {@code ?} stop at slashes, {@code **} between slashes
 * stands for any number of directories, brackets hold ranges and classes, a backslash takes away a character's meaning.
 * Matching never takes more than (path length × path length × pattern length) steps, whatever the pattern.
 */
final class PathPattern {

    private static final int BROKEN = Integer.MIN_VALUE;

    private final String pattern;
    private final int wildStart;
    private final String head;
    private final String tail;

    PathPattern(String pattern) {
        this.pattern = pattern;
        this.wildStart = firstSpecial(pattern);
        this.head = pattern.substring(0, wildStart);
        this.tail = pattern.substring(tailStart(pattern));
    }

    /** Whether a text has a character that means something in a pattern. */
    static boolean isWild(String text) {
        return firstSpecial(text) < text.length();
    }

    /** Why it cannot be read, so that it matches nothing; empty when it can. */
    Optional<String> fault() {
        int p = 0;
        while (p < pattern.length()) {
            int next = pattern.charAt(p) == '*' ? p + 1 : behindMatch(p, 'a');
            if (next == BROKEN) {
                boolean isEscape = pattern.charAt(p) == '\\';
                boolean isClosed = pattern.indexOf(']', p + 2) > 0;
                return Optional.of(
                        isEscape
                                ? "nothing follows its last backslash"
                                : isClosed ? "there is no such class of characters" : "its `[` has no `]`");
            }
            p = next < 0 ? ~next : next;
        }
        return Optional.empty();
    }

    /** Whether it says how the names end that it matches, as {@code *.tpl} does and {@code deploy*} does not. */
    boolean spellsEnding() {
        return tail.indexOf('.') >= 0 || !isWild(pattern.substring(pattern.lastIndexOf('/') + 1));
    }

    /** Whether the part of {@code path} from {@code from} on matches. */
    boolean matches(String path, int from) {
        if (!path.endsWith(tail) || !path.startsWith(head, from)) {
            return false;
        }
        int p = 0;
        int t = from;
        int starPattern = -1;
        int starText = -1;
        int directoriesPattern = -1;
        int directoriesText = -1;
        while (p < pattern.length() || t < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                int next = behindStars(p);
                if (standsForDirectories(p, next)) {
                    if (next == pattern.length()) {
                        return true;
                    }
                    p = next + 1;
                    if (pattern.charAt(next) == '\\') {
                        // Behind an escaped slash git wants one directory at least.
                        p = next + 2;
                        t = path.indexOf('/', t) + 1;
                        if (t == 0) {
                            return false;
                        }
                    }
                    directoriesPattern = p;
                    directoriesText = t;
                    starPattern = -1;
                } else {
                    p = next;
                    starPattern = next;
                    starText = t;
                }
                continue;
            }
            int next = p < pattern.length() && t < path.length() ? behindMatch(p, path.charAt(t)) : -1;
            if (next == BROKEN) {
                return false;
            }
            if (next >= 0) {
                p = next;
                t++;
            } else if (starPattern >= 0 && starText < path.length() && path.charAt(starText) != '/') {
                p = starPattern;
                t = ++starText;
            } else {
                int slash = directoriesPattern < 0 ? -1 : path.indexOf('/', directoriesText);
                if (slash < 0) {
                    return false;
                }
                p = directoriesPattern;
                directoriesText = slash + 1;
                t = directoriesText;
                starPattern = -1;
            }
        }
        return true;
    }

    private int behindStars(int p) {
        int next = p;
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next;
    }

    /** Git compares what stands before the first wildcard apart, so a {@code **} right behind it counts as well. */
    private boolean standsForDirectories(int first, int next) {
        boolean opens = first == wildStart || pattern.charAt(first - 1) == '/';
        return next - first >= 2 && opens && (next == pattern.length() || isSlash(next));
    }

    private boolean isSlash(int p) {
        return pattern.charAt(p) == '/' || pattern.startsWith("\\/", p);
    }

    /**
     * The index behind the element at {@code p}: negative, all its bits turned, when it does not stand for {@code c}; {@link
     * #BROKEN} when it cannot be read.
     */
    private int behindMatch(int p, char c) {
        char wanted = pattern.charAt(p);
        if (wanted == '?') {
            return c == '/' ? ~(p + 1) : p + 1;
        }
        if (wanted == '[') {
            return behindBrackets(p + 1, c);
        }
        if (wanted == '\\') {
            p++;
            if (p == pattern.length()) {
                return BROKEN;
            }
            wanted = pattern.charAt(p);
        }
        return wanted == c ? p + 1 : ~(p + 1);
    }

    private int behindBrackets(int start, char c) {
        int p = start;
        boolean negated = p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
        if (negated) {
            p++;
        }
        boolean found = false;
        char previous = 0;
        for (boolean first = true; ; first = false, p++) {
            if (p >= pattern.length()) {
                return BROKEN;
            }
            char member = pattern.charAt(p);
            if (member == ']' && !first) {
                return found != negated && c != '/' ? p + 1 : ~(p + 1);
            }
            if (member == '-' && previous != 0 && p + 1 < pattern.length() && pattern.charAt(p + 1) != ']') {
                p = escaped(p + 1);
                if (p >= pattern.length()) {
                    return BROKEN;
                }
                found |= previous <= c && c <= pattern.charAt(p);
                previous = 0;
            } else if (pattern.startsWith("[:", p)) {
                int end = pattern.indexOf(']', p + 2);
                if (end < 0) {
                    return BROKEN;
                }
                if (end > p + 2 && pattern.charAt(end - 1) == ':') {
                    String name = pattern.substring(p + 2, end - 1);
                    if (!isClass(name)) {
                        return BROKEN;
                    }
                    found |= isOf(name, c);
                    p = end;
                    previous = 0;
                } else {
                    found |= c == '[';
                    previous = '[';
                }
            } else {
                p = escaped(p);
                if (p >= pattern.length()) {
                    return BROKEN;
                }
                previous = pattern.charAt(p);
                found |= previous == c;
            }
        }
    }

    private int escaped(int p) {
        return pattern.charAt(p) == '\\' ? p + 1 : p;
    }

    private static boolean isClass(String name) {
        return switch (name) {
            case "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper" ->
                true;
            default -> name.equals("xdigit");
        };
    }

    private static boolean isOf(String name, char c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graphic = c > ' ' && c < 0x7F;
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 0x7F;
            case "digit" -> digit;
            case "graph" -> graphic;
            case "lower" -> lower;
            case "print" -> graphic || c == ' ';
            case "punct" -> graphic && !lower && !upper && !digit;
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> upper;
            default -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** A place from which on every character stands for itself; there may be an earlier one. */
    private static int tailStart(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (isSpecial(c) || c == ']') {
                int start = Math.min(c == '\\' ? i + 2 : i + 1, text.length());
                // The slash behind `**` belongs to the directories that it stands for, and those may be none.
                return text.startsWith("/", start) ? start + 1 : start;
            }
        }
        return 0;
    }

    private static boolean isSpecial(char c) {
        return c == '*' || c == '?' || c == '[' || c == '\\';
    }
}
