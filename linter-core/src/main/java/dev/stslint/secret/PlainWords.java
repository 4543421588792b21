package dev.stslint.secret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words that stand under a sensitive name and are no secret, as far as anybody can tell: a text of a user interface, the
 * level of a logger, a word of a closed set, the name of a key within a Secret.
 *
 * <p>Nobody is warned of them. What is left of doubt is for whoever prints them: a password may be put together of words
 * too, so they are hidden like one.
 */
public final class PlainWords {

    private static final Set<String> LEVELS = Set.of(
            "all",
            "trace",
            "debug",
            "verbose",
            "info",
            "notice",
            "warn",
            "warning",
            "error",
            "severe",
            "critical",
            "fatal",
            "off",
            "fine",
            "finer",
            "finest");

    private static final Set<String> LOGGING =
            Set.of("log", "logs", "logger", "loggers", "logging", "loglevel", "level", "levels", "log4j", "logback");

    /** How, where or whether a token is taken: no program has one that reads like this. */
    private static final Set<String> OF_CLOSED_SETS = Set.of(
            "required",
            "optional",
            "always",
            "never",
            "auto",
            "automatic",
            "manual",
            "header",
            "query",
            "body",
            "opaque",
            "bearer",
            "oauth",
            "oauth2",
            "oidc",
            "uuid",
            "strict",
            "lax",
            "allow",
            "deny",
            "permissive",
            "inherit",
            "prompt");

    /** What the name of a key that holds a password ends with. */
    private static final Set<String> PASSWORDS = Set.of("password", "passwd", "pass", "pwd", "passphrase");

    private static final int LONGEST_KEY = 63;
    private static final int MOST_DIGITS = 2;

    private PlainWords() {}

    /**
     * Whether a value is such.
     *
     * @param kind what {@code name} promises
     * @param name of the setting
     * @param fileName what the setting stands in; empty when it stands in none
     */
    public static boolean are(SensitiveName kind, String name, String fileName, String value) {
        return isLevel(kind, name, value)
                || (kind != SensitiveName.PASSWORD && OF_CLOSED_SETS.contains(value.toLowerCase(Locale.ROOT)))
                || isNameOfKey(name, value)
                || InterfaceText.is(name, fileName, value);
    }

    /** {@code com.acme.token=DEBUG}, {@code log4j.logger.com.acme.password=debug, stdout}. */
    private static boolean isLevel(SensitiveName kind, String name, String value) {
        int comma = value.indexOf(',');
        String word = comma < 0 ? value : value.substring(0, comma);
        if (!LEVELS.contains(word.toLowerCase(Locale.ROOT))) {
            return false;
        }
        List<String> words = NameWords.of(name);
        if (InterfaceText.hasAny(LOGGING, words)) {
            return true;
        }
        boolean isPackage = name.indexOf('.') > 0 && !InterfaceText.isSetting(name, words);
        return word.equals(word.toUpperCase(Locale.ROOT)) && (kind != SensitiveName.PASSWORD || isPackage);
    }

    /** {@code DB_PASSWORD_SECRET_KEY: db-password}: what a Secret has the password under. */
    private static boolean isNameOfKey(String name, String value) {
        List<String> words = NameWords.of(name);
        int last = words.size() - 1;
        if (last < 2
                || value.length() > LONGEST_KEY
                || !words.get(last).equals("key")
                || !words.get(last - 1).equals("secret")) {
            return false;
        }
        Optional<SensitiveName> held = SensitiveName.of(words.get(last - 2));
        return held.isPresent() && held.get() == SensitiveName.PASSWORD && isNameOfPassword(value);
    }

    /** Whether words follow each other, with few numbers as in {@code db2-password}, and the last one says what they name. */
    private static boolean isNameOfPassword(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            digits = Characters.isDigit(c) ? digits + 1 : 0;
            boolean isInWord = digits > 0 && i + 1 < value.length() && Character.isLetter(value.charAt(i + 1));
            if (isInWord || digits > MOST_DIGITS || !Characters.DOTTED.hold(c)) {
                return false;
            }
        }
        List<String> words = NameWords.of(value);
        return !words.isEmpty() && PASSWORDS.contains(words.get(words.size() - 1));
    }
}
