package dev.stslint.benchmarks.corpus;

import java.util.List;

/** Indented JSON, as {@code kubectl get -o json} writes it. */
final class JsonWriter implements TreeWriter {

    private final StringBuilder out;
    private int depth;
    private boolean first = true;

    JsonWriter(StringBuilder out) {
        this.out = out;
    }

    /** An object at the top, or as an element of a list. */
    void object(Runnable entries) {
        nested('{', entries, '}');
    }

    @Override
    public TreeWriter put(String key, String value) {
        key(key);
        value(value);
        return this;
    }

    @Override
    public TreeWriter put(String key, int value) {
        key(key).append(value);
        return this;
    }

    @Override
    public TreeWriter map(String key, Runnable entries) {
        key(key);
        nested('{', entries, '}');
        return this;
    }

    @Override
    public TreeWriter list(String key, Runnable items) {
        key(key);
        nested('[', items, ']');
        return this;
    }

    @Override
    public TreeWriter item(Runnable entries) {
        next();
        nested('{', entries, '}');
        return this;
    }

    @Override
    public TreeWriter element(String value) {
        next();
        value(value);
        return this;
    }

    @Override
    public TreeWriter values(String key, List<String> values) {
        return list(key, () -> values.forEach(this::element));
    }

    @Override
    public TreeWriter text(String key, String lines) {
        key(key);
        quote(lines);
        return this;
    }

    @Override
    public TreeWriter comment(String text) {
        return this;
    }

    private StringBuilder key(String key) {
        next();
        boolean quoted = key.startsWith("\"");
        return out.append(quoted ? "" : "\"").append(key).append(quoted ? ": " : "\": ");
    }

    private void next() {
        out.append(first ? "\n" : ",\n").append("  ".repeat(depth));
        first = false;
    }

    private void nested(char open, Runnable content, char close) {
        out.append(open);
        depth++;
        first = true;
        content.run();
        depth--;
        if (!first) {
            out.append('\n').append("  ".repeat(depth));
        }
        out.append(close);
        first = false;
    }

    private void value(String value) {
        boolean quoted = value.startsWith("\"");
        boolean bare = value.equals("true") || value.equals("false") || value.equals("{}") || value.equals("[]");
        if (quoted || bare || isNumber(value)) {
            out.append(value);
        } else if (value.startsWith("'")) {
            quote(value.substring(1, value.length() - 1));
        } else {
            quote(value);
        }
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9') && !value.isEmpty();
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
