package dev.stslint.yaml;

import java.util.List;

/**
 * Where the grammar of go-yaml v2, and so of kubectl, is narrower than the parser's: what is found here is legal YAML 1.2
 * that kubectl nevertheless cannot read.
 */
final class GoGrammar {

    private final String text;
    private final Chunk chunk;
    private final TreeBuilder builder;
    private final FaultLog faults;
    private int nextBackslash;

    GoGrammar(String text, Chunk chunk, TreeBuilder builder, FaultLog faults) {
        this.text = text;
        this.chunk = chunk;
        this.builder = builder;
        this.faults = faults;
        this.nextBackslash = chunk.start() - 1;
    }

    /** Letters, digits, {@code -} and {@code _} make a name of an anchor. */
    void checkName(String name, int start, int end) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
            if (!allowed) {
                reject(start, end, "kubectl takes only letters, digits, `-` and `_` in an anchor", "");
                return;
            }
        }
    }

    void checkDoubleQuoted(int start, int end) {
        if (nextBackslash < start) {
            nextBackslash = text.indexOf('\\', start);
            nextBackslash = nextBackslash < 0 ? text.length() : nextBackslash;
        }
        if (nextBackslash >= end) {
            return;
        }
        DoubleQuoted quoted = new DoubleQuoted(text, start, end);
        for (int escape = quoted.nextEscape(); escape >= 0; escape = quoted.nextEscape()) {
            if (!quoted.isKnown(escape)) {
                reject(
                        escape,
                        escape + 2,
                        "kubectl does not know this escape sequence",
                        "valid in JSON, not for kubectl");
                return;
            }
        }
    }

    /** A scalar without quotes inside braces or brackets. */
    void checkFlowPlain(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '?') {
                reject(i, i + 1, "kubectl takes no `?` in text without quotes inside of brackets", "quote the value");
                return;
            }
        }
        if (end + 1 < chunk.end() && text.charAt(end) == ':' && ",[]{}".indexOf(text.charAt(end + 1)) >= 0) {
            reject(end, end + 1, "a blank is missing behind this `:`", "kubectl takes it for a part of the key");
        }
    }

    /**
     * Tabs are white space only behind something on the same line, and inside of braces or brackets.
     *
     * @param leaves starts and ends of scalars and aliases, in order
     * @param flows starts and ends of the outermost braces and brackets, in order
     */
    void checkTabs(int[] leaves, int[] flows, List<YamlComment> comments) {
        int tab = text.indexOf('\t', chunk.start());
        int leaf = 0;
        int flow = 0;
        int comment = 0;
        while (tab >= 0 && tab < chunk.end()) {
            while (leaf < leaves.length && leaves[leaf + 1] <= tab) {
                leaf += 2;
            }
            while (flow < flows.length && flows[flow + 1] <= tab) {
                flow += 2;
            }
            while (comment < comments.size() && comments.get(comment).span().end() <= tab) {
                comment++;
            }
            int next = tab + 1;
            if (leaf < leaves.length && leaves[leaf] <= tab) {
                next = leaves[leaf + 1];
            } else if (flow < flows.length && flows[flow] <= tab) {
                next = flows[flow + 1];
            } else if (comment < comments.size() && comments.get(comment).span().start() <= tab) {
                next = comments.get(comment).span().end();
            } else if (isIndentation(tab, leaf == 0 ? -1 : leaves[leaf - 2], leaf == 0 ? -1 : leaves[leaf - 1])) {
                reject(tab, tab + 1, "a tab where YAML takes only spaces", "indent with spaces");
                return;
            }
            tab = text.indexOf('\t', next);
        }
    }

    /** Whether a tab outside of all content stands where a token might start. */
    private boolean isIndentation(int tab, int leafStart, int leafEnd) {
        int i = tab;
        while (i > chunk.start() && YamlText.isBlank(text.charAt(i - 1))) {
            i--;
        }
        if (i > chunk.start() && !YamlText.isBreak(text.charAt(i - 1))) {
            char before = text.charAt(i - 1);
            return before == '-' || before == '?';
        }
        boolean behindPlain =
                leafEnd > leafStart && YamlText.afterWhite(text, leafEnd, tab) == tab && isPlain(leafStart);
        return !behindPlain || tab - i <= YamlText.blockColumn(text, chunk.start(), leafStart);
    }

    private boolean isPlain(int leafStart) {
        return "\"'|>*".indexOf(text.charAt(leafStart)) < 0;
    }

    private void reject(int start, int end, String message, String label) {
        faults.add(YamlFault.Kind.SYNTAX, start, end, message, label);
        builder.reject();
    }
}
