package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WordSearchTest {

    private static final String FILLER = "nothing to be seen in this line\n".repeat(20);

    private final WordSearch search = WordSearch.forAny("she", "he", "hers", "http://", "-x_1");

    @Test
    void findsWordsWhateverTheirCase() {
        assertThat(search.mayBeIn(FILLER)).isFalse();
        assertThat(search.mayBeIn(FILLER + "sHe")).isTrue();
        assertThat(search.mayBeIn("HTTP://" + FILLER)).isTrue();
        assertThat(search.mayBeIn(FILLER + "-X_1" + FILLER)).isTrue();
        assertThat(search.mayBeIn(FILLER + "http:/ -x-1 h e")).isFalse();
    }

    @Test
    void takesEveryShortTextForOneBeforeTheFirstLongOne() {
        assertThat(search.mayBeIn("")).isTrue();
        assertThat(search.mayBeIn("no")).isTrue();
        assertThat(search.mayBeIn(FILLER)).isFalse();
        assertThat(search.mayBeIn("no")).isFalse();
        assertThat(search.mayBeIn("s he")).isTrue();
    }

    @Test
    void takesAShortTextForOneLine() {
        assertThat(search.linesWithAny("one\ntwo")).containsExactly(0, 7);
        assertThat(search.mayBeIn(FILLER)).isFalse();
        assertThat(search.linesWithAny("one\ntwo")).isEmpty();
        assertThat(search.linesWithAny("one\nhe\ntwo")).containsExactly(0, 10);
    }

    /** A text is looked at in parts. */
    @Test
    void findsAWordWhereverItStands() {
        for (int before = 1000; before < 1050; before++) {
            String text = "x".repeat(before) + "hers" + "x".repeat(2000);

            assertThat(search.linesWithAny(text)).containsExactly(0, text.length());
            assertThat(search.linesWithAny(text.replace("hers", "h\ners"))).isEmpty();
            assertThat(WordSearch.forAny("hers", "yours").linesWithAny(text)).containsExactly(0, text.length());
        }
    }

    @Test
    void givesWholeLinesOnce() {
        String text = FILLER + "his and hers and hers\n" + FILLER + "he";
        int first = FILLER.length();
        int last = text.length() - 2;
        assertThat(search.linesWithAny(text)).containsExactly(first, first + 21, last, last + 2);
    }

    /** The obvious way, a word at a time, finds the same lines. */
    @Test
    void overlooksNoLine() {
        Seeds.check(500, random -> {
            List<String> words = new ArrayList<>();
            int shortest = 1 + random.nextInt(4);
            for (int i = random.nextInt(6); i >= 0; i--) {
                words.add(word(shortest + random.nextInt(3), random));
            }
            String text = word(300 + random.nextInt(2000), random);
            List<Integer> expected = new ArrayList<>();
            int start = 0;
            for (String line : text.split("\n", -1)) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (words.stream().anyMatch(lower::contains)) {
                    expected.add(start);
                    expected.add(start + line.length());
                }
                start += line.length() + 1;
            }
            WordSearch any = WordSearch.forAny(words.toArray(new String[0]));
            assertThat(any.linesWithAny(text))
                    .containsExactly(
                            expected.stream().mapToInt(Integer::intValue).toArray());
            assertThat(any.mayBeIn(text)).isEqualTo(!expected.isEmpty());
        });
    }

    private static String word(int length, Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String letters = length > 10 ? "abcdABCD__\n\n  xyzxyzé" : "abcd_";
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
