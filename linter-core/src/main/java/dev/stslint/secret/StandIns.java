package dev.stslint.secret;

import java.util.Locale;
import java.util.Set;

/**
 * The words that people put where a secret should stand. Collected from the manifests of public repositories, the
 * default credentials in vendors' documentation, and the heads of the usual lists of common passwords.
 */
final class StandIns {

    private static final Set<String> WORDS = Set.of(
            // asking to be changed
            "change",
            "changeme",
            "changeit",
            "changethis",
            "me",
            "it",
            "this",
            "that",
            "now",
            "please",
            "in",
            "before",
            "later",
            "here",
            "only",
            "for",
            "to",
            "be",
            // naming what should stand here
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passwort",
            "pass",
            "pwd",
            "pw",
            "secret",
            "secrets",
            "token",
            "key",
            "apikey",
            "api",
            "access",
            "private",
            "auth",
            "login",
            "credential",
            "credentials",
            "cred",
            "creds",
            "code",
            "cookie",
            "jwt",
            "hash",
            "value",
            "string",
            "text",
            "session",
            "signing",
            "encryption",
            "shared",
            "client",
            // describing it
            "a",
            "my",
            "our",
            "the",
            "an",
            "some",
            "any",
            "other",
            "another",
            "super",
            "very",
            "top",
            "so",
            "really",
            "not",
            "no",
            "safe",
            "secure",
            "insecure",
            "unsafe",
            "strong",
            "weak",
            "simple",
            "long",
            "random",
            "good",
            "bad",
            "complex",
            "ultra",
            "great",
            "real",
            "new",
            "old",
            "initial",
            "default",
            "temp",
            "temporary",
            "tmp",
            "plain",
            "clear",
            "hidden",
            // saying that it is not real
            "sample",
            "example",
            "demo",
            "dummy",
            "fake",
            "stub",
            "mock",
            "test",
            "tests",
            "testing",
            "tester",
            "dev",
            "devel",
            "developer",
            "development",
            "local",
            "localhost",
            "localdev",
            "staging",
            "stage",
            "sandbox",
            "playground",
            "tutorial",
            "prod",
            "production",
            "qa",
            "ci",
            "used",
            "unused",
            "ignored",
            "ignore",
            "irrelevant",
            "whatever",
            "something",
            "anything",
            "nothing",
            "foo",
            "bar",
            "baz",
            "qux",
            "foobar",
            "foobared",
            "blah",
            "lorem",
            "ipsum",
            "hello",
            "world",
            "thing",
            "stuff",
            "unknown",
            "invalid",
            "wrong",
            // what fingers type
            "qwerty",
            "qwertz",
            "asdf",
            "asdfgh",
            "letmein",
            "welcome",
            "abc",
            "abcd",
            "abcde",
            "abcdef",
            "abcdefg",
            "abcdefgh",
            "xyz",
            "iloveyou",
            "monkey",
            "dragon",
            "sesame",
            "opensesame",
            "toor",
            // roles
            "admin",
            "administrator",
            "root",
            "user",
            "username",
            "users",
            "guest",
            "operator",
            "owner",
            "superuser",
            "manager",
            "server",
            "service",
            "app",
            "application",
            "backend",
            "frontend",
            "web",
            "db",
            "database",
            "data",
            "sql",
            "internal",
            "system",
            "sys",
            "cluster",
            "replication",
            "replica",
            "replicator",
            "repl",
            "primary",
            "master",
            "standby",
            "sa",
            // products, whose names their default passwords are made of
            "postgres",
            "postgresql",
            "pg",
            "pgpass",
            "mysql",
            "maria",
            "mariadb",
            "percona",
            "galera",
            "mongo",
            "mongodb",
            "redis",
            "valkey",
            "rabbit",
            "rabbitmq",
            "kafka",
            "zookeeper",
            "elastic",
            "elasticsearch",
            "opensearch",
            "kibana",
            "grafana",
            "prometheus",
            "prom",
            "minio",
            "minioadmin",
            "keycloak",
            "wordpress",
            "wp",
            "drupal",
            "joomla",
            "magento",
            "nextcloud",
            "gitea",
            "gitlab",
            "github",
            "jenkins",
            "sonar",
            "sonarqube",
            "nexus",
            "harbor",
            "vault",
            "consul",
            "etcd",
            "cassandra",
            "couch",
            "couchdb",
            "couchbase",
            "neo4j",
            "influx",
            "influxdb",
            "timescale",
            "clickhouse",
            "oracle",
            "mssql",
            "tomcat",
            "activemq",
            "artemis",
            "airflow",
            "superset",
            "metabase",
            "odoo",
            "ghost",
            "strapi",
            "katib",
            "thanos",
            "stolon",
            "patroni",
            "repmgr",
            "pgpool",
            "kube",
            "kubernetes",
            "k8s",
            "docker",
            "helm",
            "spring",
            "django",
            "flask",
            "laravel",
            "rails",
            "node",
            "java",
            "python",
            "nginx",
            "apache",
            "alpine",
            "ubuntu",
            "debian",
            "vagrant",
            "temporal",
            "argo",
            "argocd",
            "nats",
            "pulsar",
            "bitnami");

