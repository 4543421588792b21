package dev.stslint.fix;

import dev.stslint.finding.TextEdit;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Builds edits of manifests. An edit touches nothing but what it is about: comments, quotes, indentation and line ends
 * around it stay.
 */
public final class YamlEdits {

    private YamlEdits() {}

    /**
     * Puts another value in place of a scalar, between its quotes when it has some.
     *
     * @param plain a text that needs no quotes, as a name does
     */
    public static TextEdit replace(Field<?> field, String plain) {
        return new TextEdit(field.location(), field.quote() + plain + field.quote());
    }

    /**
     * Puts another value in place of a scalar, quotes and all.
     *
     * @param plain a text that needs no quotes, as a number does
     */
    public static TextEdit rewrite(Field<?> field, String plain) {
        return new TextEdit(field.location(), plain);
    }

    /** Puts a plain scalar in quotes. What it says is not said again: it may be a secret. */
    public static TextEdit[] quote(Location scalar) {
        Location end = new Location(scalar.file(), Span.caret(scalar.span().end()));
        return new TextEdit[] {new TextEdit(before(scalar), "\""), new TextEdit(end, "\"")};
    }

    /** Takes the quotes from a scalar. */
    public static TextEdit[] unquote(Location scalar) {
        int start = scalar.span().start();
        int end = scalar.span().end();
        return new TextEdit[] {
            new TextEdit(new Location(scalar.file(), new Span(start, start + 1)), ""),
            new TextEdit(new Location(scalar.file(), new Span(end - 1, end)), "")
        };
    }

    /**
     * Whether a scalar may have properties, as YAML calls them: an anchor, so that an edit would change other places too, or a
     * tag, which says what the scalar is whatever it looks like.
     */
    public static boolean hasProperties(Field<?> field) {
        return hasProperties(field.location());
    }

    /** The same of a scalar's characters. */
    public static boolean hasProperties(Location place) {
        Optional<String> text = place.file().textAtHand();
        if (text.isEmpty()) {
            return true;
        }
        int end = Math.min(text.get().length(), place.span().start() + 1);
        String line = text.get().substring(place.file().lineStart(place.start().line()), end);
        return hasAnchor(line) || hasTag(line);
    }

