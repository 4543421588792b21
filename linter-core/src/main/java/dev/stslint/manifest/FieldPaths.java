package dev.stslint.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares field paths such as {@code spec.containers[web].image}; {@code [*]} stands for any item, or for any field where
 * a JSON patch's number may name one.
 */
final class FieldPaths {

    private static final String ANY = "*";

    private FieldPaths() {}

    /** Whether one path is the other, or leads to it. */
    static boolean overlap(String one, String other) {
        List<String> left = steps(one);
        List<String> right = steps(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            boolean same = left.get(i).equals(right.get(i));
            if (!same && !left.get(i).equals(ANY) && !right.get(i).equals(ANY)) {
                return false;
            }
        }
        return true;
    }

    /** Names between dots and brackets. An open bracket that is never closed is part of a name. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < path.length()) {
            char c = path.charAt(i);
            int close = c == '[' ? path.indexOf(']', i) : -1;
            if (c == '.') {
                add(steps, path, start, i);
                start = i + 1;
            } else if (close > 0) {
                add(steps, path, start, i);
                steps.add(path.substring(i + 1, close));
                i = close;
                start = close + 1;
            }
            i++;
        }
        add(steps, path, start, path.length());
        return steps;
    }

    private static void add(List<String> steps, String path, int from, int to) {
        if (to > from) {
            steps.add(path.substring(from, to));
        }
    }
}