    private static final int LONGEST_WORD = 13;
    private static final String KEYBOARD = "qwertyuiop|asdfghjkl|zxcvbnm|qwertzuiop";

    private StandIns() {}

    /** Whether {@code text} is put together of stand-in words, with a few digits and signs at most around them. */
    static boolean isMadeOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isSequence(lower)) {
            return true;
        }
        return isMadeOfWords(lower) || isMadeOfWords(unleet(lower));
    }

    /** {@code 123456}, {@code 0000}, {@code aaaaaa}, {@code abcdef}, {@code 654321}, {@code asdfgh}. */
    private static boolean isSequence(String text) {
        if (text.length() < 3) {
            return text.length() == 1 || text.charAt(0) == text.charAt(1);
        }
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) > 1) {
            return KEYBOARD.contains(text);
        }
        for (int i = 1; i < text.length(); i++) {
            int here = text.charAt(i) - text.charAt(i - 1);
            boolean wraps = step == 1 && text.charAt(i) == '0' && text.charAt(i - 1) == '9';
            if (here != step && !wraps) {
                return KEYBOARD.contains(text);
            }
        }
        return true;
    }

    private static String unleet(String text) {
        return text.replace('@', 'a')
                .replace('0', 'o')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('1', 'i')
                .replace('5', 's');
    }

    private static boolean isMadeOfWords(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        int digits = 0;
        int inLongWords = 0;
        int part = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i == length ? ' ' : text.charAt(i);
            if ((c >= 'a' && c <= 'z') || isWithinWord(text, i)) {
                letters.append(c);
                continue;
            }
            if (part < letters.length()) {
                int more = lettersInLongWords(letters, part);
                if (more < 0) {
                    return false;
                }
                inLongWords += more;
                part = letters.length();
            }
            if (Characters.isDigit(c)) {
                digits++;
            } else if (i < length && " _-.,:;!?#*+/&'".indexOf(c) < 0) {
                return false;
            }
        }
        return letters.length() > 0
                && inLongWords * 2 >= letters.length()
                && (digits <= 4 || hasOnlyCountedDigits(text));
    }

    /** The digit of {@code neo4j} and {@code k8s}. */
    private static boolean isWithinWord(String text, int i) {
        if (i == 0 || i + 1 >= text.length() || !Characters.isDigit(text.charAt(i))) {
            return false;
        }
        return text.startsWith("neo4j", i - 3) || text.startsWith("k8s", i - 1);
    }

    /** {@code password123456789}: the digits count up. */
    private static boolean hasOnlyCountedDigits(String text) {
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                if (previous != 0 && c != previous + 1 && !(previous == '9' && c == '0')) {
                    return false;
                }
                previous = c;
            }
        }
        return true;
    }

    /**
     * How many letters from {@code from} on belong to words of three letters and more, when all of them can be read as
     * words in a row; -1 when they cannot. {@code mysecretpassword} can, {@code mysecretpony} cannot.
     */
    private static int lettersInLongWords(StringBuilder letters, int from) {
        int length = letters.length() - from;
        int[] best = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            best[end] = -1;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                int size = end - start;
                if (best[start] >= 0
                        && (size > 1 || length == 1)
                        && WORDS.contains(letters.substring(from + start, from + end))) {
                    best[end] = Math.max(best[end], best[start] + (size > 2 ? size : 0));
                }
            }
        }
        return best[length];
    }
}
