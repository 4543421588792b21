package dev.stslint.manifest;

/** Compares field paths such as {@code spec.containers[web].image}; {@code [*]} stands for any item. */
final class FieldPaths {

    private FieldPaths() {}

    /** Whether one path is the other, or leads to it. */
    static boolean overlap(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (one.charAt(i) == '[' && other.charAt(j) == '[') {
                int iEnd = one.indexOf(']', i);
                int jEnd = other.indexOf(']', j);
                String left = one.substring(i + 1, iEnd);
                String right = other.substring(j + 1, jEnd);
                if (!left.equals(right) && !left.equals("*") && !right.equals("*")) {
                    return false;
                }
                i = iEnd + 1;
                j = jEnd + 1;
            } else if (one.charAt(i) == other.charAt(j)) {
                i++;
                j++;
            } else {
                return false;
            }
        }
        return isStepEnd(one, i) && isStepEnd(other, j);
    }

    private static boolean isStepEnd(String path, int at) {
        return at == 0 || at == path.length() || path.charAt(at) == '.' || path.charAt(at) == '[';
    }
}
