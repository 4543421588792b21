package dev.stslint.yaml;

import dev.stslint.source.SourceText;

/** What the reading of one text leaves for the next: arrays that have grown, and strings that may come again. */
final class Buffers {

    /** Stands for each character that is not ASCII, but for {@link #OTHER_BREAK}. */
    static final byte OTHER = -1;

    /** Stands for what ends a line in some versions of YAML and not in others, and for the mark of the byte order. */
    static final byte OTHER_BREAK = -2;

    /** Longer arrays than one text in a thousand needs are not kept. */
    private static final int MOST_KEPT = 1 << 18;

    final Names names = new Names();

    /** Of what the parser has met so far in a block scalar. */
    byte[] content = {};

    /** The collections around what is read. */
    TreeBuilder.Frame[] frames = {};

    /** What the collections around hold so far, the names of their keys, and where those start. */
    YamlNode[] nodes = new YamlNode[256];

    String[] nodeNames = new String[256];
    int[] nodeStarts = new int[256];

    /** The entries of the mappings that have ended. */
    String[] entryNames = new String[256];

    int[] entryStarts = new int[256];
    YamlNode[] entryValues = new YamlNode[256];

    /** Starts and ends of what is content. */
    int[] leaves = new int[512];

    private byte[] characters = {};

    /**
     * The characters of a text one by one, as far as they are ASCII; behind them null characters for two more. They hold until
     * the next call.
     */
    @SuppressWarnings("deprecation") // what it does wrong with other characters it does right with ASCII, and at once
    byte[] characters(SourceText source) {
        String text = source.text();
        int length = text.length();
        if (characters.length < length + 2) {
            characters = new byte[Math.max(length + 2, 2 * Math.min(characters.length, MOST_KEPT))];
        }
        if (source.file().isAscii()) {
            text.getBytes(0, length, characters, 0);
        } else {
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                characters[i] = c < 0x80 ? (byte) c : isOtherBreak(c) ? OTHER_BREAK : OTHER;
            }
        }
        characters[length] = 0;
        characters[length + 1] = 0;
        return characters;
    }

    private static boolean isOtherBreak(char c) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
    }

    /** Lets go of what no usual text needs. */
    void shrink() {
        characters = characters.length > MOST_KEPT ? new byte[0] : characters;
        content = content.length > MOST_KEPT ? new byte[0] : content;
        leaves = leaves.length > MOST_KEPT ? new int[512] : leaves;
        if (entryNames.length > MOST_KEPT) {
            entryNames = new String[256];
            entryStarts = new int[256];
            entryValues = new YamlNode[256];
        }
    }
}
