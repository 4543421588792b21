package dev.stslint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A short way from the lines of one text to those of another: Myers' greedy algorithm on what is left between the lines
 * that both begin and end with.
 */
final class LineDiff {

    /** Beyond so many differing lines one large change says as much as many small ones. */
    private static final int MOST_STEPS = 2000;

    private final List<String> lines;
    private final List<String> others;
    private final int head;
    private final int end;
    private final int otherEnd;

    /**
     * Lines of the one text that others of the other take the place of; one of the two may be none.
     *
     * @param start counts from 0
     * @param end behind the last
     */
    record Change(int start, int end, int otherStart, int otherEnd) {}

    private LineDiff(List<String> lines, List<String> others) {
        this.lines = lines;
        this.others = others;
        int same = 0;
        while (same < lines.size() && same < others.size() && lines.get(same).equals(others.get(same))) {
            same++;
        }
        int last = lines.size();
        int otherLast = others.size();
        while (last > same && otherLast > same && lines.get(last - 1).equals(others.get(otherLast - 1))) {
            last--;
            otherLast--;
        }
        this.head = same;
        this.end = last;
        this.otherEnd = otherLast;
    }

    /** What differs, from top to bottom. */
    static List<Change> of(List<String> lines, List<String> others) {
        return new LineDiff(lines, others).changes();
    }

    private List<Change> changes() {
        if (head == end && head == otherEnd) {
            return List.of();
        }
        List<int[]> reached = new ArrayList<>();
        int size = end - head;
        int otherSize = otherEnd - head;
        int most = Math.min(size + otherSize, MOST_STEPS);
        int[] furthest = new int[2 * most + 3];
        for (int steps = 0; steps <= most; steps++) {
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int at = most + 1 + diagonal;
                boolean down = diagonal == -steps || (diagonal != steps && furthest[at - 1] < furthest[at + 1]);
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                int y = x - diagonal;
                while (x < size && y < otherSize && lines.get(head + x).equals(others.get(head + y))) {
                    x++;
                    y++;
                }
                furthest[at] = x;
                if (x >= size && y >= otherSize) {
                    return joined(steps, reached, most);
                }
            }
            reached.add(Arrays.copyOf(furthest, furthest.length));
        }
        return List.of(new Change(head, end, head, otherEnd));
    }

    /** Walks back from the end, and puts steps that touch each other together. */
    private List<Change> joined(int steps, List<int[]> reached, int most) {
        List<Change> changes = new ArrayList<>();
        int x = end - head;
        int y = otherEnd - head;
        for (int step = steps; step > 0; step--) {
            int[] furthest = reached.get(step - 1);
            int diagonal = x - y;
            int at = most + 1 + diagonal;
            boolean down = diagonal == -step || (diagonal != step && furthest[at - 1] < furthest[at + 1]);
            int previous = down ? diagonal + 1 : diagonal - 1;
            int previousX = furthest[most + 1 + previous];
            int previousY = previousX - previous;
            int stepX = down ? previousX : previousX + 1;
            int stepY = down ? previousY + 1 : previousY;
            Change change = new Change(head + previousX, head + stepX, head + previousY, head + stepY);
            int last = changes.size() - 1;
            if (last >= 0 && changes.get(last).start == change.end && changes.get(last).otherStart == change.otherEnd) {
                Change next = changes.get(last);
                changes.set(last, new Change(change.start, next.end, change.otherStart, next.otherEnd));
            } else {
                changes.add(change);
            }
            x = previousX;
            y = previousY;
        }
        Collections.reverse(changes);
        return changes;
    }
}
