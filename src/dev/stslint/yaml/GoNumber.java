package dev.stslint.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers in Go's words: what {@code encoding/json} writes, and what sigs.k8s.io/yaml makes of a number
 * that is a mapping key.
 */
final class GoNumber {

    private static final double EXACT_LONG_BOUND = 0x1p53;
    private static final double LONG_BOUND = 0x1p63;

    private GoNumber() {}

    /** Whether the JSON text of a number is that of a 64-bit integer: {@code 1e3} is written {@code 1000}. */
    static boolean isLong(double value) {
        if (value != Math.rint(value) || Math.abs(value) > LONG_BOUND) {
            return false;
        }
        return Math.abs(value) < EXACT_LONG_BOUND
                || shortest(value).toBigInteger().bitLength() < Long.SIZE;
    }

    /** The JSON text: plain digits between 1e-6 and 1e21, else with an exponent; as few digits as tell it apart. */
    static String json(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_LONG_BOUND) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e21) {
            return shortest(value).toPlainString();
        }
        return withExponent(shortest(value), 1);
    }

    /** The text of a mapping key: the number as a 32-bit float, with an exponent below 1e-4 and from 1e6 on. */
    static String key(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        if (narrow == 0) {
            return 1 / narrow < 0 ? "-0" : "0";
        }
        BigDecimal decimal = shortest(narrow);
        int exponent = decimal.precision() - decimal.scale() - 1;
        return exponent < -4 || exponent >= 6 ? withExponent(decimal, 2) : decimal.toPlainString();
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static BigDecimal shortest(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 9; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(9, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String withExponent(BigDecimal decimal, int leastDigits) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        StringBuilder text = new StringBuilder();
        if (decimal.signum() < 0) {
            text.append('-');
        }
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        String size = Integer.toString(Math.abs(exponent));
        return (size.length() < leastDigits ? text.append('0') : text)
                .append(size)
                .toString();
    }
}
