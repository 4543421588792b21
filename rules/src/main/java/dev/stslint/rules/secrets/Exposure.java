package dev.stslint.rules.secrets;

import dev.stslint.finding.Severity;
import dev.stslint.secret.Placeholder;
import dev.stslint.secret.SensitiveName;
import dev.stslint.source.Ascii;

/** How far a value that stands in the open is a secret; each holds more of one than the one before it. */
enum Exposure {
    /** Nothing of a secret: empty, a reference, a path, a switch. */
    NONE("nothing"),
    /** Something must put the secret here first. */
    TO_FILL("unfilled"),
    /** The secret itself, or the name of a Secret; only who reads it can tell. */
    NAME("possible literal"),
    /** A stand-in that works as it is. */
    STUB("placeholder credential"),
    /** The secret itself, as far as anybody can tell. */
    LITERAL("literal"),
    /** A credential that shows by its looks what it is. */
    TOKEN("");

    /** No private key is shorter: what stands under such a name then is something else. */
    private static final int SHORTEST_PRIVATE_KEY = 16;

    private static final int LONGEST_COUNT = 4;
    private static final int LONGEST_COUNT_OF_TOKENS = 2;

    private final String word;

    Exposure(String word) {
        this.word = word;
    }

    /**
     * What a value is under a sensitive name.
     *
     * @param kind what the name promises
     */
    static Exposure of(SensitiveName kind, String name, String value) {
        return switch (Placeholder.of(value)) {
            case EMPTY, REFERENCE, PATH, BOOLEAN, URL, PUBLIC_KEY -> NONE;
            case TOKEN_TO_FILL -> TO_FILL;
            case STUB ->
                kind == SensitiveName.PRIVATE_KEY || kind == SensitiveName.CONNECTION || isCount(kind, name, value)
                        ? NONE
                        : STUB;
            case NUMBER ->
                kind == SensitiveName.PASSWORD && Ascii.isDigits(value) && !SensitiveName.mayCount(name)
                        ? LITERAL
                        : NONE;
            case LITERAL -> ofLiteral(kind, value);
        };
    }

    /** {@code MIN_TOKEN=5}: short digits, which look like something to begin with as well. */
    private static boolean isCount(SensitiveName kind, String name, String value) {
        return Ascii.isDigits(value)
                && ((kind == SensitiveName.TOKEN && value.length() <= LONGEST_COUNT_OF_TOKENS)
                        || (value.length() <= LONGEST_COUNT && SensitiveName.mayCount(name)));
    }

    /** What the password of an address is. */
    static Exposure ofUrlPassword(String value) {
        if (isVariable(value) || isPattern(value)) {
            return NONE;
        }
        return switch (Placeholder.of(value)) {
            case EMPTY, REFERENCE -> NONE;
            case TOKEN_TO_FILL -> TO_FILL;
            case STUB -> STUB;
            case PATH, BOOLEAN, NUMBER, URL, PUBLIC_KEY, LITERAL -> LITERAL;
        };
    }

    /** {@code literal password}, {@code placeholder credential}, {@code GitHub token}: what messages start with. */
    String phrase(String noun) {
        return switch (this) {
            case TOKEN -> noun;
            case STUB -> word;
            case NONE, TO_FILL, NAME, LITERAL -> word + " " + noun;
        };
    }

    /**
     * Why it matters, beside its characters.
     *
     * @param ofLiteral what a literal means where it stands
     */
    String label(String ofLiteral) {
        return switch (this) {
            case TOKEN -> "whoever can read this file can use it";
            case STUB -> "it works as it is, and anybody can guess it";
            case NAME -> "all is well if it is the name of a Secret";
            case TO_FILL -> "if nothing fills it in, this text is used";
            case NONE, LITERAL -> ofLiteral;
        };
    }

    /** The tier where stand-ins count like secrets. */
    Severity severity() {
        return switch (this) {
            case TOKEN -> Severity.ERROR;
            case STUB, LITERAL -> Severity.WARNING;
            case NONE, TO_FILL, NAME -> Severity.INFO;
        };
    }

    private static Exposure ofLiteral(SensitiveName kind, String value) {
        return switch (kind) {
            case CONNECTION -> NONE;
            case PRIVATE_KEY -> value.length() < SHORTEST_PRIVATE_KEY ? NONE : LITERAL;
            case SECRET -> isNameOfObject(value) ? NAME : LITERAL;
            case PASSWORD -> isLineOfAccounts(value) ? NONE : LITERAL;
            case TOKEN, KEY, CREDENTIAL -> LITERAL;
        };
    }

    /** A line of {@code /etc/passwd}, which has long held no passwords. */
    private static boolean isLineOfAccounts(String value) {
        int colons = 0;
        for (int i = 0; i < value.length(); i++) {
            colons += value.charAt(i) == ':' ? 1 : 0;
        }
        return colons > 4;
    }

    /** Small letters in words with dashes between, as in {@code webhook-server-cert} or {@code shop/db-tls}. */
    private static boolean isNameOfObject(String value) {
        boolean divided = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean divider = c == '-' || c == '/' || c == '.';
            if (divider ? i == 0 || i == value.length() - 1 : c < 'a' || c > 'z') {
                return false;
            }
            divided |= divider;
        }
        return divided;
    }

    /** {@code $pass}, {@code %s}, {@code %(pass)s}: what a shell or a program puts something in for. */
    private static boolean isVariable(String value) {
        if (value.length() < 2 || (value.charAt(0) != '$' && value.charAt(0) != '%')) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_(){}".indexOf(c) < 0) {
                return false;
            }
        }
        return value.charAt(0) == '$' || value.length() == 2 || value.charAt(1) == '(';
    }

    /** Signs of regular expressions, none of which an address may hold as they are. */
    private static boolean isPattern(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("[]|^\\\"".indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
