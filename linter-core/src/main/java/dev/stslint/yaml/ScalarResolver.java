package dev.stslint.yaml;

import dev.stslint.source.Base64Text;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scalars mean to kubectl: go-yaml v2's reading, which is neither YAML 1.1 nor 1.2, and the way of its values
 * through JSON. Its table is {@code testdata/yaml/scalars.tsv}, written by that library.
 */
final class ScalarResolver {

    private static final String TAG_PREFIX = "tag:yaml.org,2002:";
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    /** More digits than any 64-bit number has in any base; longer ones are out of range without being read. */
    private static final int MOST_DIGITS = 64;

    private ScalarResolver() {}

    /** The type of a plain scalar without a tag. */
    static ScalarType typeOf(String plain) {
        if (plain.isEmpty()) {
            return ScalarType.NULL;
        }
        return switch (plain.charAt(0)) {
            case '~' -> plain.length() == 1 ? ScalarType.NULL : ScalarType.STRING;
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> typeOfWord(plain);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' ->
                isShortDecimal(plain) ? ScalarType.INTEGER : typeOfNumber(plain);
            default -> ScalarType.STRING;
        };
    }

    /**
     * The type of a scalar with a tag, or null when the tag and the text do not fit, which kubectl rejects.
     *
     * @param tag in its long form, as {@code tag:yaml.org,2002:int}
     */
    static @Nullable ScalarType typeOf(String text, String tag) {
        if (!tag.startsWith(TAG_PREFIX)) {
            return ScalarType.STRING;
        }
        ScalarType type = typeOf(text);
        return switch (tag.substring(TAG_PREFIX.length())) {
            case "int" -> integerOf(text) != null ? type : null;
            case "float" -> type == ScalarType.INTEGER || type == ScalarType.NUMBER ? floatType(text) : null;
            case "bool" -> type == ScalarType.BOOLEAN ? type : null;
            case "null" -> type == ScalarType.NULL ? type : null;
            case "binary" -> binary(text) != null ? ScalarType.STRING : null;
            default -> ScalarType.STRING;
        };
    }

    /** The content of a scalar with a tag: the decoded bytes of {@code !!binary}, else the text itself. */
    static String content(String text, String tag) {
        String binary = tag.equals(TAG_PREFIX + "binary") ? binary(text) : null;
        return binary == null ? text : binary;
    }

    /** Whether JSON has no way to write the value: infinite, or not a number. */
    static boolean isNotFinite(String text, ScalarType type) {
        return type == ScalarType.NUMBER && isNotFiniteWord(text);
    }

    /** The JSON text of a scalar of that type, as the API server sees it: kubectl reads and writes its JSON once more. */
    static String canonical(String text, ScalarType type) {
        return switch (type) {
            case STRING -> text;
            case NULL -> "null";
            case BOOLEAN -> isTrue(text) ? "true" : "false";
            case INTEGER, NUMBER -> number(text);
        };
    }

    /** The name that a mapping key gets, or null when kubectl rejects the key. */
    static @Nullable String keyName(String text, ScalarType type) {
        return switch (type) {
            case STRING -> text;
            case NULL -> null;
            case BOOLEAN -> isTrue(text) ? "true" : "false";
            case INTEGER, NUMBER -> numberKey(text);
        };
    }

