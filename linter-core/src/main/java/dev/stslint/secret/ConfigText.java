package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

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

    /** The annotations of alerts, and what else is written for people. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("description", "summary", "message", "title", "text", "help", "comment", "info");

    /** How far a name is looked for in a connection string within a connection string. */
    private static final int DEEPEST_CONNECTION = 3;

    /** Further than this nothing is looked back or ahead for, so that no text makes the reading slow. */
    private static final int LONGEST_LINE = 2000;

    private final String fileName;
    private final String written;
    private String text;
    private boolean hasComments;
    private @Nullable Format format;

    private ConfigText(String fileName, String text) {
        this.fileName = fileName;
        this.written = text;
        this.text = text;
        this.hasComments = text.indexOf('\n') >= 0;
    }

    /**
     * A text to be read.
     *
     * @param fileName the name that it is mounted under, whose ending tells its format; may be empty
     */
    public static ConfigText of(String fileName, String text) {
        return new ConfigText(fileName, text);
    }

    /** The values that sensitive names are given, in order and without overlap. */
    public List<Assignment> assignments() {
        List<Assignment> found = new ArrayList<>(0);
        int[] lines = SensitiveName.linesThatMayNameOne(text);
        if (lines.length == 0 || format().documentation()) {
            return found;
        }
        int tag = text.indexOf('<');
        if (hasComments) {
            if (EmbeddedComments.areLines(text, tag)) {
                lines = EmbeddedComments.without(text, lines);
            } else {
                dropComments();
            }
        }
        for (Assignment assignment : Assignment.in(text, lines)) {
            addRead(assignment, 0, DEEPEST_CONNECTION, found);
        }
        if (tag >= 0) {
            new XmlSettings(text).addTo(found);
        }
        new NameValuePairs(text).addTo(lines, found);
        if (format().directives()) {
            addDirectives(lines, found);
        }
        Collections.sort(found);
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
        if (!UrlCredentials.mayBeIn(text) || format().documentation()) {
            return List.of();
        }
        dropComments();
        return UrlCredentials.in(text);
    }

    /** The credentials that show by their looks what they are; they count in documentation too. */
    public List<TokenShape.Match> tokens() {
        List<TokenShape.Match> found = TokenShape.in(text);
        if (found.isEmpty() || !hasComments) {
            return found;
        }
        dropComments();
        return TokenShape.in(text);
    }

    private Format format() {
        if (format == null) {
            format = Format.of(fileName, written);
        }
        return format;
    }

    /** Only once there is something to be found: most texts hold nothing, with comments or without. */
    private void dropComments() {
        if (hasComments) {
            text = EmbeddedComments.blanked(text);
            hasComments = false;
        }
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
        if (!isExpression(value, written)
                && !isNameService(assignment.name(), written)
                && !isOfSentence(assignment.name(), value)) {
            found.add(new Assignment(assignment.kind(), assignment.name(), value));
        }
    }

    /** Without what follows a value on its line: a comma, a semicolon, a continuation, a comment behind blanks. */
    private Span trimmed(int start, int end) {
        boolean quoted = TextRuns.isQuote(text, start - 1);
        int to = end;
        if (!quoted) {
            for (int i = start; i + 1 < to; i++) {
                if (TextRuns.isBlank(text.charAt(i)) && (text.charAt(i + 1) == '#' || text.charAt(i + 1) == ';')) {
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
            if (open == 0 && i > 0 && TextRuns.isBlank(text.charAt(i - 1)) && (c == '#' || text.startsWith("//", i))) {
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
        if (format().script() && (hasVariable(written) || text.startsWith("`", value.start() - 1))) {
            return true;
        }
        boolean quoted = TextRuns.isQuote(text, value.start() - 1);
        return !quoted && (format().code() || isCall(written));
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

    /**
     * {@code summary: a token: expired for some time}: on a line that describes something, and the value goes on as
     * sentences do, with words only.
     */
    private boolean isOfSentence(String name, Span value) {
        int lineStart = value.start();
        while (lineStart > 0 && text.charAt(lineStart - 1) != '\n') {
            lineStart--;
            if (value.start() - lineStart > LONGEST_LINE) {
                return false;
            }
        }
        int nameStart = text.lastIndexOf(name, value.start() - 1);
        int at = TextRuns.afterBlanks(text, lineStart);
        if (text.startsWith("- ", at)) {
            at = TextRuns.afterBlanks(text, at + 1);
        }
        int colon = Characters.DOTTED.endOfRun(text, at, value.start());
        return colon < nameStart
                && text.startsWith(": ", colon)
                && DESCRIPTIONS.contains(text.substring(at, colon))
                && InterfaceText.isPartOfSentence(text.substring(value.start(), value.end()));
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

    /** {@code requirepass x}, {@code password x}: a line of two words, where the format has such lines. */
    private void addDirectives(int[] lines, List<Assignment> found) {
        for (int i = 0; i < lines.length; i += 2) {
            addDirectives(lines[i], lines[i + 1], found);
        }
    }

    private void addDirectives(int from, int to, List<Assignment> found) {
        int at = from;
        while (at < to) {
            int end = TextRuns.lineEnd(text, at);
            Span line = trimmed(
                    TextRuns.stripped(text, at, end).start(),
                    TextRuns.stripped(text, at, end).end());
            int gap = line.start();
            while (gap < line.end() && !TextRuns.isBlank(text.charAt(gap))) {
                gap++;
            }
            Span value = TextRuns.stripped(text, gap, line.end());
            String name = text.substring(line.start(), gap);
            String written = text.substring(value.start(), value.end());
            boolean quoted = value.length() > 2
                    && TextRuns.isQuote(text, value.start())
                    && TextRuns.isQuote(text, value.end() - 1);
            if (!value.isEmpty()
                    && isWord(name)
                    && (quoted || (written.indexOf(' ') < 0 && written.indexOf('\t') < 0))) {
                Span inner = quoted ? new Span(value.start() + 1, value.end() - 1) : value;
                if (!isExpression(inner, text.substring(inner.start(), inner.end()))) {
                    Assignment.addSensitive(name, inner, found);
                }
            }
            at = end + 1;
        }
    }

    private static boolean isWord(String name) {
        return !name.isEmpty() && Characters.DOTTED.endOfRun(name, 0, name.length()) == name.length();
    }

    /** What a text is, as its name and its first characters tell. */
    private record Format(boolean documentation, boolean code, boolean script, boolean directives) {

        static Format of(String fileName, String text) {
            String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            boolean documentation = DOCUMENTATION.contains(ending)
                    || fileName.startsWith("_example")
                    || fileName.toLowerCase(Locale.ROOT).startsWith("readme")
                    || fileName.startsWith("LICENSE");
            boolean isProgram = text.startsWith("#!");
            boolean script = SHELLS.contains(ending) || (isProgram && isForShell(text));
            boolean code = CODE.contains(ending) || (isProgram && !script) || text.startsWith("<?php");
            return new Format(documentation, code, script, DIRECTIVES.contains(ending));
        }

        /** {@code #!/bin/sh}, {@code #!/usr/bin/env bash}, {@code #!/bin/bash -e}. */
        private static boolean isForShell(String text) {
            for (String word :
                    text.substring(0, TextRuns.lineEnd(text, 0)).strip().split("[ /]", -1)) {
                if (SHELLS.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
