package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text behind {@code sh -c} or in a script file, cut into simple commands and those into words, each character knowing
 * where it comes from. Not a shell: enough to see which programs are started and with which options. Comments go, quotes
 * go, expansions stay as they are written.
 */
public final class ShellWords {

    /** A word without its quotes. */
    static final class Word {

        private final String text;
        private final int[] places;

        private Word(String text, int[] places) {
            this.text = text;
            this.places = places;
        }

        /** A word that stands for itself, as an item of a list does. */
        static Word of(String text) {
            int[] places = new int[text.length()];
            for (int i = 0; i < places.length; i++) {
                places[i] = i;
            }
            return new Word(text, places);
        }

        String text() {
            return text;
        }

        /** Where the characters of a part, which is not empty, stand in the script. */
        Span place(int from, int to) {
            return new Span(places[from], places[to - 1] + 1);
        }
    }

    private static final int LONGEST_EXPANSION = 200;

    private final String script;
    private final List<List<Word>> commands = new ArrayList<>();
    private List<Word> command = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int[] places = new int[64];
    private boolean inWord;

    private ShellWords(String script) {
        this.script = script;
    }

    /** The commands of a script; loops, conditions, pipes and lists are taken apart. */
    static List<List<Word>> commandsOf(String script) {
        ShellWords words = new ShellWords(script);
        words.read();
        return words.commands;
    }

    /** The same commands, for those who need no places. */
    public static List<List<String>> textsOf(String script) {
        List<List<String>> texts = new ArrayList<>();
        for (List<Word> command : commandsOf(script)) {
            List<String> words = new ArrayList<>(command.size());
            for (Word word : command) {
                words.add(word.text());
            }
            texts.add(words);
        }
        return texts;
    }

    private void read() {
        int i = 0;
        while (i < script.length()) {
            char c = script.charAt(i);
            if (c == '\\' && i + 1 < script.length()) {
                if (script.charAt(i + 1) != '\n' && script.charAt(i + 1) != '\r') {
                    add(script.charAt(i + 1), i + 1);
                }
                i += 2;
            } else if (c == '\'' || c == '"') {
                i = readQuoted(i) + 1;
            } else if (c == '$' && i + 1 < script.length() && "({".indexOf(script.charAt(i + 1)) >= 0) {
                i = readExpansion(i);
            } else if (c == '#' && !inWord) {
                i = Math.max(i + 1, endOfLine(i));
            } else {
                readPlain(c, i);
                i++;
            }
        }
        endCommand();
    }

    private void readPlain(char c, int at) {
        if ("\n\r;&|()".indexOf(c) >= 0) {
            endCommand();
        } else if (c == ' ' || c == '\t') {
            endWord();
        } else {
            add(c, at);
        }
    }

    /** Gives where the closing quote stands. */
    private int readQuoted(int start) {
        char quote = script.charAt(start);
        inWord = true;
        int i = start + 1;
        while (i < script.length() && script.charAt(i) != quote) {
            if (script.charAt(i) == '\\' && quote == '"' && i + 1 < script.length()) {
                i++;
            }
            add(script.charAt(i), i);
            i++;
        }
        return i;
    }

    /** {@code $(…)} and <code>${…}</code> belong to their word whatever stands in them. Gives where to go on. */
    private int readExpansion(int start) {
        char close = script.charAt(start + 1) == '(' ? ')' : '}';
        int limit = Math.min(script.length(), start + LONGEST_EXPANSION);
        int end = start + 2;
        while (end < limit && script.charAt(end) != close) {
            end++;
        }
        int behind = end < limit ? end + 1 : start + 2;
        for (int i = start; i < behind; i++) {
            add(script.charAt(i), i);
        }
        return behind;
    }

    private int endOfLine(int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private void add(char c, int at) {
        inWord = true;
        if (word.length() == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[word.length()] = at;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            command.add(new Word(word.toString(), Arrays.copyOf(places, word.length())));
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
