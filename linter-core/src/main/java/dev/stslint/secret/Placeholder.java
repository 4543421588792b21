package dev.stslint.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What kind of value stands where a secret is expected: the secret itself, or something else. A classification of the
 * value alone; the name it stands under is {@link SensitiveName}'s.
 */
public enum Placeholder {
    /** Nothing: blank, or a word for nothing as {@code null}. */
    EMPTY,

    /**
     * The secret stands elsewhere, or here but encrypted: {@code $(X)}, {@code ${X}}, {@code $X} in capitals or with a
     * sensitive name ({@code $oidc.clientSecret}), {@code #{ENV['X']}}, {@code $1}, {@code ?}, {@code %s}, and what the tools that inject secrets read, such as {@code <path:…>}, {@code vault:…}, {@code ssm:…}, {@code ref+…://}, {@code op://…},
     * {@code ENC[…]}, {@code {cipher}…} and sealed values. A few letters may stand around it ({@code Bearer $(X)}).
     */
    REFERENCE,

    /**
     * Something must put the secret here before it is applied: {@code <your-password>}, {@code INSERT_…}, {@code
     * REPLACE_ME}, {@code ##…##}, {@code @…@}, {@code __X__}, {@code {{…}}}, {@code [[…]]}, {@code %X%}, {@code your-…},
     * {@code TODO}, {@code REDACTED}, and runs such as {@code xxxx} or {@code ****}.
     */
    TOKEN_TO_FILL,

    /**
     * A stand-in that works as it is, which is what is wrong with it: {@code changeme}, {@code devpassword}, {@code
     * admin}, {@code test}, {@code STUB}, {@code 123456}, a product's default such as {@code minioadmin}, and every
     * value put together of such words only ({@code my-super-secret-password1}, {@code P@ssw0rd}).
     */
    STUB,

    /** A path of the file system, or a file's name. */
    PATH,

    /** {@code true}, {@code no}, {@code on} and their like. */
    BOOLEAN,

    /** A number, a quantity or a duration. */
    NUMBER,

    /** An address; whether it holds a password {@link UrlCredentials} tells. */
    URL,

    /** The public half of a key pair, a certificate, or a key that its issuer calls publishable. */
    PUBLIC_KEY,

    /** None of these: most likely the secret itself. */
    LITERAL;

    private static final Set<String> NOTHING =
            Set.of("null", "~", "nil", "none", "undefined", "n/a", "-", "''", "\"\"");

