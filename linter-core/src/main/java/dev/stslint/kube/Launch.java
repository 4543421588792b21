package dev.stslint.kube;

import dev.stslint.secret.ShellWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a container starts and with what: its command line taken apart, through {@code sh -c} and entrypoint scripts, its
 * variables with their values, its mounts. References are replaced as the kubelet and a shell would (facts: D1); what
 * cannot be known leaves a {@link Reading#HOLE}.
 */
final class Launch {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "busybox");

    /** Programs that start the program named behind them; those with an argument of their own come second. */
    private static final Set<String> WRAPPERS = Set.of(
            "exec",
            "nohup",
            "env",
            "command",
            "time",
            "tini",
            "dumb-init",
            "catatonit",
            "sudo",
            "setsid",
            "--",
            "docker-entrypoint.sh",
            "docker-entrypoint",
            "entrypoint.sh",
            "then",
            "do",
            "else",
            "if",
            "elif",
            "while",
            "until",
            "!",
            "{");

    private static final Set<String> WRAPPERS_WITH_ARGUMENT = Set.of("gosu", "su-exec", "runuser", "timeout", "chroot");

    /** What scripts consist of besides the program they are about. */
    private static final Set<String> COMMON_TOOLS = Set.of(
            ":",
            "[",
            "[[",
            ".",
            "source",
            "echo",
            "printf",
            "cat",
            "cd",
            "cp",
            "mv",
            "rm",
            "ln",
            "ls",
            "mkdir",
            "chmod",
            "chown",
            "touch",
            "test",
            "true",
            "false",
            "export",
            "unset",
            "local",
            "set",
            "read",
            "shift",
            "exit",
            "return",
            "trap",
            "wait",
            "sleep",
            "tail",
            "head",
            "date",
            "id",
            "hostname",
            "grep",
            "sed",
            "awk",
            "cut",
            "tr",
            "sort",
            "find",
            "xargs",
            "getent",
            "nslookup",
            "dig",
            "host",
            "nc",
            "ncat",
            "curl",
            "wget",
            "sysctl",
            "ulimit",
            "for",
            "case",
            "esac",
            "fi",
            "done",
            "}",
            "in",
            "kill",
            "tee",
            "seq",
            "basename",
            "dirname",
            "apt-get",
            "apk",
            "tar",
            "gzip",
            "aws",
            "gsutil",
            "kubectl",
            "break",
            "continue",
            "eval",
            "umask",
            "sync",
            "bc",
            "expr");

    /** References to references double with each step: beyond this a value is as good as not seen. */
    private static final int LONGEST_VALUE = 1 << 16;

    private final Map<String, String> variables = new HashMap<>();
    private final boolean hasUnseenVariables;
    private final List<List<String>> commands = new ArrayList<>(1);
    private final List<String> programs = new ArrayList<>();
    private final List<String> mountPaths = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean replacesEntrypoint;

    private Launch(Container container) {
        this.hasUnseenVariables = !container.environmentSources().isEmpty();
        for (EnvVar variable : container.environment()) {
            variables.put(variable.name().or(""), valueOf(variable));
        }
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && mount.path().isPresent()) {
                mountPaths.add(Paths.normalize(mount.path().or("")));
            }
        }
        List<String> line = new ArrayList<>();
        for (Field<String> part : container.commandLine()) {
            line.add(part.isPresent() ? expand(part.or("")) : String.valueOf(Reading.HOLE));
            text.append(part.or("")).append(' ');
        }
        this.replacesEntrypoint = !container.command().isEmpty();
        readCommand(line);
    }

    static Launch of(Container container) {
        return new Launch(container);
    }

    Reading variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            return hasUnseenVariables ? Reading.POSSIBLE : Reading.ABSENT;
        }
        return value.isEmpty() ? Reading.ABSENT : Reading.of(value);
    }

    /** Whether a variable whose name matches is set, to whatever. */
    boolean hasVariable(String glob) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (!variable.getValue().isEmpty() && Glob.matches(glob, variable.getKey())) {
                return true;
            }
        }
        return false;
    }

    boolean hasUnseenVariables() {
        return hasUnseenVariables;
    }

    /** The value behind an option, as {@code --x=y} or {@code --x y}; empty when there is none. */
    Reading option(String name) {
        for (List<String> words : commands) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals(name)) {
                    boolean hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("-");
                    return Reading.of(hasValue ? words.get(i + 1) : "");
                }
                if (word.startsWith(name) && word.startsWith("=", name.length())) {
                    return Reading.of(word.substring(name.length() + 1));
                }
            }
        }
        return Reading.ABSENT;
    }

    /** Whether a word of the command line, or the program that it is a path to, matches. */
    boolean hasWord(String glob) {
        for (List<String> words : commands) {
            for (String word : words) {
                if (Glob.matches(glob, word) || Glob.matches(glob, Paths.lastName(word))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words behind a word, in the same command. */
    List<String> wordsBehind(String name) {
        for (List<String> words : commands) {
            int at = words.indexOf(name);
            if (at >= 0) {
                return words.subList(at + 1, words.size());
            }
        }
        return List.of();
    }

    /** Whether the command line holds a text, in capitals or not. */
    boolean says(String lowerCase) {
        return text.toString().toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /** Whether something is mounted there or below. */
    boolean hasMountAt(String path) {
        for (String mount : mountPaths) {
            if (Paths.isAtOrBelow(mount, path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the image's own system is started, rather than one of the tools that come with it, or something else. In
     * doubt it is: a script may end in it.
     */
    boolean starts(Set<String> servers, Set<String> tools) {
        if (programs.isEmpty()) {
            return true;
        }
        boolean hasTool = false;
        for (String program : programs) {
            if (servers.contains(program)) {
                return true;
            }
            hasTool |= tools.contains(program);
        }
        return replacesEntrypoint ? isOpaque(servers, tools) : !hasTool;
    }

    /** Whether a program is started that is not known, as a script from a ConfigMap: it may set anything. */
    boolean isOpaque(Set<String> servers, Set<String> tools) {
        if (!replacesEntrypoint) {
            return false;
        }
        for (String program : programs) {
            if (!servers.contains(program) && !tools.contains(program) && !COMMON_TOOLS.contains(program)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a shell script in a file is started, which may do anything. */
    boolean startsScript() {
        for (String program : programs) {
            if (program.endsWith(".sh")) {
                return true;
            }
        }
        return false;
    }

    private String valueOf(EnvVar variable) {
        if (variable.value().isPresent()) {
            return expand(variable.value().or(""));
        }
        return variable.hasSource() || variable.value().isInvalid() ? String.valueOf(Reading.HOLE) : "";
    }

    private void readCommand(List<String> line) {
        int at = skipWrappers(line);
        if (at < line.size() && isShell(line.get(at))) {
            replacesEntrypoint = true;
            int script = scriptIndex(line, at + 1);
            if (script < line.size()) {
                for (List<String> command : ShellWords.textsOf(line.get(script))) {
                    addCommand(command, skipWrappers(command));
                }
                return;
            }
        }
        addCommand(line, at);
    }

    private void addCommand(List<String> command, int start) {
        commands.add(command);
        int at = start < command.size() && isShell(command.get(start)) ? firstOperand(command, start + 1) : start;
        if (at < command.size() && !command.get(at).startsWith("-")) {
            programs.add(Paths.lastName(command.get(at)));
        }
    }

    private static boolean isShell(String word) {
        return SHELLS.contains(Paths.lastName(word));
    }

    private static int skipWrappers(List<String> line) {
        int at = 0;
        while (at < line.size()) {
            String word = Paths.lastName(line.get(at));
            if (WRAPPERS_WITH_ARGUMENT.contains(word)) {
                at += 2;
            } else if (WRAPPERS.contains(word) || isAssignment(line.get(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** The index of the text that {@code -c} announces, or the end. */
    private static int scriptIndex(List<String> line, int start) {
        for (int i = start; i < line.size(); i++) {
            String word = line.get(i);
            if (!word.startsWith("-") && !word.startsWith("+")) {
                return line.size();
            }
            if (!word.startsWith("--") && word.indexOf('c') > 0) {
                return i + 1;
            }
            if (word.endsWith("o")) {
                i++;
            }
        }
        return line.size();
    }

    private static int firstOperand(List<String> line, int start) {
        int at = start;
        while (at < line.size() && line.get(at).startsWith("-")) {
            at++;
        }
        return at;
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        for (int i = 0; i < equals; i++) {
            if (!Character.isLetterOrDigit(word.charAt(i)) && word.charAt(i) != '_') {
                return false;
            }
        }
        return equals > 0;
    }

    /** Replaces {@code $(X)}, {@code ${X}} and {@code $X}; other expansions become holes. */
    private String expand(String value) {
        if (value.indexOf('$') < 0 && value.indexOf('`') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            if (out.length() > LONGEST_VALUE) {
                return String.valueOf(Reading.HOLE);
            }
            char c = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : ' ';
            if (c == '`') {
                int end = value.indexOf('`', i + 1);
                out.append(Reading.HOLE);
                i = end < 0 ? value.length() : end + 1;
            } else if (c != '$') {
                out.append(c);
                i++;
            } else if (next == '(' || next == '{') {
                int end = closing(value, i + 1);
                out.append(known(value.substring(Math.min(i + 2, end), end)));
                i = Math.min(end + 1, value.length());
            } else if (Character.isLetter(next) || next == '_') {
                int end = i + 1;
                while (end < value.length() && isNameCharacter(value.charAt(end))) {
                    end++;
                }
                out.append(known(value.substring(i + 1, end)));
                i = end;
            } else {
                out.append(Reading.HOLE);
                i += Character.isDigit(next) || next == '$' || next == '@' || next == '*' ? 2 : 1;
            }
        }
        return out.toString();
    }

    private String known(String name) {
        String value = variables.get(name);
        return value == null ? String.valueOf(Reading.HOLE) : value;
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Where the bracket closes that opens at an index, or the end. */
    private static int closing(String value, int open) {
        char opening = value.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int i = open; i < value.length(); i++) {
            if (value.charAt(i) == opening) {
                depth++;
            } else if (value.charAt(i) == closing && --depth == 0) {
                return i;
            }
        }
        return value.length();
    }
}
