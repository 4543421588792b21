package dev.stslint.chart;

import org.jspecify.annotations.Nullable;

/**
 * What stands between a pair of double braces in a template, braces included.
 *
 * @param end behind it; the end of the template when it is not closed
 */
record TemplateAction(String template, int start, int end) {

    /** The first one from an offset on; null when there is none. */
    static @Nullable TemplateAction from(String template, int offset) {
        int start = template.indexOf("{{", offset);
        return start < 0 ? null : new TemplateAction(template, start, endOf(template, start));
    }

    /** Whether the white space behind it is taken away. */
    boolean trimsWhatFollows() {
        return template.startsWith("-}}", end - 3);
    }

    boolean isComment() {
        return template.startsWith("/*", contentStart(template, start));
    }

    /** The word that it starts with, as {@code if}; empty for a comment, a parenthesis when it is no word. */
    String firstWord() {
        if (isComment()) {
            return "";
        }
        int from = contentStart(template, start);
        int to = from;
        while (to < template.length() && Character.isLetter(template.charAt(to))) {
            to++;
        }
        return to > from ? template.substring(from, to) : "(";
    }

    /** {@code $name := …} and {@code $name = …}. */
    boolean isAssignment() {
        int at = contentStart(template, start);
        if (at >= end || template.charAt(at) != '$') {
            return false;
        }
        at++;
        while (at < end && (Character.isLetterOrDigit(template.charAt(at)) || template.charAt(at) == '_')) {
            at++;
        }
        while (at < end && Character.isWhitespace(template.charAt(at))) {
            at++;
        }
        return template.startsWith(":=", at) || template.startsWith("=", at);
    }

    /** The end of a text in quotes, behind the closing one. */
    static int endOfText(String template, int quote) {
        char closing = template.charAt(quote);
        int at = quote + 1;
        while (at < template.length() && template.charAt(at) != closing) {
            at += template.charAt(at) == '\\' && closing != '`' ? 2 : 1;
        }
        return Math.min(at + 1, template.length());
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static int contentStart(String template, int action) {
        int start = action + 2;
        if (start < template.length() && template.charAt(start) == '-') {
            start++;
        }
        while (start < template.length() && Character.isWhitespace(template.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Braces in texts and comments do not count. */
    private static int endOf(String template, int action) {
        int at = contentStart(template, action);
        if (template.startsWith("/*", at)) {
            int end = template.indexOf("*/", at);
            int close = end < 0 ? -1 : template.indexOf("}}", end);
            return close < 0 ? template.length() : close + 2;
        }
        while (at < template.length()) {
            if (isQuote(template.charAt(at))) {
                at = endOfText(template, at);
            } else if (template.startsWith("}}", at)) {
                return at + 2;
            } else {
                at++;
            }
        }
        return at;
    }
}
