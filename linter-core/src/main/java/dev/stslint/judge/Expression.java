package dev.stslint.judge;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A schema's pattern as Java's expressions have it. Patterns come from files, and Java's can take longer than anybody waits:
 * one that takes too long over a value matches it, so that nothing is said.
 */
final class Expression {

    private static final int MOST_STEPS = 1_000_000;

    /** What Java says of an expression that is none in any dialect; other complaints may be Java's own. */
    private static final String[] PLAIN_FAULTS = {
        "unclosed group", "unclosed character class", "dangling meta character"
    };

    private final Optional<Pattern> pattern;

    private Expression(Optional<Pattern> pattern) {
        this.pattern = pattern;
    }

    /** What cannot be read as Java's matches everything. */
    static Expression of(String expression) {
        if (expression.contains("[:")) {
            return new Expression(Optional.empty()); // a class by its name, as in [[:alpha:]]: Java reads letters
        }
        try {
            return new Expression(Optional.of(Pattern.compile(translated(expression))));
        } catch (PatternSyntaxException e) {
            return new Expression(Optional.empty());
        }
    }

    /** What is wrong with an expression that is none in any dialect; empty for all others. */
    static String fault(String expression) {
        String said = said(expression);
        for (String fault : PLAIN_FAULTS) {
            if (said.startsWith(fault)) {
                return fault;
            }
        }
        return "";
    }

    /** Why an expression cannot be read, whoever is to blame for that; empty when it can. */
    static String complaint(String expression) {
        return expression.contains("[:") ? "classes by name are not known here" : said(expression);
    }

    /** What Java says of it, starting small; empty when it takes it. */
    private static String said(String expression) {
        try {
            Pattern.compile(translated(expression));
            return "";
        } catch (PatternSyntaxException e) {
            String said = e.getDescription();
            return Character.toLowerCase(said.charAt(0)) + said.substring(1);
        }
    }

    /** Whether some part of a value fits it. */
    boolean matches(String value) {
        if (pattern.isEmpty()) {
            return true;
        }
        try {
            return pattern.get().matcher(new Measured(value)).find();
        } catch (TooLongException | StackOverflowError e) {
            return true;
        }
    }

    /**
     * In Go and JavaScript a dollar is the end of the text, in Java a line break may follow; there a brace that counts
     * nothing is a character, and Go has groups called {@code (?P<name>}.
     */
    private static String translated(String expression) {
        StringBuilder java = new StringBuilder(expression.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                java.append(c).append(expression.charAt(++i));
                if (expression.startsWith("{", i + 1)) {
                    java.append('{'); // of \p{L}
                    i++;
                }
            } else if (inClass) {
                inClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : c);
            } else if (c == '[') {
                inClass = true;
                java.append(c);
                if (expression.startsWith("^", i + 1)) {
                    java.append('^');
                    i++;
                }
                if (expression.startsWith("]", i + 1)) {
                    java.append("\\]");
                    i++;
                }
            } else if (c == '$') {
                java.append("\\z");
            } else if (c == '{' && !isCount(expression, i)) {
                java.append("\\{");
            } else if (expression.startsWith("(?P<", i)) {
                java.append("(?<");
                i += 3;
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    private static boolean isCount(String expression, int brace) {
        int i = brace + 1;
        while (i < expression.length() && (Character.isDigit(expression.charAt(i)) || expression.charAt(i) == ',')) {
            i++;
        }
        return i > brace + 1
                && i < expression.length()
                && expression.charAt(i) == '}'
                && expression.charAt(brace + 1) != ',';
    }

    /** The value, which counts how often it is looked at. */
    private static final class Measured implements CharSequence {

        private final CharSequence text;
        private int steps;

        Measured(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooLongException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("a pattern takes too long", null, false, false);
        }
    }
}
