package dev.stslint.yaml;

import java.util.List;

/**
 * Finds tabs where kubectl takes none: in front of whatever starts a line or an item of a block, and where text without
 * quotes goes on in the next line. Behind something on the same line, and inside of braces and brackets, they are white
 * space.
 */
final class TabScanner {

    private final String text;
    private final Chunk chunk;
    private final int start;
    private final int end;
    private final int[] leaves;
    private final int[] flows;
    private final List<YamlComment> comments;

    private int leaf;
    private int flow;
    private int comment;

    /** The last scalar or alias in front of the tab: where it ends, and where the white space behind it does. */
    private int leafEnd = -1;

    private int whiteEnd;
    private int leafColumn;
    private int flowColumn;
    private int flowOfColumn = -1;

    /**
     * @param leaves starts and ends of scalars and aliases, in order
     * @param flows starts and ends of the outermost braces and brackets, in order
     */
    TabScanner(String text, Chunk chunk, int[] leaves, int[] flows, List<YamlComment> comments) {
        this.text = text;
        this.chunk = chunk;
        this.start = chunk.start();
        this.end = chunk.end();
        this.leaves = leaves;
        this.flows = flows;
        this.comments = comments;
    }

    /** The first tab that kubectl does not take, or -1. */
    int firstWrong() {
        int tab = chunk.nextTab(start);
        while (tab >= 0) {
            advance(tab);
            int next;
            if (leaf < leaves.length && leaves[leaf] <= tab) {
                next = leaves[leaf + 1];
            } else if (comment < comments.size() && comments.get(comment).span().start() <= tab) {
                next = comments.get(comment).span().end();
            } else if (isWrong(tab)) {
                return tab;
            } else {
                next = afterBlanks(tab);
            }
            tab = chunk.nextTab(next);
        }
        return -1;
    }

    private void advance(int tab) {
        while (leaf < leaves.length && leaves[leaf + 1] <= tab) {
            leaf += 2;
        }
        while (flow < flows.length && flows[flow + 1] <= tab) {
            flow += 2;
        }
        while (comment < comments.size() && comments.get(comment).span().end() <= tab) {
            comment++;
        }
        if (leaf > 0 && leaves[leaf - 1] != leafEnd) {
            leafEnd = leaves[leaf - 1];
            whiteEnd = YamlText.afterWhite(text, leafEnd, end);
            leafColumn = YamlText.blockColumn(text, start, leaves[leaf - 2]);
        }
    }

    private boolean isWrong(int tab) {
        if (flow < flows.length && flows[flow] <= tab) {
            return isBehindPlain(tab)
                    && YamlText.lineStart(text, leafEnd, tab) > leafEnd
                    && tab - YamlText.lineStart(text, leafEnd, tab) <= flowColumn();
        }
        int i = tab;
        while (i > start && YamlText.isBlank(text.charAt(i - 1))) {
            i--;
        }
        if (i > start && !YamlText.isBreak(text.charAt(i - 1))) {
            boolean content = leafEnd == i && leaves[leaf - 2] < leafEnd;
            char before = text.charAt(i - 1);
            return !content && (before == '-' || before == '?');
        }
        return !isBehindPlain(tab) || tab - i <= leafColumn;
    }

    /** Whether there is only white space between the tab and a scalar without quotes, which might go on there. */
    private boolean isBehindPlain(int tab) {
        return leaf > 0
                && leaves[leaf - 2] < leafEnd
                && tab < whiteEnd
                && "\"'|>*".indexOf(text.charAt(leaves[leaf - 2])) < 0;
    }

    /** The column of the block that the outermost braces or brackets stand in; -1 for none. */
    private int flowColumn() {
        if (flowOfColumn != flow) {
            boolean root = YamlText.afterWhiteAndComments(text, start, flows[flow]) == flows[flow];
            flowColumn = root ? -1 : YamlText.blockColumn(text, start, flows[flow]);
            flowOfColumn = flow;
        }
        return flowColumn;
    }

    private int afterBlanks(int from) {
        int i = from;
        while (i < end && YamlText.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
