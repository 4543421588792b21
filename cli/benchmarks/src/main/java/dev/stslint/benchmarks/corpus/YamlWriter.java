package dev.stslint.benchmarks.corpus;

import java.util.List;

/** Block style, as people and {@code helm template} write it. */
final class YamlWriter implements TreeWriter {

    private final StringBuilder out;
    private final boolean indentsLists;
    private int depth;
    private boolean inItem;

    /** @param indentsLists whether a list stands deeper than its key: people do it mostly, Go programs do not */
    YamlWriter(StringBuilder out, boolean indentsLists) {
        this.out = out;
        this.indentsLists = indentsLists;
    }

    @Override
    public TreeWriter put(String key, String value) {
        start().append(key).append(": ").append(value).append('\n');
        return this;
    }

    @Override
    public TreeWriter put(String key, int value) {
        start().append(key).append(": ").append(value).append('\n');
        return this;
    }

    @Override
    public TreeWriter map(String key, Runnable entries) {
        start().append(key).append(":\n");
        depth++;
        entries.run();
        depth--;
        return this;
    }

    @Override
    public TreeWriter list(String key, Runnable items) {
        start().append(key).append(":\n");
        depth += indentsLists ? 1 : 0;
        items.run();
        depth -= indentsLists ? 1 : 0;
        return this;
    }

    @Override
    public TreeWriter item(Runnable entries) {
        depth++;
        inItem = true;
        entries.run();
        inItem = false;
        depth--;
        return this;
    }

    @Override
    public TreeWriter element(String value) {
        start().append("- ").append(value).append('\n');
        return this;
    }

    @Override
    public TreeWriter values(String key, List<String> values) {
        if (values.size() < 4) {
            return put(key, "[" + String.join(", ", values) + "]");
        }
        return list(key, () -> values.forEach(this::element));
    }

    @Override
    public TreeWriter text(String key, String lines) {
        start().append(key).append(lines.endsWith("\n") ? ": |\n" : ": |-\n");
        String margin = "  ".repeat(depth + 1);
        int from = 0;
        while (from < lines.length()) {
            int end = lines.indexOf('\n', from);
            end = end < 0 ? lines.length() : end;
            if (end > from) {
                out.append(margin).append(lines, from, end);
            }
            out.append('\n');
            from = end + 1;
        }
        return this;
    }

    @Override
    public TreeWriter comment(String text) {
        out.append("  ".repeat(depth)).append("# ").append(text).append('\n');
        return this;
    }

    private StringBuilder start() {
        if (inItem) {
            inItem = false;
            return out.append("  ".repeat(depth - 1)).append("- ");
        }
        return out.append("  ".repeat(depth));
    }
}
