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
            nextBackslash = chunk.nextBackslash(start);
            nextBackslash = nextBackslash < 0 ? chunk.end() : nextBackslash;
        }
        if (nextBackslash >= end) {
            return;
        }
        int escape = new DoubleQuoted(text, start, end).firstUnknown();
        if (escape >= 0) {
            reject(
                    escape,
                    escape + 2,
                    "kubectl does not know this escape sequence",
                    "valid elsewhere, as in JSON, not for kubectl");
        }
    }

    void checkBlockScalar(BlockScalar block) {
        int tab = block.tabInIndentation();
        if (tab >= 0) {
            reject(
                    tab,
                    tab + 1,
                    "a tab where kubectl looks for the indentation of the text",
                    "say it behind `|`, as in `|2`");
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

    /** Once everything is read: looks at what stands between the scalars. */
    void checkTabs(List<YamlComment> comments) {
        if (chunk.nextTab(chunk.start()) < 0) {
            return;
        }
        int tab = new TabScanner(text, chunk, builder.leaves(), builder.flows(), comments).firstWrong();
        if (tab >= 0) {
            reject(tab, tab + 1, "a tab where YAML takes only spaces", "indent with spaces");
        }
    }

    private void reject(int start, int end, String message, String label) {
        faults.add(YamlFault.Kind.SYNTAX, start, end, message, label);
        builder.reject();
    }
}
