package dev.stslint.schema;

/**
 * Amounts as {@code 10Gi}, {@code 250m}, {@code 1e3}: the grammar of apimachinery's {@code resource.ParseQuantity}, whose
 * suffixes tell upper from lower case.
 */
final class Quantity {

    private Quantity() {}

    static boolean isOne(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        int i = start < end && isSign(text.charAt(start)) ? start + 1 : start;
        int whole = i;
        i = afterDigits(text, i, end);
        int digits = i - whole;
        if (i < end && text.charAt(i) == '.') {
            int fraction = i + 1;
            i = afterDigits(text, fraction, end);
            digits += i - fraction;
        }
        return digits > 0 && isSuffix(text, i, end);
    }

    /** Why it is none. */
    static String fault(String text) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        int i = isSign(text.charAt(0)) ? 1 : 0;
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return i == 0
                ? "it does not start with a number"
                : "the units are `m`, `k`, `M`, `G`, `T` … and `Ki`, `Mi`, `Gi`, `Ti` …";
    }

    private static boolean isSuffix(String text, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return true;
        }
        char first = text.charAt(start);
        if (length == 1) {
            return "numkMGTPE".indexOf(first) >= 0;
        }
        if (length == 2 && text.charAt(start + 1) == 'i') {
            return "KMGTPE".indexOf(first) >= 0;
        }
        if (first != 'e' && first != 'E') {
            return false;
        }
        int digits = isSign(text.charAt(start + 1)) ? start + 2 : start + 1;
        return digits < end && afterDigits(text, digits, end) == end;
    }

    private static int afterDigits(String text, int from, int end) {
        int i = from;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
