package dev.stslint.report;

import dev.stslint.secret.Placeholder;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands under {@code data} and {@code stringData} of a {@code kind: Secret}, found by lines and indentation; and the
 * {@code literals} that a {@code secretGenerator} makes one of. In an object, what stands under a key that no Secret has
 * counts too: {@code strngData} holds the same.
 */
final class SecretData {

    private static final Set<String> TELLING_NOTHING = Set.of("apiVersion", "kind", "metadata", "type", "immutable");

    /** What a reference to a Secret says of it. */
    private static final Set<String> OF_REFERENCES =
            Set.of("name", "namespace", "key", "optional", "uid", "fieldPath", "resourceVersion");

    /** One of them tells an object from a reference, most of the time. */
    private static final Set<String> IN_OBJECTS = Set.of("metadata", "apiVersion");

    private static final String GENERATOR = "secretGenerator";

    private SecretData() {}

    /** Only lines that hold the word are looked at: nearly all of a file is not about Secrets. */
    static void addTo(List<Span> found, YamlLines lines) {
        for (int line = lines.nextWith("Secret", 1); line > 0; line = lines.nextWith("Secret", line + 1)) {
            YamlLines.Entry entry = lines.entry(line);
            if (entry.key().equals("kind") && lines.part(entry.value()).equals("Secret")) {
                addManifest(lines, line, entry.column(), found);
            } else if (isOnOneLine(lines, entry.content())) {
                addBraces(lines.text(), entry.content(), found);
            }
        }
    }

    /** The mapping that {@code kind} stands in: every line around it that is indented as far, up to the next item. */
    private static void addManifest(YamlLines lines, int kind, int column, List<Span> found) {
        int first = kind;
        while (first > 1 && !startsItem(lines.entry(first), column) && belongs(lines, first - 1, column)) {
            first--;
        }
        boolean isObject = false;
        for (int line = first; line <= lines.count() && isInManifest(lines, line, kind, column); line++) {
            YamlLines.Entry entry = lines.entry(line);
            isObject |= entry.column() == column && IN_OBJECTS.contains(entry.key());
        }
        int line = first;
        while (line <= lines.count() && isInManifest(lines, line, kind, column)) {
            YamlLines.Entry entry = lines.entry(line);
            if (entry.column() == column && holdsValues(entry.key(), isObject)) {
                addInline(lines, entry, found);
                line = addValues(lines, line + 1, column, found);
            } else {
                line++;
            }
        }
    }

    private static boolean isInManifest(YamlLines lines, int line, int kind, int column) {
        return line <= kind || (belongs(lines, line, column) && !startsItem(lines.entry(line), column));
    }

    /** References to Secrets have a {@code kind} too, and some an {@code apiVersion}: their names stay visible. */
    private static boolean holdsValues(String key, boolean isObject) {
        return key.equals("data")
                || key.equals("stringData")
                || (isObject && !key.isEmpty() && !TELLING_NOTHING.contains(key) && !OF_REFERENCES.contains(key));
    }

    /** {@code DB=x} under {@code literals}, whatever its name: what is generated of it is a Secret. */
    static void addGenerated(List<Span> found, YamlLines lines) {
        for (int line = lines.nextWith(GENERATOR, 1); line > 0; line = lines.nextWith(GENERATOR, line + 1)) {
            YamlLines.Entry generator = lines.entry(line);
            if (!generator.key().equals(GENERATOR)) {
                continue;
            }
            addLiterals(lines, generator.content(), found);
            for (int inner = line + 1; inner <= lines.count() && isWithin(lines.entry(inner), generator); inner++) {
                YamlLines.Entry entry = lines.entry(inner);
                if (entry.isItem() || entry.key().equals("literals")) {
                    addLiterals(lines, entry.content(), found);
                }
            }
        }
    }

    private static boolean isWithin(YamlLines.Entry entry, YamlLines.Entry owner) {
        return entry.content().isEmpty()
                || entry.column() > owner.column()
                || (entry.isItem() && entry.indentation() >= owner.column());
    }

    /** What stands behind the equals signs of a line, each up to the end of its item. */
    private static void addLiterals(YamlLines lines, Span content, List<Span> found) {
        String text = lines.text();
        int equals = Spans.indexOf(text, "=", content.start(), content.end());
        while (equals >= 0) {
            int end = equals + 1;
            while (end < content.end() && "\"',]".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end > equals + 1) {
                add(lines, new Span(equals + 1, end), found);
            }
            equals = Spans.indexOf(text, "=", end, content.end());
        }
    }

    private static void addInline(YamlLines lines, YamlLines.Entry entry, List<Span> found) {
        Span value = entry.value();
        if (!value.isEmpty() && lines.text().charAt(value.start()) == '{') {
            addInside(lines.text(), value.start(), entry.content().end(), found);
        } else if (!entry.opensBlock()) {
            add(lines, value, found);
        }
    }

    private static boolean startsItem(YamlLines.Entry entry, int column) {
        return entry.isItem() && entry.column() == column;
    }

    private static boolean belongs(YamlLines lines, int line, int column) {
        YamlLines.Entry entry = lines.entry(line);
        if (entry.content().isEmpty()) {
            return true;
        }
        return entry.column() >= column && !lines.part(entry.content()).startsWith("---");
    }

    /** Adds the values of the lines that are indented further than {@code column}. Gives the line behind them. */
    private static int addValues(YamlLines lines, int from, int column, List<Span> found) {
        int line = from;
        int block = -1;
        while (line <= lines.count()) {
            YamlLines.Entry entry = lines.entry(line);
            boolean blank = entry.content().isEmpty();
            if (!blank && entry.column() <= column) {
                return line;
            }
            if (block >= 0 && !blank && entry.indentation() <= block) {
                block = -1;
            }
            if (block >= 0) {
                add(lines, entry.content(), found);
            } else if (entry.opensBlock()) {
                block = entry.indentation();
            } else {
                add(lines, entry.value(), found);
            }
            line++;
        }
        return line;
    }

    private static void add(YamlLines lines, Span value, List<Span> found) {
        if (Placeholder.of(lines.part(value)).isInTheOpen()) {
            found.add(value);
        }
    }

    private static boolean isOnOneLine(YamlLines lines, Span content) {
        String line = lines.part(content);
        return line.indexOf('{') >= 0
                && (line.contains("kind: Secret")
                        || line.contains("\"kind\":\"Secret\"")
                        || line.contains("\"kind\": \"Secret\""));
    }

    /** {@code data: {a: b}} and {@code "strngData":{"a":"b"}}: all between the braces. */
    private static void addBraces(String text, Span line, List<Span> found) {
        int open = Spans.indexOf(text, "{", line.start(), line.end());
        while (open >= 0) {
            if (isBehindData(text, line.start(), open)) {
                addInside(text, open, line.end(), found);
            }
            open = Spans.indexOf(text, "{", open + 1, line.end());
        }
    }

    private static void addInside(String text, int open, int lineEnd, List<Span> found) {
        int close = Spans.indexOf(text, "}", open, lineEnd);
        int end = close < 0 ? lineEnd : close;
        if (open + 1 < end) {
            found.add(new Span(open + 1, end));
        }
    }

    private static boolean isBehindData(String text, int start, int open) {
        int end = open;
        while (end > start && "\": ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int first = end;
        while (first > start && Character.isLetterOrDigit(text.charAt(first - 1))) {
            first--;
        }
        String key = text.substring(first, end).toLowerCase(Locale.ROOT);
        return end < open && key.endsWith("data") && !key.equals("metadata");
    }
}
