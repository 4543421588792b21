package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@code $(NAME)} in a value, as the kubelet finds it: {@code $$} stands for a dollar sign, an unclosed parenthesis is
 * none, and whatever stands between the parentheses is the name (facts: D1).
 *
 * @param name between the parentheses
 * @param from where its dollar sign stands
 * @param to behind its closing parenthesis
 */
public record VariableReference(String name, int from, int to) {

    /** All references of a value, in order. */
    public static List<VariableReference> in(String value) {
        List<VariableReference> found = new ArrayList<>(0);
        int i = 0;
        while (i + 1 < value.length()) {
            if (value.charAt(i) != '$') {
                i++;
                continue;
            }
            int close = value.charAt(i + 1) == '(' ? value.indexOf(')', i + 2) : -1;
            if (close >= 0) {
                found.add(new VariableReference(value.substring(i + 2, close), i, close + 1));
                i = close + 1;
            } else {
                i += 2;
            }
        }
        return found;
    }
}
