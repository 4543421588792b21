package dev.stslint.kube;

import dev.stslint.source.Ascii;
import java.util.OptionalInt;

/**
 * A value that the API takes as a number or as a text: a port or its name, a count or a percentage.
 *
 * @param text how it reads
 * @param isNumber whether it is written as a number; a quoted number is a text
 */
public record IntOrString(String text, boolean isNumber) {

    static IntOrString of(int number) {
        return new IntOrString(Integer.toString(number), true);
    }

    static IntOrString of(String text) {
        return new IntOrString(text, false);
    }

    /** The number, when it is one. */
    public OptionalInt number() {
        return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The number before the percent sign of {@code [0-9]+%}, the only form the API server takes. */
    public OptionalInt percentage() {
        if (isNumber || text.length() > 10 || !text.endsWith("%")) {
            return OptionalInt.empty();
        }
        String digits = text.substring(0, text.length() - 1);
        return Ascii.isDigits(digits) ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