    /** A text as a scalar that is a string for kubectl too, in quotes where it must be. */
    public static String scalar(String text) {
        boolean plain = !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && !NOT_A_STRING.contains(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/');
        }
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Words that are booleans or null for kubectl (facts: I2). */
    private static final Set<String> NOT_A_STRING = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    /**
     * Adds a field to a mapping, before its first one and the comments on that, or where its name stands already without a
     * value. Empty when there is no place for it: in a mapping without fields, in one that stands elsewhere and is only
     * referred to, or when the file has changed.
     *
     * @param name of a field that is absent
     * @param plain a text that needs no quotes
     */
    public static Optional<TextEdit> put(Fields mapping, String name, String plain) {
        Optional<Location> first = mapping.firstKey();
        if (first.isEmpty() || !mapping.extent().contains(first.get())) {
            return Optional.empty();
        }
        if (mapping.has(name)) {
            Location value = mapping.valueLocation(name).orElseThrow();
            return Optional.of(new TextEdit(value, (value.span().isEmpty() ? " " : "") + value(mapping, plain)));
        }
        if (mapping.isFlow()) {
            return Optional.of(
                    new TextEdit(before(first.get()), name(mapping, name) + ": " + value(mapping, plain) + ", "));
        }
        SourceFile file = first.get().file();
        Optional<String> text = file.textAtHand();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String indentation = " ".repeat(first.get().start().column() - 1);
        String field = name + ": " + plain + file.lineBreak().text();
        boolean isAlone = text.get()
                .substring(
                        file.lineStart(first.get().start().line()),
                        first.get().span().start())
                .isBlank();
        return Optional.of(
                isAlone
                        ? new TextEdit(
                                new Location(file, Span.caret(startWithComments(first.get(), text.get()))),
                                indentation + field)
                        : new TextEdit(before(first.get()), field + indentation));
    }

    private static Location before(Location place) {
        return new Location(place.file(), Span.caret(place.span().start()));
    }

    /** The name of a field as the mapping writes names. */
    private static String name(Fields mapping, String name) {
        return mapping.isJson() ? "\"" + name + "\"" : name;
    }

    /** A value as the mapping may hold it: JSON has no texts without quotes. */
    private static String value(Fields mapping, String plain) {
        boolean isNumber = !plain.isEmpty() && Character.isDigit(plain.charAt(0));
        return mapping.isJson() && !isNumber ? "\"" + plain + "\"" : plain;
    }

    /**
     * Puts another field in the place of one that holds a scalar on the line of its key; empty when it is not written
     * like that, when an anchor, a tag or a comment stands between the two, or when the file has changed.
     *
     * @param plain a text that needs no quotes
     */
    public static Optional<TextEdit> exchange(Field<?> field, String name, String plain) {
        Optional<Location> place = whole(field);
        return place.isPresent()
                ? Optional.of(new TextEdit(place.get(), name(field.owner(), name) + ": " + value(field.owner(), plain)))
                : Optional.empty();
    }

    /**
     * The same for a field that is a mapping, or has several lines for another reason. Not in JSON.
     *
     * @param block the new field as lines of block style, indented from column 0, with {@code \n} between them
     * @param flow the same on one line, for a mapping in braces
     */
    public static Optional<TextEdit> exchangeForLines(Field<?> field, String block, String flow) {
        Optional<Location> place = whole(field);
        if (place.isEmpty() || field.owner().isJson()) {
            return Optional.empty();
        }
        Location old = place.get();
        String lineBreak =
                old.file().lineBreak().text() + " ".repeat(old.start().column() - 1);
        return Optional.of(new TextEdit(old, field.owner().isFlow() ? flow : block.replace("\n", lineBreak)));
    }

    /** From a field's key to the end of its scalar, when nothing is lost with that. */
    private static Optional<Location> whole(Field<?> field) {
        Fields mapping = field.owner();
        Optional<String> text = mapping.file().textAtHand();
        Optional<Location> key = mapping.keyLocation(field.name());
        if (text.isEmpty() || key.isEmpty() || !mapping.extent().contains(key.get())) {
            return Optional.empty();
        }
        Span value = field.location().span();
        int keyEnd = key.get().span().end();
        if (value.start() <= keyEnd
                || !text.get().substring(keyEnd, value.start()).matches(mapping.isJson() ? " *: *" : " *: +")
                || hasHeaderComment(text.get(), value)) {
            return Optional.empty();
        }
        return Optional.of(
                new Location(mapping.file(), new Span(key.get().span().start(), value.end())));
    }

    /**
     * Moves an item of a block list before an earlier one, and with it the comments that belong to it: on its lines, alone
     * directly above it, and below it further in. No edits when the items do not stand on lines of their own, when the file
     * has changed, or when an anchor or alias would change its meaning.
     */
    public static Optional<TextEdit[]> moveBefore(Fields item, Fields earlier) {
        SourceFile file = item.file();
        Optional<String> text = file.textAtHand();
        if (text.isEmpty() || !isOnOwnLines(item, text.get()) || !isOnOwnLines(earlier, text.get())) {
            return Optional.empty();
        }
        int from = startWithComments(item.extent(), text.get());
        int to = endWithComments(item, text.get());
        int target = startWithComments(earlier.extent(), text.get());
        String lines = text.get().substring(from, to);
        if (to <= from || target >= from || hasAnchor(lines)) {
            return Optional.empty();
        }
        if (!lines.endsWith("\n") && !lines.endsWith("\r")) {
            int lineEnd = beforeBreak(text.get(), from);
            return Optional.of(new TextEdit[] {
                new TextEdit(
                        new Location(file, Span.caret(target)),
                        lines + text.get().substring(lineEnd, from)),
                new TextEdit(new Location(file, new Span(lineEnd, to)), "")
            });
        }
        return Optional.of(new TextEdit[] {
            new TextEdit(new Location(file, Span.caret(target)), lines),
            new TextEdit(new Location(file, new Span(from, to)), "")
        });
    }

    /** Whether a block scalar has a comment behind its indicator. */
    private static boolean hasHeaderComment(String text, Span value) {
        if (value.isEmpty() || "|>".indexOf(text.charAt(value.start())) < 0) {
            return false;
        }
        int i = value.start();
        while (i < value.end() && text.charAt(i) != '\n' && text.charAt(i) != '\r' && text.charAt(i) != '#') {
            i++;
        }
        return i < value.end() && text.charAt(i) == '#';
    }

    /** Whether an item's line holds only its dash before it, and nothing but a comment stands behind it. */
    private static boolean isOnOwnLines(Fields item, String text) {
        int start = item.extent().span().start();
        int end = item.extent().span().end();
        String behind = text.substring(end, endOfLine(item.file(), end, text)).strip();
        return text.substring(item.file().lineStart(item.extent().start().line()), start)
                        .strip()
                        .equals("-")
                && (behind.isEmpty() || behind.startsWith("#"));
    }

    /** Where a line starts, or the first of the comment lines right above that stand as far in as its first character. */
    private static int startWithComments(Location place, String text) {
        SourceFile file = place.file();
        int line = place.start().line();
        int column = indentation(text, file.lineStart(line));
        while (line > 1
                && isComment(text, file.lineStart(line - 1))
                && indentation(text, file.lineStart(line - 1)) == column) {
            line--;
        }
        return file.lineStart(line);
    }

    /** Behind the item's last line, and behind the comment lines below it that stand further in than its dash. */
    private static int endWithComments(Fields item, String text) {
        SourceFile file = item.file();
        int dash = indentation(text, file.lineStart(item.extent().start().line()));
        int end = endOfLine(file, item.extent().span().end(), text);
        while (end < text.length() && isComment(text, end) && indentation(text, end) > dash) {
            end = endOfLine(file, end, text);
        }
        return end;
    }

    /** Behind the line break of the line that an offset lies in. */
    private static int endOfLine(SourceFile file, int offset, String text) {
        int line = file.lineAt(offset);
        return line < file.lineCount() ? file.lineStart(line + 1) : text.length();
    }

    private static boolean isComment(String text, int lineStart) {
        int i = lineStart + indentation(text, lineStart);
        return i < text.length() && text.charAt(i) == '#';
    }

    private static int indentation(String text, int lineStart) {
        int i = lineStart;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i - lineStart;
    }

    private static int beforeBreak(String text, int lineStart) {
        int i = lineStart;
        if (i > 0 && text.charAt(i - 1) == '\n') {
            i--;
        }
        return i > 0 && text.charAt(i - 1) == '\r' ? i - 1 : i;
    }

    private static boolean hasTag(String line) {
        for (int i = line.indexOf('!'); i > 0; i = line.indexOf('!', i + 1)) {
            if (" [{,".indexOf(line.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether an anchor or alias may stand in some lines; a false alarm costs no more than the repair. */
    private static boolean hasAnchor(String lines) {
        for (int i = 1; i + 1 < lines.length(); i++) {
            char c = lines.charAt(i);
            boolean opens = " [{,".indexOf(lines.charAt(i - 1)) >= 0 && Character.isLetterOrDigit(lines.charAt(i + 1));
            if ((c == '&' || c == '*') && opens) {
                return true;
            }
        }
        return false;
    }
}
