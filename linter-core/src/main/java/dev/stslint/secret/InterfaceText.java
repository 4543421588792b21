package dev.stslint.secret;

import dev.stslint.source.Ascii;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people read on a screen beside the field for a password: {@code label.password=Password}, {@code "password": "Mot
 * de passe"}, and the lines of {@code messages_de.properties}.
 *
 * <p>The file or the name says that texts stand there; then every value of words is one. Where neither does, the value
 * must speak of a password itself, and the name be none of a setting: {@code db.password=Passwort} is a password. So is
 * {@code LOGIN_PASSWORD=Passwort}, for programs are told theirs by such names; {@code LABEL_PASSWORD=Passwort} is none.
 */
final class InterfaceText {

    private static final Set<String> FORMATS_OF_TEXTS =
            Set.of("po", "pot", "xlf", "xliff", "ftl", "resx", "arb", "strings");

    private static final Set<String> FORMATS =
            Set.of("properties", "json", "yaml", "yml", "toml", "ini", "xml", "js", "ts");

    private static final Set<String> FILES_OF_TEXTS = Set.of(
            "messages",
            "message",
            "labels",
            "translations",
            "translation",
            "i18n",
            "l10n",
            "locale",
            "locales",
            "lang",
            "language",
            "languages",
            "strings",
            "texts");

    private static final Set<String> LANGUAGES = Set.of(
            "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hr",
            "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl",
            "sr", "sv", "th", "tr", "uk", "vi", "zh");

    /** Of the languages those that are names of other things too: their file tells by itself nothing. */
    private static final Set<String> OTHER_THAN_LANGUAGES = Set.of("et", "id", "it", "no", "ar", "ca", "sk", "tr");

    /** What a text is for. */
    private static final Set<String> TEXTS = Set.of(
            "label",
            "labels",
            "title",
            "titles",
            "placeholder",
            "placeholders",
            "message",
            "messages",
            "msg",
            "error",
            "errors",
            "hint",
            "hints",
            "tooltip",
            "tooltips",
            "caption",
            "captions",
            "help",
            "description",
            "heading",
            "i18n",
            "l10n");

    /** Where on a screen somebody is asked for a password. */
    private static final Set<String> SCREENS = Set.of(
            "login",
            "logon",
            "signin",
            "sign",
            "in",
            "signup",
            "up",
            "register",
            "registration",
            "form",
            "field",
            "page",
            "screen",
            "dialog",
            "modal",
            "input",
            "button",
            "menu",
            "ui",
            "reset",
            "change",
            "confirm",
            "repeat",
            "new",
            "old",
            "current",
            "your");

    /** What a password is for, where a program is told its own. */
    private static final Set<String> OF_SETTINGS = Set.of(
            "db",
            "database",
            "datasource",
            "jdbc",
            "spring",
            "quarkus",
            "sql",
            "mysql",
            "mariadb",
            "postgres",
            "postgresql",
            "pg",
            "oracle",
            "mongo",
            "mongodb",
            "redis",
            "rabbit",
            "rabbitmq",
            "amqp",
            "kafka",
            "queue",
            "broker",
            "bus",
            "elastic",
            "elasticsearch",
            "ldap",
            "bind",
            "smtp",
            "mail",
            "ftp",
            "sftp",
            "ssh",
            "http",
            "proxy",
            "ssl",
            "tls",
            "keystore",
            "truststore",
            "store",
            "root",
            "admin",
            "superuser",
            "replication",
            "service",
            "server",
            "cluster",
            "backup",
            "registry",
            "config",
            "aws",
            "azure",
            "vault",
            "minio",
            "grafana");

    /** What is asked for, in the languages that people ask in. */
    private static final Set<String> NOUNS = Set.of(
            "password",
            "passwords",
            "passphrase",
            "passcode",
            "passwort",
            "passwörter",
            "kennwort",
            "passe",
            "mot de passe",
            "contraseña",
            "clave",
            "senha",
            "palavra-passe",
            "wachtwoord",
            "parola",
            "hasło",
            "heslo",
            "jelszó",
            "geslo",
            "lozinka",
            "lösenord",
            "adgangskode",
            "passord",
            "salasana",
            "parool",
            "slaptažodis",
            "şifre",
            "parolă",
            "contrasenya",
            "mật khẩu",
            "kata sandi",
            "κωδικός",
            "пароль",
            "парола",
            "лозинка",
            "סיסמה",
            "密码",
            "密碼",
            "パスワード",
            "비밀번호",
            "รหัสผ่าน",
            "token",
            "jeton",
            "secret",
            "secret key",
            "api key",
            "access key",
            "client secret");

    private static final int FEWEST_OF_SENTENCE = 3;
    private static final int LONGEST_WORD = 40;

    private static final String SIGNS_OF_SENTENCES = " \t.,:;!?'’‘“”„«»\"()/&-–—…*{}%¿¡、。？！：・「」";

    private InterfaceText() {}

    /**
     * Whether a value is such a text.
     *
     * @param name sensitive
     * @param fileName what it stands in; empty when it stands in none
     */
    static boolean is(String name, String fileName, String value) {
        int words = countWords(value);
        String noun = noun(value);
        boolean isNoun = NOUNS.contains(noun);
        if (words == 0 || (words == 1 && !isNoun && isNoWord(noun, value))) {
            return false;
        }
        if (isFileOfTexts(fileName)) {
            return true;
        }
        List<String> parts = NameWords.of(name);
        if (parts.isEmpty() || hasAny(OF_SETTINGS, parts)) {
            return false;
        }
        boolean isHeaded = isHeaded(value);
        if (isVariable(name)) {
            boolean speaks = isHeaded && (isNoun || speaksOfNoun(value));
            return speaks && (isOfText(parts) || (words > 1 && (hasAny(TEXTS, parts) || isOfScreen(parts))));
        }
        if (hasAny(TEXTS, parts)) {
            return isNoun || (isOfText(parts) ? isHeaded || words > 1 : isHeaded && speaksOfNoun(value));
        }
        if (isHeaded && isNoun && (words > 1 || !Ascii.isAll(noun))) {
            return true;
        }
        if (isHeaded && isOfScreen(parts) && (isNoun || isOfScreen(NameWords.of(noun)))) {
            return true;
        }
        return isHeaded
                && words >= FEWEST_OF_SENTENCE
                && speaksOfNoun(value)
                && Placeholder.of(value) == Placeholder.LITERAL;
    }

    /** Whether words and nothing else follow each other, parameters of a template left aside. */
    static boolean isPartOfSentence(String value) {
        int words = 0;
        int at = 0;
        while (at < value.length()) {
            int open = value.indexOf("{{", at);
            int end = open < 0 ? value.length() : open;
            int close = open < 0 ? -1 : value.indexOf("}}", open);
            int more = countWords(value.substring(at, end));
            if (more == 0 && hasLetterOrDigit(value, at, end)) {
                return false;
            }
            words += more;
            at = close < 0 ? value.length() : close + 2;
        }
        return words > 1;
    }

    private static boolean hasLetterOrDigit(String value, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a program is told its own password by that name: {@code DB_PASSWORD}, {@code spring.mail.password}. */
    static boolean isSetting(String name, List<String> words) {
        return isVariable(name) || hasAny(OF_SETTINGS, words);
    }

    private static boolean isVariable(String name) {
        return name.indexOf('_') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
    }

    static boolean hasAny(Set<String> some, List<String> words) {
        for (String word : words) {
            if (some.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is that of the field: {@code error.login.password}, and not {@code help.desk.password}. */
    private static boolean isOfText(List<String> words) {
        boolean found = false;
        for (String word : words) {
            found = TEXTS.contains(word) || (found && (SCREENS.contains(word) || SensitiveName.matches(word)));
        }
        return found;
    }

    /** Whether all words but the sensitive ones say where on a screen, and at least one does. */
    private static boolean isOfScreen(List<String> words) {
        boolean found = false;
        for (String word : words) {
            boolean isScreen = SCREENS.contains(word);
            if (!isScreen && !SensitiveName.matches(word)) {
                return false;
            }
            found |= isScreen;
        }
        return found;
    }

    /** {@code messages_de.properties}, {@code en-US.json}, {@code i18n.yaml}, {@code login_messages_fr.properties}. */
    private static boolean isFileOfTexts(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        String ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (FORMATS_OF_TEXTS.contains(ending)) {
            return true;
        }
        if (!FORMATS.contains(ending)) {
            return false;
        }
        boolean onlyTexts = true;
        boolean hasText = false;
        boolean hasLanguage = false;
        boolean onlyLanguage = true;
        int start = 0;
        for (int i = 0; i <= dot; i++) {
            if (i < dot && "_-.".indexOf(fileName.charAt(i)) < 0) {
                continue;
            }
            String part = fileName.substring(start, i);
            String word = part.toLowerCase(Locale.ROOT);
            boolean isText = FILES_OF_TEXTS.contains(word);
            boolean isLanguage = LANGUAGES.contains(word);
            hasText |= isText;
            hasLanguage |= isLanguage && (i < dot || start > 0 || !OTHER_THAN_LANGUAGES.contains(word));
            onlyTexts &= isText;
            onlyLanguage &= start == 0 ? isLanguage : isRegion(part);
            start = i + 1;
        }
        return (hasText && (hasLanguage || onlyTexts)) || (hasLanguage && onlyLanguage);
    }

    /** {@code US} or {@code Hans}, behind a language. */
    private static boolean isRegion(String part) {
        return (part.length() == 2 || part.length() == 4) && Character.isUpperCase(part.charAt(0));
    }

    /** How many words a value has; 0 when it holds anything else than the words and signs of sentences. */
    private static int countWords(String value) {
        int words = 0;
        int before = ' ';
        int i = 0;
        while (i < value.length()) {
            int c = value.codePointAt(i);
            int next = c == '\\' ? endOfEscape(value, i) : i + Character.charCount(c);
            if (c == '\\') {
                c = value.startsWith("u", i + 1) ? 'a' : ' ';
            }
            boolean isSign = SIGNS_OF_SENTENCES.indexOf(c) >= 0;
            boolean isGlued = "!?*%".indexOf(c) >= 0 && isOfWord(before) && isLetterAt(value, next);
            if (next == i || isGlued || !(isSign || isOfWord(c) || Character.isDigit(c)) || isOdd(before, c)) {
                return 0;
            }
            words += isOfWord(c) && !isOfWord(before) ? 1 : 0;
            before = c;
            i = next;
        }
        return words;
    }

    /** A digit beside a letter, or a capital behind a small letter: no word is written like that. */
    private static boolean isOdd(int before, int c) {
        return (isOfWord(before) && Character.isDigit(c))
                || (Character.isDigit(before) && isOfWord(c))
                || (Character.isLowerCase(before) && Character.isUpperCase(c));
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isLetterAt(String value, int at) {
        return at < value.length() && Character.isLetter(value.charAt(at));
    }

    /** A row of capitals, and what is longer than words are. */
    private static boolean isNoWord(String noun, String value) {
        return noun.length() > LONGEST_WORD
                || (value.length() > 1
                        && Character.isUpperCase(value.charAt(0))
                        && Character.isUpperCase(value.charAt(1)));
    }

    /** Whether the first letter is a capital, or of a script that has none. */
    private static boolean isHeaded(String value) {
        int i = 0;
        while (i < value.length() && !Character.isLetter(value.charAt(i))) {
            i++;
        }
        return i < value.length() && !Character.isLowerCase(value.charAt(i));
    }

    /** Behind the four digits of a character's number, as properties and JSON write it, or a line break. */
    private static int endOfEscape(String value, int start) {
        if (value.startsWith("n", start + 1) || value.startsWith("\"", start + 1)) {
            return start + 2;
        }
        int end = start + 6;
        return value.startsWith("u", start + 1)
                        && end <= value.length()
                        && Characters.HEX.endOfRun(value, start + 2, end) == end
                ? end
                : start;
    }

    /** In small letters, without what follows the label of a field. */
    private static String noun(String value) {
        int end = value.length();
        while (end > 0 && " :*.…?!：".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean speaksOfNoun(String value) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || SIGNS_OF_SENTENCES.indexOf(value.charAt(i)) >= 0) {
                if (i > start && NOUNS.contains(value.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
