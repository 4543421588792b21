package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text of configuration inside of a manifest: properties, ini, env files, JSON, YAML, XML, directives, scripts. Tells
 * which sensitive names it gives which values, with the places in the text.
 *
 * <p>What an {@link Assignment} finds is meant for hiding and takes too much rather than too little. Here a value must be
 * one that the program reads: comments are not looked into, nor are texts that are documentation, and of code only what
 * it quotes.
 */
public final class ConfigText {

    private static final Set<String> DOCUMENTATION =
            Set.of("md", "rst", "adoc", "html", "htm", "css", "svg", "csv", "tsv", "log", "tmpl", "tpl");

    private static final Set<String> CODE = Set.of(
            "py", "js", "mjs", "ts", "rb", "pl", "lua", "go", "php", "groovy", "java", "kt", "scala", "cs", "jq", "awk",
            "rego", "star", "jsonnet");

    private static final Set<String> DIRECTIVES = Set.of("conf", "cnf", "cfg", "config", "rc", "acl");

    /** What {@code passwd:} means in {@code nsswitch.conf}. */
    private static final Set<String> NAME_SERVICES = Set.of(
            "files",
            "compat",
            "db",
            "dns",
            "sss",
            "systemd",
            "nis",
            "nisplus",
            "ldap",
            "winbind",
            "hesiod",
            "extrausers",
            "mymachines",
            "cache",
            "altfiles");

    /** How far a name is looked for in a connection string within a connection string. */
    private static final int DEEPEST_CONNECTION = 3;

    /** Further than this nothing is looked back or ahead for, so that no text makes the reading slow. */
    private static final int LONGEST_LINE = 2000;

    private final String text;
    private final boolean documentation;
    private final boolean code;
    private final boolean script;
    private final boolean directives;

