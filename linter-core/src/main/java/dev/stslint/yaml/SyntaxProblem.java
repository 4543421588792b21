package dev.stslint.yaml;

import java.util.Locale;

/**
 * What the YAML parser says of a text that it cannot read, turned into a fault in plain words at the exact place. Never
 * shows more of the text than single characters.
 */
final class SyntaxProblem {

    private static final String WRONG_INDENTATION = "probably wrong indentation";
    private static final String QUOTE_IT = "put quotes around the value if it is text";

    private final String text;
    private final int start;
    private final int end;
    private final String context;
    private final int contextAt;
    private final String problem;
    private final int at;
    private final int openBracket;

    /**
     * @param context what the parser was about, as it says itself
     * @param contextAt where that began
     * @param problem what it stumbled over, as it says itself
     * @param at where that is
     * @param openBracket the innermost brace or bracket that is open there, or -1
     */
    SyntaxProblem(Chunk chunk, String text, String context, int contextAt, String problem, int at, int openBracket) {
        this.text = text;
        this.start = chunk.start();
        this.end = chunk.end();
        this.context = context;
        this.contextAt = contextAt;
        this.problem = problem;
        this.at = at;
        this.openBracket = openBracket;
    }

    /** Whether the parser was inside quotes when it stumbled. */
    boolean isInQuotes() {
        return context.contains("quoted scalar");
    }

    void report(FaultLog faults) {
        int oddBlank = oddBlank();
        if (oddBlank >= 0) {
            report(faults, oddBlank, "a special space where YAML takes only plain ones", "replace it by a plain space");
        } else if (isInQuotes()) {
            reportQuoted(faults);
        } else if (context.contains("alias") || context.contains("anchor")) {
            String sign = context.contains("alias") ? "`*` starts an alias" : "`&` starts an anchor";
            report(faults, contextAt, sign + ", but no name follows", QUOTE_IT);
        } else if (context.contains("a tag") || problem.contains("tag handle")) {
            report(faults, contextAt, "`!` starts a tag, but this is none", QUOTE_IT);
        } else if (context.contains("block scalar")) {
            reportBlockScalar(faults);
        } else if (context.contains("directive") || problem.contains("directive")) {
            report(faults, at, "`%` at the start of a line is for directives", "kubectl takes none");
        } else {
            reportStructure(faults);
        }
    }

    private void reportQuoted(FaultLog faults) {
        if (problem.contains("end of stream") || problem.contains("document separator")) {
            report(faults, contextAt, "this quote is never closed", "everything behind it would be text");
        } else {
            int backslash = text.lastIndexOf('\\', Math.max(at - 1, start));
            report(
                    faults,
                    backslash >= contextAt ? backslash : at,
                    "unknown escape sequence in double quotes",
                    "double the backslash, or use single quotes");
        }
    }

    private void reportBlockScalar(FaultLog faults) {
        if (problem.contains("leading empty lines")) {
            report(faults, at, "the text starts with an empty line of more spaces than this one", WRONG_INDENTATION);
        } else {
            report(
                    faults,
                    at,
                    "behind `|` or `>` only `+`, `-` or a digit may stand",
                    "the text starts on the next line");
        }
    }

    private void reportStructure(FaultLog faults) {
        if (problem.contains("cannot start any token")) {
            reportCharacter(faults);
        } else if (problem.contains("(TAB)")) {
            report(faults, text.lastIndexOf('\t', at), "a tab where YAML takes only spaces", "indent with spaces");
        } else if (problem.startsWith("mapping values")) {
            reportColon(faults);
        } else if (problem.startsWith("could not find expected ':'")) {
            reportMissingColon(faults);
        } else if (problem.startsWith("sequence entries")) {
            report(faults, at, "a list item is not allowed here", "start the list on a line of its own");
        } else if (problem.startsWith("mapping keys")) {
            report(faults, at, "`?` is not allowed here", WRONG_INDENTATION);
        } else if (openBracket < 0 && isClosingBracket()) {
            report(faults, at, "this `" + text.charAt(at) + "` closes nothing", "");
        } else if (problem.startsWith("expected <block end>")) {
            reportBlock(faults);
        } else if (openBracket >= 0 && isAtEnd()) {
            char bracket = text.charAt(openBracket);
            report(faults, openBracket, "`" + bracket + "` is never closed", "everything behind it would belong to it");
        } else if (problem.startsWith("expected ',' or ")) {
            reportFlow(faults);
        } else if (problem.startsWith("expected the node content")) {
            report(faults, at, "a value is expected here", openBracket < 0 ? WRONG_INDENTATION : "");
        } else {
            int detail = problem.indexOf(", but ");
            String words = (detail < 0 ? problem : problem.substring(0, detail)).toLowerCase(Locale.ROOT);
            report(faults, at, "not valid YAML: " + words, "");
        }
    }

