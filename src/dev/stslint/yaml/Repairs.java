package dev.stslint.yaml;

import java.util.Map;
import java.util.TreeMap;

/**
 * Characters that the parser is shown in place of others, because it cannot read what kubectl can. They are as many as
 * they replace, so that all places stay; the content of the scalars they are in is then read from the text itself.
 */
final class Repairs {

    /** Enough for any manifest that people write; each repair costs another parse of the document. */
    private static final int MOST = 50;

    private final String text;
    private final Chunk chunk;
    private final TreeMap<Integer, Character> characters = new TreeMap<>();
    private int count;

    Repairs(String text, Chunk chunk) {
        this.text = text;
        this.chunk = chunk;
    }

    /**
     * Repairs what the parser complains of, if kubectl can read it.
     *
     * @param contextAt where what the parser was about starts
     * @param at what it stumbled over
     * @return whether there is anything new to be read
     */
    boolean repair(String problem, int contextAt, int at) {
        int before = characters.size();
        if (problem.startsWith("found unknown escape character")) {
            repairEscapes(contextAt);
        } else if (problem.contains("leading empty lines")) {
            repairEmptyLines(at);
        }
        return characters.size() > before && ++count <= MOST;
    }

    /** Replaces the escape sequences of a text in double quotes that only kubectl knows. */
    private void repairEscapes(int quote) {
        DoubleQuoted quoted = new DoubleQuoted(text, quote, chunk.end());
        for (int escape = quoted.nextEscape(); escape >= 0; escape = quoted.nextEscape()) {
            if (escape + 1 < chunk.end() && "'LP".indexOf(text.charAt(escape + 1)) >= 0) {
                characters.put(escape + 1, '_');
            }
        }
    }

    /**
     * Replaces the spaces of the empty lines above a place, where a block scalar has no other lines and the parser minds
     * how long they are.
     */
    private void repairEmptyLines(int next) {
        int lineStart = YamlText.lineStart(text, chunk.start(), next);
        int headerEnd = YamlText.beforeWhite(text, chunk.start(), lineStart);
        int header = header(headerEnd);
        if (header >= 0 && next - lineStart <= YamlText.blockColumn(text, chunk.start(), header)) {
            for (int i = headerEnd; i < lineStart; i++) {
                if (text.charAt(i) == ' ') {
                    characters.put(i, '\n');
                }
            }
        }
    }

    /** Where the header of a block scalar is that a line ends with, a comment behind it not counted; or -1. */
    private int header(int lineEnd) {
        int lineStart = YamlText.lineStart(text, chunk.start(), lineEnd);
        for (int i = lineStart; i < lineEnd; i++) {
            char c = text.charAt(i);
            boolean starts = i == lineStart || YamlText.isBlank(text.charAt(i - 1));
            if (starts && (c == '|' || c == '>')) {
                return i;
            }
        }
        return -1;
    }

    /** Puts them into what the parser is given of the text. */
    void apply(int from, int length, char[] buffer, int offset) {
        if (!characters.isEmpty()) {
            for (Map.Entry<Integer, Character> entry :
                    characters.subMap(from, from + length).entrySet()) {
                buffer[offset + entry.getKey() - from] = entry.getValue();
            }
        }
    }

    /** The content of a text in double quotes, given what the parser made of it. */
    String content(int start, int end, String parsed) {
        if (!isRepaired(start, end)) {
            return parsed;
        }
        String content = new DoubleQuoted(text, start, end).content();
        return content == null ? parsed : content;
    }

    /** The content of a block scalar; a repaired one has nothing but empty lines. */
    String content(BlockScalar block, int start, int end, String parsed) {
        if (!isRepaired(start, end)) {
            return parsed;
        }
        return block.keepsBreaks() ? "\n".repeat(block.breaks()) : "";
    }

    private boolean isRepaired(int start, int end) {
        return !characters.isEmpty() && !characters.subMap(start, end).isEmpty();
    }
}
