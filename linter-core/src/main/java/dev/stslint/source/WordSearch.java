package dev.stslint.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a text holds one of many words, in one pass however many they are: Aho and Corasick's automaton. Upper
 * and lower case of ASCII letters are alike to it. It may take a text with letters of other scripts for one that holds a
 * word; it never overlooks a word.
 *
 * <p>What it is for: most texts hold none, and need no closer look.
 */
public final class WordSearch {

    /** A shorter text is looked at closely before the automaton is made. */
    private static final int WORTH_A_SEARCH = 256;

    /** As much of a text is looked at as one array. */
    private static final int WINDOW = 1024;

    /** In so many characters both halves are looked at together. */
    private static final int WORTH_TWO_PASSES = 512;

    private static final int[] NO_LINES = {};
    private static final boolean[] NO_PAIRS = {};

    private final String[] words;
    private volatile @Nullable Automaton automaton;

    private WordSearch(String[] words) {
        this.words = words;
    }

    /**
     * A search for words; nothing is made for it before the first long text.
     *
     * @param words not empty, of ASCII characters
     */
    public static WordSearch forAny(String... words) {
        return new WordSearch(words.clone());
    }

    /** Whether a text may hold one of the words: yes for every short text before the first long one. */
    public boolean mayBeIn(String text) {
        Automaton search = text.length() < WORTH_A_SEARCH ? automaton : automaton();
        return search == null || search.endOfFirst(text, 0, window(text)) >= 0;
    }