    private void reportCharacter(FaultLog faults) {
        char c = at < end ? text.charAt(at) : ' ';
        if (c == '\t') {
            report(faults, at, "a tab where YAML takes only spaces", "indent with spaces");
        } else if (c == '`') {
            report(faults, at, "a backtick cannot start a value without quotes", QUOTE_IT);
        } else if (c == '@' || c == '%') {
            report(faults, at, "`" + c + "` cannot start a value without quotes", QUOTE_IT);
        } else {
            report(faults, at, "`" + c + "` is not allowed here", "");
        }
    }

    /** A colon that makes a key of what the parser takes for text: of that in front of it, or of the line above. */
    private void reportColon(FaultLog faults) {
        int lineStart = YamlText.lineStart(text, start, at);
        int first = YamlText.afterWhite(text, lineStart, at);
        int above = YamlText.beforeWhite(text, start, lineStart);
        int aboveStart = YamlText.lineStart(text, start, above);
        int aboveFirst = YamlText.afterWhite(text, aboveStart, above);
        if (hasColon(lineStart, at)) {
            report(faults, at, "a second `:` in one line", "put quotes around the value, or start a new line");
        } else if (aboveFirst < above && aboveFirst - aboveStart == first - lineStart && !hasColon(aboveStart, above)) {
            reportKey(faults, aboveFirst, above);
        } else {
            report(faults, at, "`key:` is not allowed here", WRONG_INDENTATION);
        }
    }

    private boolean hasColon(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ':' && (i + 1 == to || YamlText.isBlank(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private void reportMissingColon(FaultLog faults) {
        reportKey(faults, contextAt, YamlText.beforeWhite(text, contextAt, YamlText.lineEnd(text, contextAt, end)));
    }

    private static void reportKey(FaultLog faults, int keyStart, int keyEnd) {
        faults.add(
                YamlFault.Kind.SYNTAX,
                keyStart,
                keyEnd,
                "a key without `:`",
                "neither `key: value` nor a part of the value above");
    }

    private void reportBlock(FaultLog faults) {
        boolean list = context.contains("collection");
        if (openBracket < 0 && isBehindQuote()) {
            report(faults, at, "text behind a closing quote", "the whole value goes into the quotes, or none of it");
        } else if (at < end && text.charAt(at) == ':') {
            report(faults, at, "a key is missing in front of this `:`", WRONG_INDENTATION);
        } else if (!list && at < end && text.charAt(at) == '-') {
            report(faults, at, "a list item where a key is expected", WRONG_INDENTATION);
        } else if (list) {
            report(faults, at, "something else where a list item is expected", WRONG_INDENTATION);
        } else {
            report(faults, at, "the indentation of this line fits none above it", WRONG_INDENTATION);
        }
    }

    private void reportFlow(FaultLog faults) {
        String expected = problem.contains("'}'") ? "`,` or `}` is missing" : "`,` or `]` is missing";
        int place = placeOf(at);
        faults.add(
                YamlFault.Kind.SYNTAX,
                place,
                placeEnd(place),
                expected + " in front of this",
                "",
                contextAt,
                placeEnd(contextAt),
                "opened here");
    }

    private boolean isBehindQuote() {
        int i = at;
        while (i > start && YamlText.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i > start && (text.charAt(i - 1) == '"' || text.charAt(i - 1) == '\'');
    }

    private boolean isClosingBracket() {
        return at < end && (text.charAt(at) == '}' || text.charAt(at) == ']');
    }

    private boolean isAtEnd() {
        return placeOf(at) == placeEnd(placeOf(at));
    }

    /** A no-break or other space of Unicode in the indentation of the line, or of the one above it; or -1. */
    private int oddBlank() {
        int from = YamlText.lineStart(text, start, Math.min(at, end));
        from = from > start ? YamlText.lineStart(text, start, from - 1) : from;
        boolean indentation = true;
        for (int i = from; i <= at && i < end; i++) {
            char c = text.charAt(i);
            if (YamlText.isBreak(c)) {
                indentation = true;
            } else if (indentation && c > 0x7F && (Character.isSpaceChar(c) || c == '\u200B')) {
                return i;
            } else if (!YamlText.isBlank(c)) {
                indentation = false;
            }
        }
        return -1;
    }

    private void report(FaultLog faults, int where, String message, String label) {
        int place = placeOf(where);
        faults.add(YamlFault.Kind.SYNTAX, place, placeEnd(place), message, label);
    }

    /** The place itself, or behind the last content when it is the end of the text. */
    private int placeOf(int where) {
        int place = Math.min(where, end);
        boolean isEnd = YamlText.afterWhite(text, place, end) == end && !isTab(place);
        return isEnd ? YamlText.beforeWhite(text, start, place) : place;
    }

    private boolean isTab(int place) {
        return place < end && text.charAt(place) == '\t';
    }

    private int placeEnd(int place) {
        if (place >= end || YamlText.isBreak(text.charAt(place))) {
            return place;
        }
        return place + (Character.isHighSurrogate(text.charAt(place)) && place + 1 < end ? 2 : 1);
    }
}
