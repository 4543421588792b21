package dev.stslint.yaml;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds comments where the parser found no content: in the gaps between scalars and aliases, and behind the header of
 * block scalars. Having the parser collect them would move the places of empty values.
 */
final class CommentScanner {

    private final String text;
    private final Chunk chunk;
    private final int start;
    private final int end;

    CommentScanner(String text, Chunk chunk) {
        this.text = text;
        this.chunk = chunk;
        this.start = chunk.start();
        this.end = chunk.end();
    }

    /** @param leaves starts and ends of what is content, in order */
    List<YamlComment> between(int[] leaves) {
        int hash = chunk.nextHash(start);
        if (hash < 0) {
            return List.of();
        }
        List<YamlComment> comments = new ArrayList<>();
        int leaf = 0;
        while (hash >= 0) {
            while (leaf < leaves.length && leaves[leaf + 1] <= hash) {
                leaf += 2;
            }
            int next = hash + 1;
            boolean content = leaf < leaves.length && leaves[leaf] <= hash;
            if (content && !isBehindHeader(leaves[leaf], hash)) {
                next = leaves[leaf + 1];
            } else if (content || !isInAnchor(hash)) {
                next = YamlText.lineEnd(text, hash, end);
                comments.add(comment(hash, next));
            }
            hash = chunk.nextHash(next);
        }
        return List.copyOf(comments);
    }

    /** Comments that have a line of their own, for a text that does not parse. */
    List<YamlComment> onTheirOwn() {
        List<YamlComment> comments = new ArrayList<>();
        int hash = chunk.nextHash(start);
        while (hash >= 0) {
            int lineEnd = YamlText.lineEnd(text, hash, end);
            if (isAlone(hash)) {
                comments.add(comment(hash, lineEnd));
            }
            hash = chunk.nextHash(lineEnd);
        }
        return List.copyOf(comments);
    }

    private YamlComment comment(int hash, int lineEnd) {
        return new YamlComment(
                new Span(hash, lineEnd), text.substring(hash + 1, lineEnd).strip(), isAlone(hash));
    }

    private boolean isAlone(int hash) {
        int i = hash;
        while (i > start && YamlText.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i == start || YamlText.isBreak(text.charAt(i - 1));
    }

    /** Whether the hash stands on the first line of a block scalar. */
    private boolean isBehindHeader(int leafStart, int hash) {
        char header = text.charAt(leafStart);
        if (header != '|' && header != '>') {
            return false;
        }
        for (int i = leafStart; i < hash; i++) {
            if (YamlText.isBreak(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the hash belongs to the name of an anchor, as in {@code &a#b}. */
    private boolean isInAnchor(int hash) {
        int i = hash;
        while (i > start && !YamlText.isBlank(text.charAt(i - 1)) && !YamlText.isBreak(text.charAt(i - 1))) {
            i--;
            if (text.charAt(i) == '&') {
                return true;
            }
            if (",[]{}\"'".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return false;
    }
}