    private ConfigText(String fileName, String text) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        this.documentation = DOCUMENTATION.contains(ending)
                || fileName.startsWith("_example")
                || fileName.toLowerCase(Locale.ROOT).startsWith("readme")
                || fileName.startsWith("LICENSE");
        this.script = ending.equals("sh")
                || ending.equals("bash")
                || (text.startsWith("#!") && firstLine(text).endsWith("sh"));
        this.code = CODE.contains(ending) || (text.startsWith("#!") && !script) || text.startsWith("<?php");
        this.directives = DIRECTIVES.contains(ending);
        this.text = text.indexOf('\n') < 0 ? text : withoutComments(text);
    }

    /**
     * A text of a configuration.
     *
     * @param fileName the name that the text is mounted under, whose ending tells its format; may be empty
     */
    public static ConfigText of(String fileName, String text) {
        return new ConfigText(fileName, text);
    }

    /** The values that sensitive names are given, in order and without overlap. */
    public List<Assignment> assignments() {
        List<Assignment> found = new ArrayList<>(0);
        if (documentation) {
            return found;
        }
        for (Assignment assignment : Assignment.in(text)) {
            addRead(assignment, 0, DEEPEST_CONNECTION, found);
        }
        addElements(found);
        addPairs(found);
        addPairsOfJson(found);
        addDirectives(found);
        found.sort(Comparator.comparingInt(assignment -> assignment.value().start()));
        List<Assignment> apart = new ArrayList<>(found.size());
        int end = 0;
        for (Assignment assignment : found) {
            if (assignment.value().start() >= end) {
                apart.add(assignment);
                end = assignment.value().end();
            }
        }
        return apart;
    }

    /** The passwords in addresses. */
    public List<UrlCredentials> urls() {
        return documentation ? List.of() : UrlCredentials.in(text);
    }

    /** The credentials that show by their looks what they are; they count in documentation too. */
    public List<TokenShape.Match> tokens() {
        return TokenShape.in(text);
    }

    private void addRead(Assignment assignment, int offset, int depth, List<Assignment> found) {
        Span value = trimmed(
                offset + assignment.value().start(), offset + assignment.value().end());
        if (value.isEmpty() || isWithinComment(assignment.name(), value.start())) {
            return;
        }
        String written = text.substring(value.start(), value.end());
        if (assignment.kind() == SensitiveName.CONNECTION) {
            for (Assignment inner : depth == 0 ? List.<Assignment>of() : Assignment.in(written)) {
                addRead(inner, value.start(), depth - 1, found);
            }
            return;
        }
        if (!isExpression(value, written) && !isNameService(assignment.name(), written)) {
            found.add(new Assignment(assignment.kind(), assignment.name(), value));
        }
    }

    /** Without what follows a value on its line: a comma, a semicolon, a continuation, a comment behind blanks. */
    private Span trimmed(int start, int end) {
        boolean quoted = isQuote(start - 1);
        int to = end;
        if (!quoted) {
            for (int i = start; i + 1 < to; i++) {
                if (isBlank(text.charAt(i)) && (text.charAt(i + 1) == '#' || text.charAt(i + 1) == ';')) {
                    to = i;
                }
            }
            while (to > start && ",;\\ \t".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
        }
        return new Span(start, Math.max(start, to));
    }

    /** Whether a comment mark stands before the name on its line, outside of quotes. */
    private boolean isWithinComment(String name, int valueStart) {
        int nameStart = text.lastIndexOf(name, Math.max(0, valueStart - 1));
        int i = nameStart;
        while (i > 0 && nameStart - i < LONGEST_LINE && text.charAt(i - 1) != '\n') {
            i--;
        }
        char open = 0;
        for (; i < nameStart; i++) {
            char c = text.charAt(i);
            if (open == 0 && i > 0 && isBlank(text.charAt(i - 1)) && (c == '#' || text.startsWith("//", i))) {
                return true;
            }
            if (open == 0 ? c == '"' || c == '\'' : c == open) {
                open = open == 0 ? c : 0;
            }
        }
        return false;
    }

    /** Code that makes a value rather than one, and the start of a collection. */
    private boolean isExpression(Span value, String written) {
        char first = written.charAt(0);
        if ("{[=(&*|>".indexOf(first) >= 0 && !written.startsWith("{{") && !written.startsWith("[[")) {
            return true;
        }
        if (script && hasVariable(written)) {
            return true;
        }
        boolean quoted = isQuote(value.start() - 1);
        return !quoted && (code || isCall(written));
    }

    /** {@code getenv("X")}, {@code os.environ["X"]}. */
    private static boolean isCall(String written) {
        int i = 0;
        while (i < written.length() && (Characters.DOTTED.hold(written.charAt(i)) || written.charAt(i) == ':')) {
            i++;
        }
        return i > 0 && i < written.length() - 1 && (written.charAt(i) == '(' || written.charAt(i) == '[');
    }

    /** Whether a shell would put something in. */
    static boolean hasVariable(String written) {
        for (int i = 0; i + 1 < written.length(); i++) {
            char next = written.charAt(i + 1);
            boolean name = next == '_' || next == '{' || next == '(' || Characters.isAlphanumeric(next);
            if (written.charAt(i) == '$' && name) {
                return true;
            }
        }
        return written.indexOf('`') >= 0;
    }

    private static boolean isNameService(String name, String written) {
        if (!name.equals("passwd")) {
            return false;
        }
        for (String word : written.split("[ \t]+", -1)) {
            if (!NAME_SERVICES.contains(word) && !word.startsWith("[")) {
                return false;
            }
        }
        return true;
    }

    /** XML: {@code <password>x</password>}, {@code <name>password</name><value>x</value>}, and attributes. */
    private void addElements(List<Assignment> found) {
        String nameBefore = "";
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int nameEnd = endOfElementName(open + 1);
            int tagEnd = endOfTag(nameEnd);
            if (nameEnd == open + 1 || tagEnd < 0) {
                continue;
            }
            addAttributes(nameEnd, tagEnd, found);
            String element = text.substring(open + 1, nameEnd);
            int close = endOfContent(tagEnd + 1);
            if (close < 0 || !text.startsWith("</" + element, close)) {
                continue;
            }
            Span value = stripped(tagEnd + 1, close);
            String written = text.substring(value.start(), value.end());
            String name = element.equals("value") ? nameBefore : element;
            nameBefore = element.equals("name") || element.equals("key") ? written : "";
            if (!value.isEmpty()) {
                SensitiveName.of(name).ifPresent(kind -> found.add(new Assignment(kind, name, value)));
            }
        }
    }

    private int endOfElementName(int from) {
        int i = from;
        while (i < text.length() && (Characters.DOTTED.hold(text.charAt(i)) || text.charAt(i) == ':')) {
            i++;
        }
        return i;
    }

    /** Where the tag's closing bracket stands; -1 when none is near. */
    private int endOfTag(int from) {
        int limit = Math.min(text.length(), from + LONGEST_LINE);
        for (int i = from; i < limit && text.charAt(i) != '<'; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    private int endOfContent(int from) {
        int limit = Math.min(text.length(), from + LONGEST_LINE);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == '<') {
                return i;
            }
        }
        return -1;
    }

    /** {@code <property name="password" value="x"/>}, {@code <add key="password" value="x"/>}. */
    private void addAttributes(int start, int end, List<Assignment> found) {
        String tag = text.substring(start, end);
        Span value = attribute(tag, "value");
        Span name = attribute(tag, "name");
        name = name.isEmpty() ? attribute(tag, "key") : name;
        if (!name.isEmpty() && !value.isEmpty()) {
            String called = tag.substring(name.start(), name.end());
            Span place = new Span(start + value.start(), start + value.end());
            SensitiveName.of(called).ifPresent(kind -> found.add(new Assignment(kind, called, place)));
        }
    }

    /** Where the value of an attribute stands within a tag; empty when it has none. */
    private static Span attribute(String tag, String name) {
        int at = tag.indexOf(name + "=\"");
        if (at <= 0 || tag.charAt(at - 1) > ' ') {
            return Span.caret(0);
        }
        int start = at + name.length() + 2;
        int end = tag.indexOf('"', start);
        return end < 0 ? Span.caret(0) : new Span(start, end);
    }

    /** {@code - name: DB_PASSWORD} and {@code value: x} on the next line, as lists of variables have it. */
    private void addPairs(List<Assignment> found) {
        String name = "";
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(at);
            Span line = stripped(at, end);
            if (!line.isEmpty()) {
                int start = text.startsWith("- ", line.start())
                        ? stripped(line.start() + 1, line.end()).start()
                        : line.start();
                Span value = pairValue(start, line.end(), "value");
                if (value != null && !name.isEmpty()) {
                    String called = name;
                    SensitiveName.of(called).ifPresent(kind -> found.add(new Assignment(kind, called, value)));
                }
                Span named = pairValue(start, line.end(), "name");
                name = named == null ? "" : text.substring(named.start(), named.end());
            }
            at = end + 1;
        }
    }

    private @Nullable Span pairValue(int start, int end, String key) {
        int i = isQuote(start) ? start + 1 : start;
        if (!text.startsWith(key, i)) {
            return null;
        }
        i += key.length();
        i = isQuote(i) ? i + 1 : i;
        if (i >= end || text.charAt(i) != ':') {
            return null;
        }
        Span value = stripped(i + 1, end);
        int to = !value.isEmpty() && text.charAt(value.end() - 1) == ',' ? value.end() - 1 : value.end();
        boolean quoted = to - value.start() > 1 && isQuote(value.start()) && isQuote(to - 1);
        Span inner = quoted ? new Span(value.start() + 1, to - 1) : new Span(value.start(), to);
        return inner.isEmpty() || "|>{[&*".indexOf(text.charAt(inner.start())) >= 0 ? null : inner;
    }

    /** {@code "name":"DB_PASSWORD","value":"x"}. */
    private void addPairsOfJson(List<Assignment> found) {
        int at = 0;
        while (at >= 0) {
            Span name = stringOf("\"name\"", at);
            if (name.isEmpty()) {
                return;
            }
            int comma = afterBlanks(name.end() + 1);
            at = name.end();
            Span value = comma < text.length() && text.charAt(comma) == ','
                    ? stringAt("\"value\"", afterBlanks(comma + 1))
                    : Span.caret(0);
            String called = text.substring(name.start(), name.end());
            if (!value.isEmpty()) {
                SensitiveName.of(called).ifPresent(kind -> found.add(new Assignment(kind, called, value)));
            }
        }
    }

    /** The string of the next such key from there on; empty when there is none. */
    private Span stringOf(String key, int from) {
        for (int i = text.indexOf(key, from); i >= 0; i = text.indexOf(key, i + 1)) {
            Span string = stringAt(key, i);
            if (!string.isEmpty()) {
                return string;
            }
        }
        return Span.caret(0);
    }

    /** What stands between the quotes behind a key and its colon; empty when the key does not start here. */
    private Span stringAt(String key, int at) {
        if (!text.startsWith(key, at)) {
            return Span.caret(0);
        }
        int colon = afterBlanks(at + key.length());
        int quote = colon < text.length() && text.charAt(colon) == ':' ? afterBlanks(colon + 1) : text.length();
        if (quote >= text.length() || text.charAt(quote) != '"') {
            return Span.caret(0);
        }
        int end = quote + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end >= text.length() ? Span.caret(0) : new Span(quote + 1, end);
    }

    /** {@code requirepass x}, {@code password x}: a line of two words, where the format has such lines. */
    private void addDirectives(List<Assignment> found) {
        int at = directives ? 0 : text.length();
        while (at < text.length()) {
            int end = lineEnd(at);
            Span line = trimmed(stripped(at, end).start(), stripped(at, end).end());
            int gap = line.start();
            while (gap < line.end() && !isBlank(text.charAt(gap))) {
                gap++;
            }
            Span value = stripped(gap, line.end());
            String name = text.substring(line.start(), gap);
            String written = text.substring(value.start(), value.end());
            boolean quoted = value.length() > 2 && isQuote(value.start()) && isQuote(value.end() - 1);
            if (!value.isEmpty()
                    && isWord(name)
                    && (quoted || (written.indexOf(' ') < 0 && written.indexOf('\t') < 0))) {
                Span inner = quoted ? new Span(value.start() + 1, value.end() - 1) : value;
                SensitiveName.of(name)
                        .filter(kind -> !isExpression(inner, text.substring(inner.start(), inner.end())))
                        .ifPresent(kind -> found.add(new Assignment(kind, name, inner)));
            }
            at = end + 1;
        }
    }

    private static boolean isWord(String name) {
        return !name.isEmpty() && Characters.DOTTED.endOfRun(name, 0, name.length()) == name.length();
    }

    /** The text with comments blanked, so that places stay. */
    private static String withoutComments(String text) {
        char[] characters = text.toCharArray();
        int at = 0;
        while (at < characters.length) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? characters.length : end;
            int first = at;
            while (first < end && text.charAt(first) <= ' ') {
                first++;
            }
            if (first < end && isComment(text, first)) {
                blank(characters, first, end);
            }
            at = end + 1;
        }
        blankBetween(text, "<!--", "-->", characters);
        blankBetween(text, "/*", "*/", characters);
        return new String(characters);
    }

    private static boolean isComment(String text, int first) {
        char c = text.charAt(first);
        return c == '#'
                || c == ';'
                || (c == '!' && text.startsWith("! ", first))
                || text.startsWith("//", first)
                || text.startsWith("-- ", first)
                || text.startsWith("REM ", first);
    }

    private static void blankBetween(String text, String open, String close, char[] characters) {
        for (int start = text.indexOf(open); start >= 0; ) {
            boolean opens = start == 0 || text.charAt(start - 1) <= ' ' || open.length() > 2;
            int end = opens ? text.indexOf(close, start + open.length()) : start;
            if (end < 0) {
                return;
            }
            if (opens) {
                blank(characters, start, end + close.length());
            }
            start = text.indexOf(open, opens ? end + close.length() : start + 1);
        }
    }

    private static void blank(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (characters[i] != '\n' && characters[i] != '\r') {
                characters[i] = ' ';
            }
        }
    }

    private Span stripped(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private int afterBlanks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isQuote(int at) {
        return at >= 0
                && at < text.length()
                && (text.charAt(at) == '"' || text.charAt(at) == '\'' || text.charAt(at) == '`');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
