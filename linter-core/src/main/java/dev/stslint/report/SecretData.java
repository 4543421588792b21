package dev.stslint.report;

import dev.stslint.secret.Placeholder;
import dev.stslint.source.Span;
import java.util.List;

/** What stands under {@code data} and {@code stringData} of a {@code kind: Secret}, found by lines and indentation. */
final class SecretData {

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
        int line = first;
        while (line <= lines.count()) {
            YamlLines.Entry entry = lines.entry(line);
            if (line > kind && (!belongs(lines, line, column) || startsItem(entry, column))) {
                return;
            }
            if (entry.column() == column
                    && (entry.key().equals("data") || entry.key().equals("stringData"))) {
                addBraces(lines.text(), entry.content(), found);
                line = addValues(lines, line + 1, column, found);
            } else {
                line++;
            }
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

    /** {@code data: {a: b}} and {@code "data":{"a":"b"}}: all between the braces. */
    private static void addBraces(String text, Span line, List<Span> found) {
        addBraces(text, line, "data", found);
        addBraces(text, line, "stringData", found);
    }

    private static void addBraces(String text, Span line, String key, List<Span> found) {
        int at = Spans.indexOf(text, key, line.start(), line.end());
        while (at >= 0) {
            int i = at + key.length();
            while (i < line.end() && "\": ".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            boolean startsKey = at == line.start() || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (startsKey && i > at + key.length() && i < line.end() && text.charAt(i) == '{') {
                int close = Spans.indexOf(text, "}", i, line.end());
                int end = close < 0 ? line.end() : close;
                if (i + 1 < end) {
                    found.add(new Span(i + 1, end));
                }
            }
            at = Spans.indexOf(text, key, at + key.length(), line.end());
        }
    }
}
