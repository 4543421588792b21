package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be a secret in the words of a program that was given some and failed: settings, addresses and tokens, as anywhere,
 * and what a sentence gives away, as {@code the password is x} and {@code wrong value x for adminPassword}.
 *
 * <p>Of a line that names a secret only what cannot be one is left: plain words, names, places in files, expressions of a
 * template, and what a schema of values has to say. It hides too much rather than too little.
 */
public final class SpokenSecrets {

    private static final String KEY_BEGINS = "-----BEGIN";
    private static final String KEY_ENDS = "-----END";

    /** What says of the name before it what it is: the next word is the value, unless it is one of those below. */
    private static final Set<String> COPULAS = Set.of(
            "is",
            "was",
            "are",
            "were",
            "equals",
            "got",
            "value",
            "values",
            "given",
            "found",
            "received",
            "=",
            ":",
            "->");

    /** Words that a value may still follow. */
    private static final Set<String> BETWEEN = Set.of(
            "a",
            "an",
            "also",
            "as",
            "be",
            "been",
            "currently",
            "for",
            "in",
            "not",
            "of",
            "only",
            "still",
            "the",
            "to",
            "too");

    /** What a value can be said to be. */
    private static final Set<String> SAID_OF_VALUES = Set.of(
            "absent",
            "allowed",
            "configured",
            "defined",
            "deprecated",
            "different",
            "disabled",
            "empty",
            "enabled",
            "expected",
            "false",
            "given",
            "ignored",
            "immutable",
            "incorrect",
            "invalid",
            "long",
            "longer",
            "mandatory",
            "missing",
            "must",
            "necessary",
            "needed",
            "nil",
            "null",
            "provided",
            "required",
            "same",
            "set",
            "short",
            "shorter",
            "specified",
            "supported",
            "true",
            "undefined",
            "unknown",
            "unset",
            "unsupported",
            "used",
            "weak",
            "wrong");

    /** How expressions of a template start, and what Go says of what they gave. */
    private static final List<String> EXPRESSIONS = List.of(".Values", ".Release", ".Chart", ".Files", "$.", "{}.");

    private static final List<String> FILE_ENDINGS = List.of(".yaml", ".yml", ".tpl", ".txt", ".json");

