package dev.stslint.secret;

import dev.stslint.secret.ShellWords.Word;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sensitive option of a command line and the value it is given: {@code --password=x}, {@code --password x}, {@code
 * -Dkey.password=x}, {@code DB_PASSWORD=x run}, {@code requirepass x}, and the short options of well-known clients, as
 * {@code mysql -px} and {@code redis-cli -a x}. Words that are scripts, as behind {@code sh -c}, are read as such.
 *
 * <p>What kind of value it is, {@link Placeholder#of} tells; what a shell puts in its place is left out here.
 *
 * @param word which word of the command line it stands in
 * @param option as it is called: {@code --password}, {@code mysql -p}, {@code DB_PASSWORD}
 * @param kind why the option is sensitive
 * @param value where the value stands in its word; never empty
 */
public record CommandSecret(int word, String option, SensitiveName kind, Span value) {

    /** Options whose value is glued to them. With a blank between they ask for it, or it is something else. */
    private static final Map<String, String> GLUED = options(
            "-p",
            "mysql",
            "mysqladmin",
            "mysqldump",
            "mysqlcheck",
            "mysqlimport",
            "mysqlshow",
            "mysqlslap",
            "mysql_upgrade",
            "mysqlbinlog",
            "mysqlsh",
            "mariadb",
            "mariadb-admin",
            "mariadb-dump",
            "mariadb-check",
            "mariadb-import",
            "mariadb-show",
            "mariadb-upgrade",
            "mariadb-binlog",
            "mariabackup",
            "mycli");

    /** Options whose value may stand in the next word. */
    private static final Map<String, String> SPACED = merged(
            options("-a", "redis-cli", "valkey-cli", "keydb-cli"),
            options(
                    "-p",
                    "sshpass",
                    "mongo",
                    "mongosh",
                    "mongodump",
                    "mongorestore",
                    "mongoexport",
                    "mongoimport",
                    "mongostat",
                    "mongotop",
                    "mongofiles",
                    "cqlsh",
                    "rabbitmqadmin",
                    "cypher-shell"),
            options("-P", "sqlcmd", "bcp", "mosquitto_pub", "mosquitto_sub"),
            options(
                    "-w",
                    "ldapsearch",
                    "ldapadd",
                    "ldapmodify",
                    "ldapdelete",
                    "ldapwhoami",
                    "ldappasswd",
                    "ldapcompare"),
            options("-pw", "nodetool"));

    /** Options that take {@code user:password}. */
    private static final Map<String, Set<String>> USER_AND_PASSWORD =
            Map.of("curl", Set.of("-u", "--user", "--proxy-user", "-U"), "etcdctl", Set.of("--user"));

    private static final Set<String> DIRECTIVES = Set.of("requirepass", "masterauth", "primaryauth");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");

    private static final Set<String> HEADER_OPTIONS = Set.of("-H", "--header");

    /** What these are given they show or take from somewhere, unless it goes into a file. */
    private static final Set<String> PRINTERS = Set.of("echo", "printf", "read", "unset");

    /** All that stand in a command line, word by word as the container gets it. */
    public static List<CommandSecret> in(List<String> commandLine) {
        List<Word> words = new ArrayList<>(commandLine.size());
        for (String word : commandLine) {
            words.add(Word.of(word));
        }
        List<CommandSecret> found = new ArrayList<>(0);
        boolean[] scripts = new boolean[words.size()];
        for (int i = 0; i < scripts.length; i++) {
            scripts[i] = isScript(commandLine, i);
        }
        new Scan(words, -1, scripts, found).run();
        for (int i = 0; i < scripts.length; i++) {
            if (scripts[i]) {
                for (List<Word> command : ShellWords.commandsOf(commandLine.get(i))) {
                    new Scan(command, i, new boolean[command.size()], found).run();
                }
            }
        }
        return found;
    }

    /** What stands behind {@code sh -c}, and every word of several lines or with blanks that has the look of a command. */
    private static boolean isScript(List<String> commandLine, int i) {
        String word = commandLine.get(i);
        if (word.indexOf('\n') >= 0) {
            return true;
        }
        if (word.indexOf(' ') < 0) {
            return false;
        }
        String before = i > 0 ? commandLine.get(i - 1) : "";
        return (before.startsWith("-") && !before.startsWith("--") && before.endsWith("c"))
                || SHELLS.contains(baseName(before))
                || i == 0
                || (word.startsWith("-") && word.indexOf('=') < 0);
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, String> options(String option, String... clients) {
        Map<String, String> map = new HashMap<>();
        for (String client : clients) {
            map.put(client, option);
        }
        return Map.copyOf(map);
    }

    @SafeVarargs
    private static Map<String, String> merged(Map<String, String>... maps) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> map : maps) {
            all.putAll(map);
        }
        return Map.copyOf(all);
    }

    /** Reads the words of one command. */
    private static final class Scan {

        private final List<Word> words;
        private final int container;
        private final boolean inShell;
        private final boolean[] scripts;
        private final List<CommandSecret> found;
        private String client = "";

        /**
         * @param container which word of the command line the script is that the words stand in; -1: they are its words
         * @param scripts which of the words are read as scripts, and so not here
         */
        Scan(List<Word> words, int container, boolean[] scripts, List<CommandSecret> found) {
            this.words = words;
            this.container = container;
            this.inShell = container >= 0;
            this.scripts = scripts;
            this.found = found;
        }

        void run() {
            if (inShell && PRINTERS.contains(text(0))) {
                readPrinted();
                return;
            }
            int i = 0;
            while (i < words.size()) {
                i += step(i) ? 2 : 1;
            }
        }

        /** Looks at a word. Answers whether the next one is its value, and so is done. */
        private boolean step(int i) {
            if (scripts[i]) {
                return false;
            }
            String word = text(i);
            if (word.startsWith("{")) {
                embedded(i, 0);
                return false;
            }
            String program = baseName(word);
            if (GLUED.containsKey(program) || SPACED.containsKey(program) || USER_AND_PASSWORD.containsKey(program)) {
                client = program;
                return false;
            }
            return word.startsWith("-") ? option(i, word) : assignmentOrDirective(i, word);
        }

        private boolean option(int i, String word) {
            if (clientOption(i, word)) {
                return true;
            }
            if (HEADER_OPTIONS.contains(word) && i + 1 < words.size()) {
                header(i + 1);
                return true;
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                named(i, word, equals);
                return false;
            }
            Optional<SensitiveName> kind = SensitiveName.of(word);
            if (kind.isEmpty() || kind.get() == SensitiveName.CONNECTION || isFlag(word) || !isValue(i + 1)) {
                return false;
            }
            add(i + 1, word, kind.get(), valueStart(text(i + 1)), text(i + 1).length());
            return true;
        }

        /** {@code --x=value}; where the option itself is not sensitive, what its value sets. */
        private void named(int i, String word, int equals) {
            String name = word.substring(0, equals);
            Optional<SensitiveName> kind = SensitiveName.of(name);
            if (kind.isPresent() && kind.get() != SensitiveName.CONNECTION && !isFlag(name)) {
                add(i, name, kind.get(), equals + 1, word.length());
                return;
            }
            embedded(i, equals + 1);
        }

        /** What a text within a word sets: JSON, a connection string, a query. */
        private void embedded(int i, int from) {
            for (Assignment inner : ConfigText.of("", text(i).substring(from)).assignments()) {
                Span place = inner.value();
                add(i, inner.name(), inner.kind(), from + place.start(), from + place.end());
            }
        }

        private void header(int i) {
            String word = text(i);
            int colon = word.indexOf(':');
            if (colon <= 0) {
                return;
            }
            String name = word.substring(0, colon);
            int from = colon + 1;
            while (from < word.length() && word.charAt(from) == ' ') {
                from++;
            }
            int start = from + HttpCredential.startIn(word.substring(from));
            Optional<SensitiveName> kind = SensitiveName.of(name);
            if (kind.isPresent()) {
                add(i, name, kind.get(), start, word.length());
            }
        }

        private void readPrinted() {
            for (int i = 1; i < words.size() && goesIntoFile(); i++) {
                embedded(i, 0);
            }
        }

        private boolean goesIntoFile() {
            for (Word word : words) {
                if (word.text().startsWith(">")) {
                    return true;
                }
            }
            return false;
        }

        private boolean assignmentOrDirective(int i, String word) {
            int equals = word.indexOf('=');
            if (equals > 0 && isName(word, equals)) {
                named(i, word, equals);
                return false;
            }
            boolean directive = DIRECTIVES.contains(word)
                    || (inShell && word.endsWith(":") && SensitiveName.matches(word.substring(0, word.length() - 1)));
            if (!directive || !isValue(i + 1)) {
                return false;
            }
            String name = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
            add(
                    i + 1,
                    name,
                    SensitiveName.of(name).orElse(SensitiveName.PASSWORD),
                    0,
                    text(i + 1).length());
            return true;
        }

        private boolean clientOption(int i, String word) {
            String glued = GLUED.getOrDefault(client, "");
            if (!glued.isEmpty() && word.startsWith(glued) && word.length() > glued.length()) {
                add(i, client + " " + glued, SensitiveName.PASSWORD, glued.length(), word.length());
                return false;
            }
            String spaced = SPACED.getOrDefault(client, "");
            if (!spaced.isEmpty() && word.equals(spaced) && isValue(i + 1)) {
                add(
                        i + 1,
                        client + " " + spaced,
                        SensitiveName.PASSWORD,
                        0,
                        text(i + 1).length());
                return true;
            }
            if (client.equals("sshpass") && word.startsWith("-p") && word.length() > 2) {
                add(i, "sshpass -p", SensitiveName.PASSWORD, 2, word.length());
                return false;
            }
            if (USER_AND_PASSWORD.getOrDefault(client, Set.of()).contains(word) && isValue(i + 1)) {
                int colon = text(i + 1).indexOf(':');
                if (colon > 0
                        && colon + 1 < text(i + 1).length()
                        && !text(i + 1).startsWith("://", colon)) {
                    add(
                            i + 1,
                            client + " " + word,
                            SensitiveName.PASSWORD,
                            colon + 1,
                            text(i + 1).length());
                }
                return true;
            }
            return false;
        }

        /** {@code --password-stdin} is none by its last word; {@code --password} before another option takes no value. */
        private boolean isValue(int i) {
            return i < words.size() && !text(i).isEmpty() && (text(i).charAt(0) != '-' || text(i).length() == 1);
        }

        /** Options that only sound like it: MySQL's plugins. */
        private static boolean isFlag(String option) {
            return option.toLowerCase(Locale.ROOT).endsWith("native-password") || option.endsWith("native_password");
        }

        /** OpenSSL's {@code pass:x}. */
        private static int valueStart(String word) {
            return word.startsWith("pass:") && word.length() > 5 ? 5 : 0;
        }

        private static boolean isName(String word, int end) {
            return Characters.DOTTED.endOfRun(word, 0, end) == end;
        }

        private String text(int i) {
            return words.get(i).text();
        }

        private void add(int i, String option, SensitiveName kind, int from, int to) {
            int end = to;
            while (end > from && ",;)".indexOf(text(i).charAt(end - 1)) >= 0) {
                end--;
            }
            if (end == from || (inShell && ConfigText.hasVariable(text(i).substring(from, end)))) {
                return;
            }
            Span place = words.get(i).place(from, end);
            found.add(new CommandSecret(container < 0 ? i : container, option, kind, place));
        }
    }
}
