package dev.stslint.secret;

import dev.stslint.source.WordSearch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a name promises a secret: the name of an environment variable, a key, a property, an option or a header.
 *
 * <p>A name is read as a compound noun: its words are found in {@code SNAKE_CASE}, {@code camelCase} and {@code
 * kebab-case} alike, and its last word says what the value <em>is</em>. So {@code DB_PASSWORD} and {@code
 * spring.datasource.password} hold a password, while {@code PASSWORD_FILE}, {@code TOKEN_TTL} and {@code secretName}
 * hold a path, a number and a name. Words that only tell several secrets apart ({@code PASSWORD_OLD}, {@code
 * tokenGithub}) are passed over.
 *
 * <p>{@code MAX_TOKENS} is how many. {@code MAX_TOKEN} promises a secret, though a number in it may be a count: {@link
 * #mayCount} tells.
 *
 * <p>Names with a slash are those of annotations, in which {@code …/auth-secret} names a Secret.
 *
 * <p>Known limits, on purpose: {@code WEBHOOK_SECRET} counts as a secret although some programs take the name of a
 * Secret there; whether an object of that name exists is for the caller to see.
 */
public enum SensitiveName {
    PASSWORD("password"),
    TOKEN("token"),
    /** A shared secret, as OAuth's client secret or a cookie secret. */
    SECRET("secret"),
    /** An API, access, encryption or signing key. */
    KEY("key"),
    /** A private key of a key pair, as a whole. */
    PRIVATE_KEY("private key"),
    /** A user and a password together, or a file of such. */
    CREDENTIAL("credential"),
    /** A connection string or DSN, which may hold a password; only its value tells. */
    CONNECTION("connection string");

    private static final Set<String> PASSWORD_WORDS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passphrases",
            "passcode",
            "pwd",
            "pswd",
            "pw",
            "passwort");

    private static final Set<String> TOKEN_WORDS = Set.of("token", "tokens", "jwt", "bearer");

    private static final Set<String> CREDENTIAL_WORDS =
            Set.of("credential", "credentials", "cred", "creds", "dockerconfigjson", "dockercfg", "netrc");

    /** {@code X pass} is a password unless X is one of these: nginx directives, and passes that are made. */
    private static final Set<String> NOT_BEFORE_PASS = Set.of(
            "proxy", "fastcgi", "uwsgi", "scgi", "grpc", "first", "second", "single", "multi", "two", "by", "low",
            "high", "band");

    /** {@code X} of {@code Xpass} and {@code Xpw}, which cannot be told from English words by their ending alone. */
    private static final Set<String> GLUED_BEFORE_PASS = Set.of(
            "user",
            "db",
            "root",
            "admin",
            "store",
            "key",
            "keystore",
            "truststore",
            "my",
            "pg",
            "bind",
            "smtp",
            "mail",
            "ftp",
            "ldap",
            "login",
            "mysql",
            "postgres",
            "redis",
            "mongo",
            "require",
            "ssh",
            "http",
            "api",
            "guest",
            "default",
            "auth",
            "rootdn");

    /** {@code X token} is none of ours: page marks, language models, and how many of something there are to one. */
    private static final Set<String> NOT_BEFORE_TOKEN = Set.of(
            "per",
            "page",
            "next",
            "continue",
            "pagination",
            "cursor",
            "eos",
            "bos",
            "pad",
            "unk",
            "stop",
            "special",
            "sep",
            "cls",
            "design");

    /** {@code X secret} is a Kubernetes Secret, by name. */
    private static final Set<String> NOT_BEFORE_SECRET = Set.of(
            "pull",
            "tls",
            "ssl",
            "cert",
            "certificate",
            "ca",
            "kube",
            "kubernetes",
            "create",
            "existing",
            "external",
            "sealed",
            "target",
            "image",
            "ingress",
            "registry",
            "k8s",
            "password",
            "passwd",
            "credential",
            "credentials");

    /** {@code X key} opens something. */
    private static final Set<String> BEFORE_KEY = Set.of(
            "api",
            "access",
            "secret",
            "encryption",
            "encrypt",
            "decryption",
            "crypto",
            "cipher",
            "signing",
            "sign",
            "signature",
            "master",
            "auth",
            "authentication",
            "authorization",
            "account",
            "storage",
            "shared",
            "preshared",
            "session",
            "cookie",
            "license",
            "licence",
            "app",
            "application",
            "hmac",
            "jwt",
            "webhook",
            "fernet",
            "aes",
            "subscription",
            "write",
            "deploy",
            "integration",
            "ingest");

    /** {@code X key} is one half of a key pair, and not the public one. */
    private static final Set<String> BEFORE_PRIVATE_KEY = Set.of(
            "private", "ssh", "gpg", "pgp", "rsa", "dsa", "ecdsa", "pem", "tls", "ssl", "server", "client", "ca",
            "host");

    /** The word before {@code .key} file names counts; {@code id_rsa} and its kin have no such word. */
    private static final Set<String> AFTER_ID = Set.of("rsa", "dsa", "ecdsa", "ed");

    /** Words that tell one secret from another, or how it is written, but not what it is. */
    private static final Set<String> QUALIFIERS = Set.of(
            "value",
            "text",
            "plain",
            "plaintext",
            "raw",
            "string",
            "str",
            "literal",
            "default",
            "initial",
            "bootstrap",
            "temporary",
            "temp",
            "current",
            "new",
            "old",
            "previous",
            "primary",
            "secondary",
            "master",
            "slave",
            "replica",
            "main",
            "backup",
            "admin",
            "root",
            "superuser",
            "readonly",
            "db",
            "database",
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "mongo",
            "mongodb",
            "redis",
            "rabbitmq",
            "kafka",
            "elastic",
            "grafana",
            "github",
            "gitlab",
            "slack",
            "aws",
            "prod",
            "production",
            "staging",
            "dev",
            "development",
            "test",
            "testing",
            "local",
            "qa",
            "base",
            "b",
            "hash",
            "hashed",
            "encoded",
            "encrypted",
            "data",
            "json",
            "yaml",
            "yml",
            "txt",
            "hex",
            "v");

    /** With one of these in it a name speaks about a secret: whether there is one, or of what is no secret. */
    private static final Set<String> ABOUT = Set.of(
            "allow",
            "allowed",
            "disallow",
            "enable",
            "enabled",
            "disable",
            "disabled",
            "skip",
            "validate",
            "generate",
            "random",
            "require",
            "requires",
            "required",
            "use",
            "uses",
            "using",
            "ask",
            "prompt",
            "forgot",
            "forbid",
            "has",
            "is",
            "needs",
            "automount",
            "rotate",
            "no",
            "without",
            "public",
            "pub",
            "publishable");

    /** Before several secrets, one of these says how many; before a single one, it may as well be somebody's name for it. */
    private static final Set<String> COUNTING = Set.of(
            "min", "max", "minimum", "maximum", "num", "number", "count", "total", "limit", "length", "len", "size");

    /** Every name that promises a secret has one of these in it; and so has SQL that sets a password. */
    private static final WordSearch STEMS = WordSearch.forAny(
            "pass",
            "pw",
            "pswd",
            "token",
            "jwt",
            "bearer",
            "secret",
            "cookie",
            "cred",
            "dockercfg",
            "dockerconfigjson",
            "netrc",
            "auth",
            "dsn",
            "conn",
            "key",
            "rsa",
            "dsa",
            "_ed",
            "-ed",
            ".ed",
            "/ed",
            "ided",
            "by ",
            "by\t");

    private static final int MAX_LENGTH = 200;

    private final String noun;

    SensitiveName(String noun) {
        this.noun = noun;
    }

    /** What such a name holds, for sentences: "a password". */
    public String noun() {
        return noun;
    }

    /**
     * The last answers, by a hash of the name: a repository asks for the same few names again and again. Most names hold no
     * stem, and are told sooner by that: threads that write here wait for each other.
     */
    private static final @Nullable Answer[] LAST = new @Nullable Answer[4096];

    private record Answer(String name, Optional<SensitiveName> meaning) {}

    /** Why {@code name} promises a secret; empty when it does not. */
    public static Optional<SensitiveName> of(String name) {
        if (!mayBeNamedIn(name)) {
            return Optional.empty();
        }
        int slot = name.hashCode() & (LAST.length - 1);
        Answer answer = LAST[slot];
        if (answer == null || !answer.name.equals(name)) {
            answer = new Answer(name, meaning(name));
            LAST[slot] = answer;
        }
        return answer.meaning;
    }

    private static Optional<SensitiveName> meaning(String name) {
        if (name.length() > MAX_LENGTH || isWorkingDirectory(name)) {
            return Optional.empty();
        }
        List<String> words = NameWords.of(name);
        boolean counts = false;
        for (String word : words) {
            if (ABOUT.contains(word)) {
                return Optional.empty();
            }
            counts |= COUNTING.contains(word);
        }
        int end = words.size();
        while (end > 0) {
            String before = end > 1 ? words.get(end - 2) : "";
            Optional<SensitiveName> meaning = meaning(words.get(end - 1), before, end > 2 ? words.get(end - 3) : "");
            if (meaning.isPresent() && meaning.get() == SECRET && name.indexOf('/') >= 0) {
                return Optional.empty();
            }
            if (meaning.isPresent() && counts && isPlural(words.get(end - 1))) {
                return Optional.empty();
            }
            if (meaning.isPresent() || !QUALIFIERS.contains(words.get(end - 1))) {
                return meaning;
            }
            end--;
        }
        return Optional.empty();
    }

    /** Whether a number under a name that promises a secret may be one about it: {@code MAX_PASSWORD}. */
    public static boolean mayCount(String name) {
        for (String word : NameWords.of(name)) {
            if (COUNTING.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Starts and ends of the lines of a text in which a name may promise a secret, or SQL set one; the others need no look. */
    static int[] linesThatMayNameOne(String text) {
        return STEMS.linesWithAny(text);
    }

    /** Whether a name in a text may promise a secret, or SQL set one. */
    static boolean mayBeNamedIn(String text) {
        return STEMS.mayBeIn(text);
    }

    /** Whether the name promises a secret of any kind. */
    public static boolean matches(String name) {
        return of(name).isPresent();
    }

    private static boolean isPlural(String word) {
        return word.endsWith("s") && !word.endsWith("ss");
    }

    private static boolean isWorkingDirectory(String name) {
        return name.equals("PWD") || name.equals("OLDPWD");
    }

    private static Optional<SensitiveName> meaning(String word, String before, String beforeThat) {
        if (isPassword(word, before)) {
            return Optional.of(PASSWORD);
        }
        if (isToken(word, before, beforeThat)) {
            return Optional.of(TOKEN);
        }
        if (isSecret(word, before)) {
            return Optional.of(SECRET);
        }
        if (CREDENTIAL_WORDS.contains(word) || word.endsWith("credentials") || isAuthorization(word, before)) {
            return Optional.of(CREDENTIAL);
        }
        if (word.equals("dsn")
                || word.equals("connectionstring")
                || (word.equals("string") && (before.equals("connection") || before.equals("conn")))) {
            return Optional.of(CONNECTION);
        }
        if (before.equals("id") && AFTER_ID.contains(word)) {
            return Optional.of(PRIVATE_KEY);
        }
        return key(word, before, beforeThat);
    }

    private static boolean isPassword(String word, String before) {
        if (word.equals("pass")) {
            return !NOT_BEFORE_PASS.contains(before);
        }
        if (PASSWORD_WORDS.contains(word)) {
            return true;
        }
        return word.endsWith("password")
                || word.endsWith("passwd")
                || word.endsWith("passphrase")
                || (word.endsWith("pwd") && !word.equals("oldpwd"))
                || (word.endsWith("pass") && GLUED_BEFORE_PASS.contains(word.substring(0, word.length() - 4)))
                || (word.endsWith("pw") && GLUED_BEFORE_PASS.contains(word.substring(0, word.length() - 2)));
    }

    private static boolean isToken(String word, String before, String beforeThat) {
        if (before.equals("cluster") && beforeThat.equals("initial")) {
            return false; // etcd's: it tells clusters apart
        }
        if (TOKEN_WORDS.contains(word)) {
            return !NOT_BEFORE_TOKEN.contains(before);
        }
        return word.endsWith("token") && !NOT_BEFORE_TOKEN.contains(word.substring(0, word.length() - 5));
    }

    private static boolean isSecret(String word, String before) {
        if (word.equals("secret")) {
            return !NOT_BEFORE_SECRET.contains(before);
        }
        if (word.equals("cookie")) {
            return before.equals("erlang") || before.equals("erl");
        }
        return word.endsWith("secret") && !NOT_BEFORE_SECRET.contains(word.substring(0, word.length() - 6));
    }

    /** HTTP's header, redis' {@code masterauth}, and variables that take {@code user/password}. */
    private static boolean isAuthorization(String word, String before) {
        return word.equals("masterauth")
                || (word.equals("authorization") && (before.isEmpty() || before.equals("proxy")))
                || (word.equals("auth")
                        && (before.equals("basic") || before.equals("neo4j") || before.equals("rediscli")))
                || word.equals("basicauth");
    }

    private static Optional<SensitiveName> key(String word, String before, String beforeThat) {
        String kind = before;
        if (!word.equals("key") && !word.equals("keys")) {
            if (!word.endsWith("key")) {
                return Optional.empty();
            }
            kind = word.substring(0, word.length() - 3);
        }
        if (BEFORE_PRIVATE_KEY.contains(kind)) {
            return Optional.of(PRIVATE_KEY);
        }
        if (BEFORE_KEY.contains(kind) || (kind.equals("set") && beforeThat.equals("replica"))) {
            return Optional.of(KEY);
        }
        return Optional.empty();
    }
}