    /** The words before a quoted name: of a template, a function, a setting. */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "executing", "template", "templates", "function", "define", "include", "at", "property", "properties");

    private static final String TYPE = "(?:array|boolean|integer|null|number|object|string)";

    /** What validators of JSON Schema say without the value. */
    private static final Pattern FAULT = Pattern.compile("(?:min|max)(?:Length|Items|Properties): got \\d+, want \\d+"
            + "|got " + TYPE + ", want " + TYPE + "(?: or " + TYPE + ")*"
            + "|String length must be (?:greater|less) than or equal to \\d+"
            + "|Invalid type\\. Expected: [a-z/]+, given: " + TYPE);

    private final String text;
    private final Set<String> names;
    private final List<Span> found = new ArrayList<>();

    /** What settings are given, whether it is shown or not: no sentence goes on in it. */
    private final List<Span> settings = new ArrayList<>();

    private SpokenSecrets(String text, Set<String> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * What may be one in a text of several lines; spans may overlap.
     *
     * @param names known to be those of settings, and no values
     */
    public static List<Span> in(String text, Set<String> names) {
        SpokenSecrets secrets = new SpokenSecrets(text, names);
        secrets.addSettings();
        secrets.addKeys();
        secrets.addFromLines(false);
        return secrets.found;
    }

    /** The same in a text that is known to speak of a secret. */
    public static List<Span> inTextAboutOne(String text) {
        SpokenSecrets secrets = new SpokenSecrets(text, Set.of());
        secrets.addSettings();
        secrets.addFromLines(true);
        return secrets.found;
    }

    /** Whether a text has the name of a secret in it. */
    public static boolean namesOne(String text) {
        String before = "";
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                String word = text.substring(at, end);
                if (SensitiveName.matches(word) || SensitiveName.matches(before + "-" + word)) {
                    return true;
                }
                before = word;
            }
            at = end + 1;
        }
        return false;
    }

    private void addSettings() {
        for (Assignment assignment : Assignment.in(text)) {
            String value = text.substring(
                    assignment.value().start(), assignment.value().end());
            if (!isPlace(assignment.name())) {
                settings.add(assignment.value());
                if (mayBeSecret(value)) {
                    found.add(assignment.value());
                }
            }
        }
        for (UrlCredentials credentials : UrlCredentials.in(text)) {
            found.add(credentials.password());
        }
        for (TokenShape.Match match : TokenShape.in(text)) {
            found.add(match.span());
        }
        found.addAll(UserOption.passwords(text));
    }

    private static boolean mayBeSecret(String value) {
        return switch (Placeholder.of(value)) {
            case EMPTY, BOOLEAN, REFERENCE, TOKEN_TO_FILL -> false;
            default -> !FAULT.matcher(value).matches();
        };
    }

    /** From where a key begins to its end, or to that of the text: the end may have been cut off. */
    private void addKeys() {
        int begin = text.indexOf(KEY_BEGINS);
        while (begin >= 0) {
            int last = text.indexOf(KEY_ENDS, begin);
            int end = last < 0 ? text.length() : TextRuns.lineEnd(text, last);
            found.add(new Span(begin, end));
            begin = text.indexOf(KEY_BEGINS, end);
        }
    }

    private void addFromLines(boolean aboutOne) {
        boolean isAnnounced = false;
        int start = 0;
        while (start <= text.length()) {
            int end = TextRuns.lineEnd(text, start);
            boolean names = aboutOne || namesOne(text.substring(start, end));
            if (isAnnounced) {
                found.add(TextRuns.stripped(text, start, end));
                isAnnounced = false;
            } else if (names) {
                isAnnounced = new Line(start, end).read();
            }
            start = end + 1;
        }
    }

    /** A line that speaks of a secret. */
    private final class Line {

        private final int end;
        private int at;

        /** Whether the next word is what something is said to be. */
        private boolean isNext;

        private boolean hasNamed;
        private String before = "";

        Line(int start, int end) {
            this.at = start;
            this.end = end;
        }

        /** Reads it; says whether the value is to be expected on the next line. */
        boolean read() {
            while (at < end) {
                char c = text.charAt(at);
                int settingEnd = endOfSetting();
                if (settingEnd > at) {
                    at = settingEnd;
                    isNext = false;
                } else if (c <= ' ') {
                    at++;
                } else if (c == '<' && text.indexOf('>', at) > 0 && text.indexOf('>', at) < end) {
                    readExpression(text.indexOf('>', at) + 1);
                } else if (opensQuote()) {
                    readQuoted();
                } else {
                    readWord();
                }
            }
            return hasNamed && (isNext || before.endsWith(":") || before.endsWith("="));
        }

        private int endOfSetting() {
            for (Span value : settings) {
                if (value.start() <= at && at < value.end()) {
                    return value.end();
                }
            }
            return at;
        }

        /** {@code <default "x" .Values.password>}: all but the texts in it. */
        private void readExpression(int close) {
            while (at < close) {
                if (TextRuns.isQuote(text, at)) {
                    int quoteEnd = Math.min(endOfQuotes(), close);
                    found.add(new Span(at, quoteEnd));
                    at = quoteEnd;
                } else {
                    at++;
                }
            }
            before = "";
        }

        private boolean opensQuote() {
            return TextRuns.isQuote(text, at) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
        }

        private int endOfQuotes() {
            int close = text.indexOf(text.charAt(at), at + 1);
            while (close > 0 && close < end && text.charAt(close - 1) == '\\') {
                close = text.indexOf(text.charAt(at), close + 1);
            }
            return close < 0 || close >= end ? end : close + 1;
        }

        private void readQuoted() {
            int quoteEnd = endOfQuotes();
            String inside = text.substring(Math.min(at + 1, quoteEnd), Math.max(at + 1, quoteEnd - 1));
            boolean isName = SensitiveName.matches(inside)
                    || isKnown(inside)
                    || isPlace(inside)
                    || BEFORE_NAMES.contains(before.toLowerCase(Locale.ROOT));
            if (isNext || !isName) {
                found.add(new Span(at, quoteEnd));
            }
            hasNamed |= SensitiveName.matches(inside);
            isNext = false;
            before = "";
            at = quoteEnd;
        }

        private void readWord() {
            int start = at;
            while (at < end && text.charAt(at) > ' ' && !(at > start && opensQuote()) && endOfSetting() == at) {
                at++;
            }
            String word = text.substring(start, at);
            String core = core(word);
            String small = core.toLowerCase(Locale.ROOT);
            if (COPULAS.contains(core.isEmpty() ? word : small)) {
                isNext = hasNamed;
            } else if (isNext && !BETWEEN.contains(small) && !isVerb(word)) {
                isNext = false;
                if (!SAID_OF_VALUES.contains(small)) {
                    found.add(new Span(start, end));
                    at = end;
                }
            } else if (isTelling(word, core)) {
                found.add(new Span(start, at));
            }
            hasNamed |= SensitiveName.matches(core) || SensitiveName.matches(before + "-" + core);
            before = core.isEmpty() || word.endsWith(":") || word.endsWith("=") ? word : core;
        }

        private boolean isTelling(String word, String core) {
            return !isVerb(word)
                    && !isPlace(word)
                    && !isExpression(word)
                    && !SensitiveName.matches(core)
                    && !isKnown(core)
                    && hasSignsOfSecret(core);
        }
    }

    /** {@code %s}, which is filled in elsewhere. */
    private static boolean isVerb(String word) {
        String core = core(word);
        return core.length() <= 2 && word.indexOf('%') >= 0;
    }

    /** {@code auth.password}, when {@code password} is known. */
    private boolean isKnown(String name) {
        return names.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** A file, with or without a line. */
    private static boolean isPlace(String word) {
        for (String ending : FILE_ENDINGS) {
            if (word.indexOf('/') >= 0 && word.contains(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String word) {
        for (String start : EXPRESSIONS) {
            int at = word.indexOf(start);
            if (at == 0 || (at == 1 && word.charAt(0) == '(')) {
                return true;
            }
        }
        return false;
    }

    /** A digit, capitals among small letters, or a sign that no sentence has. Two digits alone are a length or a line. */
    private static boolean hasSignsOfSecret(String core) {
        boolean isSmall = false;
        boolean isCapital = false;
        boolean isDigit = false;
        boolean isOdd = false;
        for (int i = 0; i < core.length(); i++) {
            char c = core.charAt(i);
            isSmall |= Character.isLowerCase(c);
            isCapital |= i > 0 && Character.isUpperCase(c);
            isDigit |= Character.isDigit(c);
            isOdd |= !Character.isLetterOrDigit(c) && "-_./,:'()[]\"".indexOf(c) < 0;
        }
        boolean isShortNumber = core.length() <= 2 && !isSmall && !isCapital;
        return (isDigit && !isShortNumber) || (isSmall && isCapital) || (isOdd && (isSmall || isCapital));
    }

    /** A word without the signs of the sentence around it. */
    private static String core(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "([{\"'`-".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ".,;:!?)]}\"'`=".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean isOfName(char c) {
        return Characters.DOTTED.hold(c);
    }
}