    private static final Set<String> BOOLEANS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "enabled", "disabled", "enable", "disable");

    /** How the values start that tools for secrets replace or decrypt. */
    private static final List<String> INJECTED = List.of(
            "<path:",
            "vault:",
            "ref+",
            "ref:",
            "secretsmanager:",
            "secretmanager:",
            "ssm:",
            "{{resolve:",
            "secretref+",
            "op://",
            "ENC[",
            "ENC(",
            "{cipher}",
            "$ANSIBLE_VAULT;",
            "aws-sm:",
            "arn:aws:secretsmanager:",
            "arn:aws:ssm:",
            "arn:aws-us-gov:",
            "arn:aws-cn:",
            "@Microsoft.KeyVault(",
            "$__file{",
            "$__env{",
            "$__vault{",
            "env:",
            "gcpsm://",
            "awssm://",
            "azkv://",
            "keyvault:",
            "sm://",
            "secretKeyRef:",
            "!vault",
            "bws:",
            "doppler:",
            "infisical:",
            "conjur:",
            "berglas://",
            "%env(",
            "%(ENV_");

    private static final List<String> PUBLIC = List.of(
            "ssh-rsa ",
            "ssh-ed25519 ",
            "ssh-dss ",
            "ecdsa-sha2-",
            "sk-ssh-ed25519",
            "-----BEGIN PUBLIC KEY",
            "-----BEGIN RSA PUBLIC KEY",
            "-----BEGIN CERTIFICATE",
            "-----BEGIN PGP PUBLIC KEY",
            "-----BEGIN TRUSTED CERTIFICATE",
            "-----BEGIN X509 CRL",
            "-----BEGIN SSH2 PUBLIC KEY",
            "LS0tLS1CRUdJTiBDRVJUSUZJQ0FU",
            "LS0tLS1CRUdJTiBQVUJMSUMg",
            "LS0tLS1CRUdJTiBSU0EgUFVCTElD",
            "pk_live_",
            "pk_test_",
            "age1");

    private static final Set<String> FILE_ENDINGS = Set.of(
            "pem",
            "key",
            "crt",
            "cer",
            "der",
            "csr",
            "jks",
            "p12",
            "pfx",
            "keystore",
            "truststore",
            "txt",
            "json",
            "yaml",
            "yml",
            "conf",
            "cnf",
            "cfg",
            "ini",
            "properties",
            "env",
            "token",
            "pub",
            "sh",
            "xml",
            "toml",
            "htpasswd");

    /** What an instruction to put something here starts with. */
    private static final Set<String> ORDERS = Set.of(
            "insert",
            "replace",
            "enter",
            "put",
            "paste",
            "fill",
            "provide",
            "supply",
            "redacted",
            "masked",
            "hidden",
            "removed",
            "omitted",
            "censored",
            "placeholder",
            "todo",
            "fixme",
            "tbd",
            "tba",
            "your",
            "yours",
            "yourpassword",
            "yoursecret",
            "yourtoken",
            "replaceme",
            "fillme",
            "insertme",
            "generated",
            "autogenerated");

    private static final int LONGEST_STAND_IN = 60;

    /** Classifies {@code value}: the text of a scalar, without the quotes that surround it. */
    public static Placeholder of(String value) {
        String text = value.strip();
        if (text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return EMPTY;
        }
        if (startsWithAny(text, INJECTED) || isSealed(text) || ResourceName.is(text)) {
            return REFERENCE;
        }
        if (startsWithAny(text, PUBLIC)) {
            return PUBLIC_KEY;
        }
        if (isUrl(text)) {
            return URL;
        }
        if (text.contains("{{") && text.contains("}}")) {
            return TOKEN_TO_FILL;
        }
        if (isReference(text)) {
            return REFERENCE;
        }
        if (isToFill(text)) {
            return TOKEN_TO_FILL;
        }
        if (BOOLEANS.contains(text.toLowerCase(Locale.ROOT))) {
            return BOOLEAN;
        }
        if (isPath(text)) {
            return PATH;
        }
        if (text.length() <= LONGEST_STAND_IN && StandIns.isMadeOf(text)) {
            return STUB;
        }
        return isNumber(text) ? NUMBER : LITERAL;
    }

    /** Whether a secret stands here in the open: the value itself, or a stand-in that works. */
    public boolean isInTheOpen() {
        return this == LITERAL || this == STUB || this == NUMBER;
    }

    private static boolean startsWithAny(String text, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** What kubeseal makes: base64 of the session key's length, 512, and far more. */
    private static boolean isSealed(String text) {
        return text.length() > 300
                && text.startsWith("Ag")
                && Characters.BASE64.endOfRun(text, 0, text.length()) == text.length();
    }

    private static boolean isUrl(String text) {
        int colon = text.indexOf("://");
        if (colon <= 0 || text.indexOf(' ') >= 0) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            if (!Characters.isAlphanumeric(c) && c != '+' && c != '-' && c != '.' && c != ':') {
                return false;
            }
        }
        return !text.startsWith("file:");
    }

    /** References, with no more around them than fits on a label. */
    private static boolean isReference(String text) {
        if (isVariable(text) || isParameter(text)) {
            return true;
        }
        int others = 0;
        boolean found = false;
        int i = 0;
        while (i < text.length()) {
            int end = endOfReference(text, i);
            if (end > i) {
                found = true;
                i = end;
            } else {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    others++;
                }
                i++;
            }
        }
        return found && others < 8;
    }

    /** Where the reference that starts here ends; at the end of the text when it is not closed. */
    private static int endOfReference(String text, int start) {
        if (text.startsWith("#{ENV[", start) || text.startsWith("#{ENV.fetch(", start)) {
            int end = text.indexOf('}', start);
            return end < 0 ? text.length() : end + 1;
        }
        if (text.charAt(start) != '$' || start + 2 >= text.length()) {
            return -1;
        }
        char open = text.charAt(start + 1);
        if (open != '(' && open != '{') {
            return -1;
        }
        int close = text.indexOf(open == '(' ? ')' : '}', start + 2);
        return close < 0 ? text.length() : close + 1;
    }

    /** {@code ?} and {@code $1}, which a statement of SQL is given, and {@code %s}, where code puts something in. */
    private static boolean isParameter(String text) {
        return text.equals("?")
                || text.equals("%s")
                || text.equals("%v")
                || (text.length() == 2 && text.charAt(0) == '$' && Characters.isDigit(text.charAt(1)));
    }

    /**
     * {@code $POSTGRES_PASSWORD}, {@code $github-secret:key}. Passwords may start with a dollar sign too: other names
     * count only in capitals.
     */
    private static boolean isVariable(String text) {
        if (text.length() < 3 || text.charAt(0) != '$') {
            return false;
        }
        boolean capitals = true;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.DOTTED.hold(c) && c != ':') {
                return false;
            }
            capitals &= c == '_' || (c >= 'A' && c <= 'Z') || (i > 1 && Characters.isDigit(c));
        }
        return capitals || SensitiveName.matches(text.substring(1));
    }

    private static boolean isToFill(String text) {
        return isEnclosed(text, "<", ">")
                || isEnclosed(text, "##", "##")
                || isEnclosed(text, "@", "@")
                || isEnclosed(text, "__", "__")
                || isEnclosed(text, "[[", "]]")
                || isEnclosed(text, "%", "%")
                || isEnclosed(text, "{", "}")
                || isEnclosed(text, "«", "»")
                || isMarker(text)
                || isRun(text)
                || isOrder(text);
    }

    private static boolean isEnclosed(String text, String open, String close) {
        return text.length() > open.length() + close.length() && text.startsWith(open) && text.endsWith(close);
    }

    /** {@code #REPLICATION_PASSWORD}, which an init script looks for. */
    private static boolean isMarker(String text) {
        if (text.length() < 4 || text.charAt(0) != '#') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** {@code xxxx-xxxx}, {@code ****}, {@code …}. */
    private static boolean isRun(String text) {
        boolean sign = false;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'x' || c == 'X') {
                letters++;
            } else if ("*#?•.…_".indexOf(c) >= 0) {
                sign = true;
            } else if (c != '-' && c != ' ') {
                return false;
            }
        }
        return (sign && text.length() > 1) || letters > 2 || text.equals("…");
    }

    /** Words that ask for something, and no characters that look random. */
    private static boolean isOrder(String text) {
        if (text.length() > LONGEST_STAND_IN) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                digits++;
            } else if (Character.isLetter(c)
                    ? i > 0 && Characters.isDigit(text.charAt(i - 1))
                    : " _-./:,!'".indexOf(c) < 0) {
                return false;
            }
        }
        List<String> words = NameWords.of(text);
        if (digits > 4 || words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        if (ORDERS.contains(first) || words.contains("placeholder")) {
            return true;
        }
        String second = words.size() > 1 ? words.get(1) : "";
        return (first.equals("to") && second.equals("be"))
                || ((first.equals("set") || first.equals("add") || first.equals("use"))
                        && (second.equals("me")
                                || second.equals("your")
                                || second.equals("this")
                                || second.equals("here")))
                || (words.contains("your") && words.get(words.size() - 1).equals("here"))
                || text.endsWith("goeshere")
                || text.endsWith("goes here")
                || text.endsWith("goes-here")
                || text.endsWith("goes_here");
    }

    /** Digits with at most a sign, a fraction and a unit. */
    private static boolean isNumber(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int end = Characters.DIGITS.endOfRun(text, start, text.length());
        if (end == start) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            end = Characters.DIGITS.endOfRun(text, end + 1, text.length());
        }
        return end == text.length() || isUnit(text.substring(end));
    }

    private static boolean isUnit(String text) {
        switch (text) {
            case "ns",
                    "us",
                    "ms",
                    "s",
                    "m",
                    "h",
                    "d",
                    "w",
                    "y",
                    "%",
                    "k",
                    "K",
                    "M",
                    "G",
                    "T",
                    "Ki",
                    "Mi",
                    "Gi",
                    "Ti",
                    "KB",
                    "MB",
                    "GB",
                    "kb",
                    "mb",
                    "gb",
                    "b",
                    "B" -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean isPath(String text) {
        if (text.indexOf(' ') >= 0 || text.indexOf('=') >= 0 || text.indexOf('+') >= 0) {
            return false;
        }
        if (text.startsWith("file:") || text.startsWith("./") || text.startsWith("../") || text.startsWith("~/")) {
            return true;
        }
        if (text.length() > 3 && text.charAt(1) == ':' && text.charAt(2) == '\\') {
            return true;
        }
        if (text.charAt(0) == '/') {
            return !looksRandom(text);
        }
        int dot = text.lastIndexOf('.');
        return dot > 0
                && FILE_ENDINGS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT))
                && !looksRandom(text.substring(0, dot));
    }

    /** Base64 may start with a slash too: some part of it mixes small letters, capitals and digits at length. */
    private static boolean looksRandom(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Characters.isAlphanumeric(text.charAt(i))) {
                if (i - start >= 12 && mixes(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean mixes(String text, int start, int end) {
        boolean small = false;
        boolean capital = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            small |= c >= 'a' && c <= 'z';
            capital |= c >= 'A' && c <= 'Z';
            digit |= Characters.isDigit(c);
        }
        return small && capital && digit;
    }
}
