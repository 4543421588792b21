package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sensitive name and the value that a line of free text gives it: {@code password: x}, {@code "password": "x"}, {@code
 * db.password=x}, {@code --password=x}, {@code --password x}, {@code ?password=x&…}, {@code Password=x;…}, {@code
 * Authorization: Bearer x}, {@code requirepass x}, {@code IDENTIFIED BY 'x'}. Made for text that no parser has read: what
 * stands in ConfigMaps, scripts and comments, and files that are broken.
 *
 * <p>Of a connection string the parts are looked at, not the whole.
 *
 * <p>What kind of value it is, {@link Placeholder#of} tells. Where it cannot be known whether a character still belongs to
 * the value, as with an unquoted value that holds spaces, it does: better too much of a line than half of a password.
 *
 * @param kind why the name is sensitive
 * @param name as written, without quotes
 * @param value where the value stands, without quotes; never empty
 */
public record Assignment(SensitiveName kind, String name, Span value) implements Comparable<Assignment> {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_SQL_PLUGIN = 50;

    private static final String SQL_WITH = "with ";

    /** Further than this the start of a line is not looked for. */
    private static final int LONGEST_RULE = 500;

    /** All that stand in one line, or in several: a value ends with its line. */
    public static List<Assignment> in(String text) {
        return in(text, SensitiveName.linesThatMayNameOne(text));
    }

    /** All that stand in some of its lines, which are told by their starts and ends. */
    static List<Assignment> in(String text, int[] lines) {
        Scan scan = new Scan(text);
        for (int i = 0; i < lines.length; i += 2) {
            scan.run(lines[i], lines[i + 1]);
        }
        return scan.found;
    }

    /** Adds what {@code name} is given, when it is a sensitive name. */
    static void addSensitive(String name, Span value, List<Assignment> found) {
        Optional<SensitiveName> kind = SensitiveName.of(name);
        if (kind.isPresent()) {
            found.add(new Assignment(kind.get(), name, value));
        }
    }

    /** By the first character of the value. */
    @Override
    public int compareTo(Assignment other) {
        return Integer.compare(value.start(), other.value.start());
    }

    /** One pass over a text, or over those of its lines that are worth it. */
    private static final class Scan {

        private final String text;
        private final int length;
        private final List<Assignment> found = new ArrayList<>(0);

        /** The quote that is open, or 0. */
        private char quote;

        /** How many braces and brackets are open. */
        private int depth;

        Scan(String text) {
            this.text = text;
            this.length = text.length();
        }

        /** Looks at one line or several. */
        void run(int start, int end) {
            quote = 0;
            depth = 0;
            int i = start;
            while (i < end) {
                i = Math.max(i + 1, step(i));
            }
        }

        /** Looks at one character. Gives where to go on. */
        private int step(int i) {
            char c = text.charAt(i);
            switch (c) {
                case '\n', '\r' -> {
                    quote = 0;
                    depth = 0;
                }
                case '"', '\'', '`' -> toggle(c, i);
                case '{', '[' -> depth++;
                case '}', ']' -> depth = Math.max(0, depth - 1);
                case ':', '=' -> {
                    return separator(i);
                }
                default -> {
                    if (isNameCharacter(c) && (i == 0 || !isNameCharacter(text.charAt(i - 1)))) {
                        return word(i);
                    }
                }
            }
            return i + 1;
        }

        private void toggle(char c, int i) {
            if (i > 0 && text.charAt(i - 1) == '\\') {
                return;
            }
            if (quote == c) {
                quote = 0;
            } else if (quote == 0 && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                quote = c;
            }
        }

        /** A colon or an equals sign: does a sensitive name stand before it? */
        private int separator(int i) {
            int nameEnd = i;
            while (nameEnd > 0 && (isBlank(text.charAt(nameEnd - 1)) || text.charAt(nameEnd - 1) == ':')) {
                nameEnd--;
            }
            boolean quoted = nameEnd > 0 && isQuote(text.charAt(nameEnd - 1));
            if (quoted) {
                nameEnd--;
                if (nameEnd > 0 && text.charAt(nameEnd - 1) == '\\') {
                    nameEnd--;
                }
            }
            int nameStart = nameEnd;
            while (nameStart > 0 && nameEnd - nameStart < LONGEST_NAME && isNameCharacter(text.charAt(nameStart - 1))) {
                nameStart--;
            }
            if (text.startsWith("==", i) || text.startsWith("=~", i)) {
                return i + 2;
            }
            if (nameStart == nameEnd || (text.charAt(i) == ':' && !quoted && !endsKey(i))) {
                return i + 1;
            }
            String name = text.substring(nameStart, nameEnd);
            Optional<SensitiveName> kind = SensitiveName.of(name);
            if (kind.isEmpty() || kind.get() == SensitiveName.CONNECTION) {
                return i + 1;
            }
            if (!quoted && isOtherThanAssignment(i, nameStart, nameEnd)) {
                return i + 1;
            }
            int start = skipBlanks(text.startsWith("=>", i) ? i + 2 : i + 1);
            if (start < length && text.charAt(start) == '!') {
                start = skipBlanks(endOfWord(start));
            }
            return add(kind.get(), name, start, endOfValue(start, i, nameStart));
        }

        /** What looks like a name and its value, and surely is none, as {@code WITH PASSWORD :'variable'} of psql. */
        private boolean isOtherThanAssignment(int separator, int nameStart, int nameEnd) {
            if (text.charAt(separator) == '=') {
                return isLabelMatcher(nameStart);
            }
            if (separator > nameEnd) {
                return text.startsWith(":'", separator)
                        && nameStart >= SQL_WITH.length()
                        && text.regionMatches(true, nameStart - SQL_WITH.length(), SQL_WITH, 0, SQL_WITH.length());
            }
            return isTagOfImage(separator, nameStart) || isScope(separator, nameStart);
        }

        /** {@code expr: secret_age{job="x", secret="db"}}: a matcher of a selector in a rule of Prometheus or a dashboard. */
        private boolean isLabelMatcher(int nameStart) {
            int open = nameStart - 1;
            int limit = Math.max(0, nameStart - LONGEST_RULE);
            while (open > limit && "{}\n\r".indexOf(text.charAt(open)) < 0) {
                open--;
            }
            if (open < 1 || text.charAt(open) != '{' || !startsMatcher(open, nameStart)) {
                return false;
            }
            int lineStart = open;
            while (lineStart > 0 && nameStart - lineStart < LONGEST_RULE && !isLineBreak(text.charAt(lineStart - 1))) {
                lineStart--;
            }
            int start = skipBlanks(lineStart);
            int key = text.startsWith("- ", start) ? skipBlanks(start + 1) : start;
            return text.startsWith("expr: ", key) || text.startsWith("\"expr\": \"", key);
        }

        /** Whether the name begins a matcher in braces that stand behind the name of a series. */
        private boolean startsMatcher(int open, int nameStart) {
            int before = nameStart - 1;
            while (before > open && isBlank(text.charAt(before))) {
                before--;
            }
            return isNameCharacter(text.charAt(open - 1)) && (before == open || text.charAt(before) == ',');
        }

        /**
         * {@code registry.example.com/team/token:1.4}: a host before the first slash, which may have a port, and a version
         * behind the colon, with or without a digest.
         */
        private boolean isTagOfImage(int colon, int nameStart) {
            int slash = text.indexOf('/', nameStart);
            if (slash < 0 || slash > colon) {
                return false;
            }
            int hostStart = nameStart;
            if (nameStart > 0 && text.charAt(nameStart - 1) == ':') {
                if (Characters.DIGITS.endOfRun(text, nameStart, slash) < slash) {
                    return false;
                }
                hostStart = nameStart - 1;
                while (hostStart > 0
                        && nameStart - hostStart < LONGEST_NAME
                        && Characters.DOTTED.hold(text.charAt(hostStart - 1))) {
                    hostStart--;
                }
                if (hostStart == nameStart - 1) {
                    return false;
                }
            } else {
                int dot = text.indexOf('.', nameStart);
                if (dot <= nameStart || dot > slash) {
                    return false;
                }
            }
            int from = colon + 1;
            int end = endOfName(from);
            return isWordStart(hostStart)
                    && (isWordEnd(end) || text.startsWith("@sha256:", end))
                    && isVersion(from, end);
        }

        private boolean isVersion(int from, int end) {
            int digits = text.startsWith("v", from) ? from + 1 : from;
            for (int i = digits; i < end; i++) {
                if (!Characters.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                    return is("latest", from, end);
                }
            }
            return end > digits;
        }

        /** {@code token:write}, as OAuth calls what somebody may do. */
        private boolean isScope(int colon, int nameStart) {
            int end = endOfName(colon + 1);
            return isWordStart(nameStart)
                    && isWordEnd(end)
                    && (is("read", colon + 1, end)
                            || is("write", colon + 1, end)
                            || is("delete", colon + 1, end)
                            || is("create", colon + 1, end)
                            || is("update", colon + 1, end)
                            || is("list", colon + 1, end)
                            || is("reset", colon + 1, end)
                            || is("revoke", colon + 1, end));
        }

        private boolean isWordStart(int i) {
            return i == 0 || text.charAt(i - 1) <= ' ' || isQuote(text.charAt(i - 1)) || text.charAt(i - 1) == '=';
        }

        private boolean isWordEnd(int i) {
            return i >= length || text.charAt(i) <= ' ' || isQuote(text.charAt(i));
        }

        /** Whether the colon at {@code i} separates a key from a value, and is none of an address or a path. */
        private boolean endsKey(int i) {
            if (i + 1 >= length) {
                return false;
            }
            return "/:=\\".indexOf(text.charAt(i + 1)) < 0;
        }

        /** A word that is followed by its value without a sign between: an option, a directive, an SQL clause. */
        private int word(int start) {
            int arn = ResourceName.end(text, start);
            if (arn > start) {
                return arn;
            }
            int end = endOfName(start);
            if (end >= length || text.charAt(end) == '=' || text.charAt(end) == ':') {
                return end;
            }
            boolean option =
                    text.startsWith("--", start) || is("requirepass", start, end) || is("masterauth", start, end);
            int gap = option ? endOfGap(end) : skipBlanks(end);
            if (gap == end || gap >= length) {
                return end;
            }
            if (option) {
                String name = text.substring(start, end);
                Optional<SensitiveName> kind = SensitiveName.of(name);
                if (kind.isEmpty()
                        || kind.get() == SensitiveName.CONNECTION
                        || text.charAt(gap) == '-'
                        || text.charAt(gap) == '='
                        || text.charAt(gap) == ':') {
                    return end;
                }
                return add(kind.get(), name, gap, endOfArgument(gap));
            }
            if (isQuote(text.charAt(gap)) && quote != text.charAt(gap) && isSqlClause(start, end)) {
                return add(SensitiveName.PASSWORD, text.substring(start, end), gap, endOfValue(gap, end, start));
            }
            return end;
        }

        private boolean is(String word, int start, int end) {
            return end - start == word.length() && text.startsWith(word, start);
        }

        /** {@code IDENTIFIED BY '…'}, {@code IDENTIFIED WITH plugin BY '…'}, {@code WITH PASSWORD '…'}. */
        private boolean isSqlClause(int start, int end) {
            if (end - start != 2 || !text.regionMatches(true, start, "by", 0, 2)) {
                return end - start == 8 && text.regionMatches(true, start, "password", 0, 8);
            }
            for (int i = Math.max(0, start - LONGEST_SQL_PLUGIN); i < start; i++) {
                if (text.regionMatches(true, i, "identified", 0, 10)) {
                    return true;
                }
            }
            return false;
        }

        private int add(SensitiveName kind, String name, int start, int end) {
            int from = start;
            int to = end;
            boolean escaped = from < to && text.charAt(from) == '\\';
            if (escaped) {
                from++;
            }
            boolean quoted = from < to && isQuote(text.charAt(from));
            if (quoted) {
                from++;
            }
            while (to > from && isBlank(text.charAt(to - 1))) {
                to--;
            }
            if (isRuler(from, to) || isBlockIndicator(from, to)) {
                return start;
            }
            found.add(new Assignment(kind, name, new Span(from, to)));
            return quoted && !escaped ? end + 1 : end;
        }

        /** Nothing, or the line under a heading. */
        private boolean isRuler(int from, int to) {
            for (int i = from; i < to; i++) {
                if ("=-_".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** {@code |}, {@code >-}, {@code |2+}: the value follows on lines of its own. */
        private boolean isBlockIndicator(int from, int to) {
            char c = text.charAt(from);
            if ((c != '|' && c != '>') || to - from > 3) {
                return false;
            }
            for (int i = from + 1; i < to; i++) {
                if ("+-0123456789".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        private int endOfValue(int start, int separator, int nameStart) {
            if (start >= length) {
                return length;
            }
            char first = text.charAt(start);
            if (first == '\\' && start + 1 < length && isQuote(text.charAt(start + 1))) {
                return endOfEscapedQuotes(start);
            }
            if (isQuote(first) && first != quote) {
                return endOfQuotes(start);
            }
            if (text.charAt(separator) == '=') {
                char before = nameStart > 0 ? text.charAt(nameStart - 1) : ' ';
                if (text.charAt(nameStart) == '-') {
                    return endOfArgument(start);
                }
                return endOfProperty(start, before == '?' || before == '&', before == ';');
            }
            return first == '{' || first == '[' ? start : endOfScalar(start);
        }

        /** A quoted value ends before its closing quote, else with the line. */
        private int endOfQuotes(int start) {
            char close = text.charAt(start);
            int i = start + 1;
            while (i < length && !isLineBreak(text.charAt(i))) {
                char c = text.charAt(i);
                if (c == '\\' && close == '"') {
                    i++;
                } else if (c == close) {
                    if (close != '\'' || i + 1 >= length || text.charAt(i + 1) != '\'') {
                        return i;
                    }
                    i++;
                }
                i++;
            }
            return Math.min(i, length);
        }

        /** {@code \"x\"} within a string of JSON. */
        private int endOfEscapedQuotes(int start) {
            int i = start + 2;
            while (i < length && text.charAt(i) != '\\' && !isLineBreak(text.charAt(i))) {
                i++;
            }
            return i;
        }

        /** A value of YAML or JSON, unquoted: up to a comment, or to the end of the flow collection it stands in. */
        private int endOfScalar(int start) {
            int i = start;
            while (i < length && !isLineBreak(text.charAt(i))) {
                char c = text.charAt(i);
                if ((quote != 0 && c == quote)
                        || (c == '#' && i > start && isBlank(text.charAt(i - 1)))
                        || (depth > 0 && (c == ',' || c == '}' || c == ']'))) {
                    break;
                }
                i++;
            }
            return i;
        }

        /** A value behind an equals sign: up to the next property on the line, the next command, or the line's end. */
        private int endOfProperty(int start, boolean inQuery, boolean inConnectionString) {
            int i = start;
            while (i < length && !isLineBreak(text.charAt(i))) {
                char c = text.charAt(i);
                if ((quote != 0 && c == quote) || (inQuery && (c == '&' || c == '#' || isBlank(c)))) {
                    break;
                }
                if (c == ';' && (inConnectionString || isFollowedByProperty(i + 1) || i + 1 == length)) {
                    break;
                }
                if (isBlank(c) && (startsCommand(i) || isFollowedByProperty(i))) {
                    break;
                }
                i++;
            }
            return i;
        }

        private boolean isFollowedByProperty(int from) {
            int start = skipBlanks(from);
            int end = endOfName(start);
            while (end < length && text.charAt(end) == ' ' && end - start < LONGEST_NAME) {
                end = endOfName(end + 1);
            }
            return end > start && end < length && text.charAt(end) == '=';
        }

        private boolean startsCommand(int blank) {
            int start = skipBlanks(blank);
            return text.startsWith("&&", start)
                    || text.startsWith("||", start)
                    || text.startsWith("|", start)
                    || text.startsWith(";", start)
                    || text.startsWith("-", start)
                    || text.startsWith("#", start);
        }

        /** A word of a command line, quoted or not. */
        private int endOfArgument(int start) {
            if (isQuote(text.charAt(start)) && text.charAt(start) != quote) {
                return endOfQuotes(start);
            }
            int i = start;
            while (i < length && text.charAt(i) > ' ' && !isQuote(text.charAt(i))) {
                i++;
            }
            while (depth > 0 && i > start && ",]}".indexOf(text.charAt(i - 1)) >= 0) {
                i--;
            }
            return i;
        }

        /** Over what separates an option from its value: blanks, or {@code ", "} in a list. */
        private int endOfGap(int from) {
            int i = from;
            if (i < length && isQuote(text.charAt(i))) {
                quote = 0;
                i = skipBlanks(i + 1);
                return i < length && text.charAt(i) == ',' ? skipBlanks(i + 1) : from;
            }
            if (i < length && text.charAt(i) == ',') {
                return depth > 0 ? skipBlanks(i + 1) : from;
            }
            return skipBlanks(i);
        }

        private int skipBlanks(int from) {
            int i = from;
            while (i < length && isBlank(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private int endOfName(int from) {
            int i = from;
            while (i < length && isNameCharacter(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private int endOfWord(int from) {
            int i = from;
            while (i < length && text.charAt(i) > ' ') {
                i++;
            }
            return i;
        }

        private static boolean isNameCharacter(char c) {
            return Characters.isAlphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '/';
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\'' || c == '`';
        }

        private static boolean isLineBreak(char c) {
            return c == '\n' || c == '\r';
        }
    }
}