    private static ScalarType typeOfWord(String plain) {
        return switch (plain) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> ScalarType.BOOLEAN;
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> ScalarType.BOOLEAN;
            case "null", "Null", "NULL" -> ScalarType.NULL;
            default -> ScalarType.STRING;
        };
    }

    private static boolean isTrue(String text) {
        return switch (text.charAt(0)) {
            case 'y', 'Y', 't', 'T' -> true;
            default -> text.equalsIgnoreCase("on");
        };
    }

    private static boolean isShortDecimal(String plain) {
        int length = plain.length();
        char first = plain.charAt(0);
        if (length > 18 || first < '0' || first > '9' || (first == '0' && length > 1)) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = plain.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static ScalarType typeOfNumber(String plain) {
        if (isNotFiniteWord(plain)) {
            return ScalarType.NUMBER;
        }
        BigInteger integer = integerOf(plain);
        if (integer != null) {
            return isLong(integer) ? ScalarType.INTEGER : ScalarType.NUMBER;
        }
        Double value = floatOf(plain);
        return value == null ? ScalarType.STRING : typeOf(value);
    }

    /** {@code !!float} makes a float of everything; what is left of that in JSON is its text. */
    private static @Nullable ScalarType floatType(String text) {
        if (isNotFiniteWord(text)) {
            return ScalarType.NUMBER;
        }
        BigInteger integer = integerOf(text);
        if (integer != null) {
            return isLong(integer) ? typeOf(integer.doubleValue()) : null;
        }
        return typeOf(text);
    }

    private static ScalarType typeOf(double value) {
        return GoNumber.isLong(value) ? ScalarType.INTEGER : ScalarType.NUMBER;
    }

    private static String number(String text) {
        if (isShortDecimal(text) || isNotFiniteWord(text)) {
            return text;
        }
        BigInteger integer = integerOf(text);
        if (integer != null) {
            return isLong(integer) ? integer.toString() : GoNumber.json(integer.doubleValue());
        }
        Double value = floatOf(text);
        return value == null ? text : GoNumber.json(value);
    }

    private static @Nullable String numberKey(String text) {
        if (isShortDecimal(text)) {
            return text;
        }
        if (isNotFiniteWord(text)) {
            return text.endsWith("n") || text.endsWith("N") ? ".nan" : text.charAt(0) == '-' ? "-.inf" : ".inf";
        }
        BigInteger integer = integerOf(text);
        if (integer != null) {
            return isLong(integer) ? integer.toString() : null;
        }
        Double value = floatOf(text);
        return value == null ? text : GoNumber.key(value);
    }

    private static boolean isLong(BigInteger integer) {
        return integer.compareTo(MIN_LONG) >= 0 && integer.compareTo(MAX_LONG) <= 0;
    }

    private static boolean isNotFiniteWord(String text) {
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
            case ".nan", ".NaN", ".NAN" -> true;
            default -> false;
        };
    }

    /**
     * The integer that Go's {@code strconv.ParseInt} makes of a text without its underscores, or null. Signed numbers
     * have 64 bits, positive ones without a sign may need all of them.
     */
    private static @Nullable BigInteger integerOf(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first != '+' && first != '-' && (first < '0' || first > '9')) {
            return null;
        }
        String plain = withoutUnderscores(text);
        boolean signed = first == '+' || first == '-';
        int start = signed ? 1 : 0;
        int base = 10;
        if (plain.length() > start && plain.charAt(start) == '0') {
            char letter = plain.length() > start + 2 ? plain.charAt(start + 1) : ' ';
            base = switch (letter) {
                case 'b', 'B' -> 2;
                case 'o', 'O' -> 8;
                case 'x', 'X' -> 16;
                default -> 0;
            };
            if (base == 0) {
                base = 8;
                start = plain.length() > start + 1 ? start + 1 : start;
            } else {
                start += 2;
            }
        }
        BigInteger value = signedInteger(plain, start, base, first == '-', signed);
        return value == null && plain.startsWith("0b") && plain.length() > 2 ? oddBinary(plain) : value;
    }

    /** {@code 0b-101} and {@code 0b+101}: go-yaml reads what follows {@code 0b} a second time, as a signed number. */
    private static @Nullable BigInteger oddBinary(String plain) {
        char sign = plain.charAt(2);
        return sign == '-' || sign == '+' ? signedInteger(plain, 3, 2, sign == '-', true) : null;
    }

    private static @Nullable BigInteger signedInteger(
            String plain, int start, int base, boolean negative, boolean signed) {
        if (start >= plain.length()) {
            return null;
        }
        int digits = start;
        while (digits < plain.length() - 1 && plain.charAt(digits) == '0') {
            digits++;
        }
        for (int i = start; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 128 || Character.digit(c, base) < 0) {
                return null;
            }
        }
        if (plain.length() - digits > MOST_DIGITS) {
            return null;
        }
        BigInteger magnitude = new BigInteger(plain.substring(digits), base);
        BigInteger value = negative ? magnitude.negate() : magnitude;
        boolean fits = signed ? isLong(value) : magnitude.bitLength() <= Long.SIZE;
        return fits ? value : null;
    }

    /**
     * The float that go-yaml makes of a text that is no integer, or null. Its grammar is
     * {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}; what overflows is a string.
     */
    private static @Nullable Double floatOf(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '.' && !separatesDigits(text)) {
            return null;
        }
        String plain = withoutUnderscores(text);
        int length = plain.length();
        int i = 0;
        if (i < length && (plain.charAt(i) == '+' || plain.charAt(i) == '-')) {
            i++;
        }
        int whole = i;
        i = afterDigits(plain, i);
        boolean digits = i > whole;
        if (i < length && plain.charAt(i) == '.') {
            int fraction = i + 1;
            i = afterDigits(plain, fraction);
            digits = digits || i > fraction;
        }
        if (!digits) {
            return null;
        }
        if (i < length && (plain.charAt(i) == 'e' || plain.charAt(i) == 'E')) {
            i++;
            if (i < length && (plain.charAt(i) == '+' || plain.charAt(i) == '-')) {
                i++;
            }
            int exponent = i;
            i = afterDigits(plain, exponent);
            if (i == exponent) {
                return null;
            }
        }
        if (i < length) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : value;
    }

    /** Whether every underscore stands between two digits, which only a text that starts with a point must heed. */
    private static boolean separatesDigits(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (i + 1 == text.length() || afterDigits(text, i - 1) != i || afterDigits(text, i + 1) == i + 1) {
                return false;
            }
        }
        return true;
    }

    private static int afterDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }

    /** Base64 as Go reads it, line breaks skipped; null when it is not. Bytes that are not UTF-8 become U+FFFD in JSON. */
    private static @Nullable String binary(String text) {
        if (!Base64Text.isPadded(text, Base64Text.Gaps.LINE_BREAKS)) {
            return null;
        }
        Optional<byte[]> bytes = Base64Text.bytes(text, Base64Text.Gaps.LINE_BREAKS);
        return bytes.isPresent() ? new String(bytes.get(), StandardCharsets.UTF_8) : null;
    }
}