    /**
     * Starts and ends of the lines of a text that may hold one of the words, in order; of a short text the whole, if it may
     * hold one. A line ends in front of its line feed.
     */
    public int[] linesWithAny(String text) {
        if (text.length() < WORTH_A_SEARCH) {
            return mayBeIn(text) ? new int[] {0, text.length()} : NO_LINES;
        }
        byte[] window = window(text);
        Automaton search = automaton();
        int[] lines = NO_LINES;
        int count = 0;
        int end = search.endOfFirst(text, 0, window);
        while (end >= 0) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, Math.max(8, 2 * count));
            }
            lines[count++] = text.lastIndexOf('\n', end - 1) + 1;
            int lineEnd = text.indexOf('\n', end);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            lines[count++] = lineEnd;
            end = search.endOfFirst(text, lineEnd, window);
        }
        return Arrays.copyOf(lines, count);
    }

    private static byte[] window(String text) {
        return new byte[Math.min(text.length(), WINDOW)];
    }

    private Automaton automaton() {
        Automaton made = automaton;
        if (made == null) {
            made = new Automaton(words);
            automaton = made;
        }
        return made;
    }

    /** A state for each beginning of a word, and for each state and class of characters the state that follows. */
    private static final class Automaton {

        private static final int FOUND = -1;

        /** What is alike in both cases of a letter. */
        private static final int FOLDED = 0x5F;

        /** For each byte its class; 0 for all that are in no word. */
        private final byte[] classes = new byte[256];

        private final int width;
        private final short[] next;
        private final boolean[] ends;
        private int states = 1;

        /** {@link #next} as a pass reads it: a state is where its row starts, and the end of a word is negative. */
        private final int[] rows;

        /**
         * The pairs of neighbours in words, as far as the shortest word reaches. One of them stands wherever a word does, at
         * each place that is looked at. Empty where the shortest word is too short to leave places out.
         */
        private final boolean[] pairs;

        /** How far these places are from each other. */
        private final int stride;

        private final int longest;

        Automaton(String[] words) {
            int size = 1;
            int count = 1;
            for (String word : words) {
                size += word.length();
                for (int i = 0; i < word.length(); i++) {
                    int lower = lower(word.charAt(i));
                    if (classes[lower] == 0) {
                        classes[lower] = (byte) count;
                        classes[upper(lower)] = (byte) count++;
                    }
                }
            }
            this.width = count;
            this.next = new short[size * width];
            this.ends = new boolean[size];
            for (String word : words) {
                add(word);
            }
            link();
            this.rows = new int[next.length];
            for (int way = 0; way < next.length; way++) {
                rows[way] = ends[next[way]] ? FOUND : next[way] * width;
            }
            int shortest = Integer.MAX_VALUE;
            int longest = 0;
            for (String word : words) {
                shortest = Math.min(shortest, word.length());
                longest = Math.max(longest, word.length());
            }
            this.longest = longest;
            this.stride = shortest - 1;
            this.pairs = stride > 1 ? pairs(words, stride) : NO_PAIRS;
        }

        private static boolean[] pairs(String[] words, int count) {
            boolean[] pairs = new boolean[(FOLDED << 7 | FOLDED) + 1];
            for (String word : words) {
                for (int i = 0; i < count; i++) {
                    pairs[(word.charAt(i) & FOLDED) << 7 | (word.charAt(i + 1) & FOLDED)] = true;
                }
            }
            return pairs;
        }

        private void add(String word) {
            int state = 0;
            for (int i = 0; i < word.length(); i++) {
                int way = state * width + classes[word.charAt(i)];
                if (next[way] == 0) {
                    next[way] = (short) states++;
                }
                state = next[way];
            }
            ends[state] = true;
        }

        /** Where a word does not go on, the longest other beginning that the text ends with does. */
        private void link() {
            int[] others = new int[states];
            Deque<Integer> queue = new ArrayDeque<>();
            for (int c = 1; c < width; c++) {
                if (next[c] != 0) {
                    queue.add((int) next[c]);
                }
            }
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int other = others[state];
                ends[state] |= ends[other];
                for (int c = 1; c < width; c++) {
                    int way = state * width + c;
                    int follower = next[way];
                    if (follower != 0) {
                        others[follower] = next[other * width + c];
                        queue.add(follower);
                    } else {
                        next[way] = next[other * width + c];
                    }
                }
            }
        }

        /**
         * Behind the first word that ends behind {@code from}; or -1. Looks at the lower halves of the characters: that is what
         * ASCII needs, and all of most texts.
         *
         * @param window takes one part of the text after the other
         */
        @SuppressWarnings("deprecation") // the one way to the bytes that does not look at each of them
        int endOfFirst(String text, int from, byte[] window) {
            int row = 0;
            for (int start = from; start < text.length(); start += window.length) {
                int count = Math.min(window.length, text.length() - start);
                text.getBytes(start, start + count, window, 0);
                row = behind(window, count, row);
                if (row < 0) {
                    return start - row;
                }
            }
            return -1;
        }

        /**
         * The state behind some characters; or, negative, how many of them end with the first end of a word.
         *
         * @param state that in front of them
         */
        private int behind(byte[] characters, int count, int state) {
            if (pairs.length == 0) {
                return count < WORTH_TWO_PASSES || count < 2 * longest
                        ? behindEach(characters, 0, count, state)
                        : behindBothHalves(characters, count, state);
            }
            int row = state;
            int i = 0;
            while (i < count) {
                if (row == 0) {
                    i = nextPair(characters, i, count);
                }
                row = rows[row + classes[characters[i++] & 0xFF]];
                if (row < 0) {
                    return -i;
                }
            }
            return row;
        }

        private int behindEach(byte[] characters, int from, int to, int state) {
            byte[] classOf = classes;
            int[] follower = rows;
            int row = state;
            for (int i = from; i < to; i++) {
                row = follower[row + classOf[characters[i] & 0xFF]];
                if (row < 0) {
                    return -i - 1;
                }
            }
            return row;
        }

        /**
         * The same for both halves at once: each step waits for the one before it, and not for one in the other half. The first
         * half goes on into the second for as long as a word may that starts in it.
         */
        private int behindBothHalves(byte[] characters, int count, int state) {
            byte[] classOf = classes;
            int[] follower = rows;
            int half = count / 2;
            int row = state;
            int other = 0;
            int i = 0;
            while (i < half && row >= 0 && other >= 0) {
                row = follower[row + classOf[characters[i] & 0xFF]];
                other = follower[other + classOf[characters[half + i] & 0xFF]];
                i++;
            }
            if (row < 0) {
                return -i;
            }
            int first = behindEach(characters, i, half + longest - 1, row);
            if (first < 0) {
                return other < 0 ? Math.max(first, -half - i) : first;
            }
            return other < 0 ? -half - i : behindEach(characters, 2 * half, count, other);
        }

        /** Where the next word may start: no further than the last characters, which may start one that goes on behind them. */
        private int nextPair(byte[] characters, int from, int count) {
            boolean[] isPair = pairs;
            int last = count - 1;
            int i = from + stride - 1;
            while (i < last) {
                if (isPair[(characters[i] & FOLDED) << 7 | (characters[i + 1] & FOLDED)]) {
                    break;
                }
                i += stride;
            }
            return i - stride + 1;
        }

        private static int lower(int c) {
            return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        }

        private static int upper(int c) {
            return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
        }
    }
}
