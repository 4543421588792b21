package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.report.LineDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class LineDiffTest {

    @Test
    void findsTheShortestWay() {
        List<String> lines = List.of("a", "b", "c", "a", "b", "b", "a");
        List<String> others = List.of("c", "b", "a", "b", "a", "c");
        List<Change> changes = LineDiff.of(lines, others);
        assertThat(applied(lines, others, changes)).isEqualTo(others);
        assertThat(steps(changes)).isEqualTo(5);
    }

    @Test
    void hasNothingToSayOfEqualTexts() {
        assertThat(LineDiff.of(List.of("a"), List.of("a"))).isEmpty();
        assertThat(LineDiff.of(List.of(), List.of())).isEmpty();
        assertThat(LineDiff.of(List.of(), List.of("a"))).containsExactly(new Change(0, 0, 0, 1));
        assertThat(LineDiff.of(List.of("a"), List.of())).containsExactly(new Change(0, 1, 0, 0));
    }

    @RepeatedTest(200)
    void leadsFromOneTextToTheOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines = lines(random);
        List<String> others = lines(random);
        List<Change> changes = LineDiff.of(lines, others);
        assertThat(applied(lines, others, changes)).isEqualTo(others);
        assertThat(steps(changes)).isEqualTo(lines.size() + others.size() - 2 * longestCommon(lines, others));
    }

    @Test
    void givesUpOnTextsThatHaveNothingInCommon() {
        List<String> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            lines.add("a" + i);
            others.add("b" + i);
        }
        assertThat(LineDiff.of(lines, others)).containsExactly(new Change(0, 3000, 0, 3000));
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    private static List<String> applied(List<String> lines, List<String> others, List<Change> changes) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (Change change : changes) {
            result.addAll(lines.subList(at, change.start()));
            result.addAll(others.subList(change.otherStart(), change.otherEnd()));
            at = change.end();
        }
        result.addAll(lines.subList(at, lines.size()));
        return result;
    }

    private static int steps(List<Change> changes) {
        int steps = 0;
        for (Change change : changes) {
            steps += change.end() - change.start() + change.otherEnd() - change.otherStart();
        }
        return steps;
    }

    private static int longestCommon(List<String> lines, List<String> others) {
        int[][] common = new int[lines.size() + 1][others.size() + 1];
        for (int i = 1; i <= lines.size(); i++) {
            for (int j = 1; j <= others.size(); j++) {
                common[i][j] = lines.get(i - 1).equals(others.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return common[lines.size()][others.size()];
    }
}
