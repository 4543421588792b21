package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * The text behind {@code sh -c}, cut into simple commands and those into words. Not a shell: enough to see which programs
 * are started and with which options. Quotes go, comments go; expansions must have been dealt with before.
 */
final class ShellScript {

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellScript(String text) {
        this.text = text;
    }

    /** The simple commands, in order; loops, conditions and pipes are taken apart. */
    static List<List<String>> commandsOf(String text) {
        ShellScript script = new ShellScript(text);
        script.read();
        return script.commands;
    }

    private void read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                if (text.charAt(i + 1) != '\n') {
                    add(text.charAt(i + 1));
                }
                i++;
            } else if (c == '\'' || c == '"') {
                i = readQuoted(i);
            } else if (c == '#' && !inWord) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end - 1;
            } else if (c == '\n' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')') {
                endCommand();
            } else if (c == ' ' || c == '\t' || c == '\r') {
                endWord();
            } else {
                add(c);
            }
            i++;
        }
        endCommand();
    }

    /** @return where the closing quote stands */
    private int readQuoted(int start) {
        char quote = text.charAt(start);
        inWord = true;
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            if (text.charAt(i) == '\\' && quote == '"' && i + 1 < text.length()) {
                i++;
            }
            word.append(text.charAt(i));
            i++;
        }
        return i;
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            command.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endCommand() {
        endWord();
        if (!command.isEmpty()) {
            commands.add(command);
            command = new ArrayList<>();
        }
    }
}
