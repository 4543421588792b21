package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable or an option that puts the data elsewhere, as the image table writes it: {@code $PGDATA},
 * {@code --datadir}; {@code $HOME/data}: a directory below it; {@code $KAFKA_LOG_DIRS,}: a list, where each item may be
 * written {@code path=…}; {@code behind:server}: all words behind that one which are paths or URLs.
 */
record Mover(String name, boolean isVariable, boolean isList, String below) {

    private static final String BEHIND = "behind:";

    private static final int MOST_DIRECTORIES = 64;

    static Mover parse(String word) {
        boolean isList = word.endsWith(",");
        String rest = isList ? word.substring(0, word.length() - 1) : word;
        boolean isVariable = rest.startsWith("$");
        int slash = rest.indexOf('/');
        String name = rest.substring(isVariable ? 1 : 0, slash < 0 ? rest.length() : slash);
        return new Mover(name, isVariable, isList, slash < 0 ? "" : rest.substring(slash));
    }

    /** What it is set to. */
    Reading in(Launch launch) {
        if (name.startsWith(BEHIND)) {
            List<String> paths = pathsBehind(launch);
            return paths.isEmpty() ? Reading.ABSENT : Reading.of(String.join(",", paths));
        }
        Reading reading = isVariable ? launch.variable(name) : launch.option(name);
        return reading.isWritten() && reading.text().isEmpty() ? Reading.ABSENT : reading;
    }

    /** The directories that a value names. */
    List<String> directories(String value) {
        if (!isList && !name.startsWith(BEHIND)) {
            return List.of(value + below);
        }
        List<String> directories = new ArrayList<>(1);
        for (String item : split(value)) {
            String path = pathOf(item);
            if (!path.isEmpty()) {
                addExpanded(path + below, directories);
            }
        }
        return directories;
    }

    private List<String> pathsBehind(Launch launch) {
        List<String> paths = new ArrayList<>(1);
        for (String word : launch.wordsBehind(name.substring(BEHIND.length()))) {
            if (word.startsWith("/") || word.contains("://")) {
                paths.add(word);
            }
        }
        return paths;
    }

    private static String pathOf(String item) {
        int scheme = item.indexOf("://");
        if (scheme >= 0) {
            int slash = item.indexOf('/', scheme + 3);
            return slash < 0 ? "" : item.substring(slash);
        }
        int equals = item.indexOf('=');
        if (equals < 0) {
            return item;
        }
        return item.startsWith("path=") ? item.substring(equals + 1) : "";
    }

    /** {@code /data{1...3}} stands for three directories. */
    private static void addExpanded(String path, List<String> out) {
        int open = path.indexOf('{');
        int dots = path.indexOf("...", open + 1);
        int close = path.indexOf('}', dots + 1);
        if (open < 0 || dots < 0 || close < 0) {
            out.add(path);
            return;
        }
        try {
            int first = Integer.parseInt(path.substring(open + 1, dots));
            int last = Integer.parseInt(path.substring(dots + 3, close));
            for (int i = first; i <= last && out.size() < MOST_DIRECTORIES; i++) {
                addExpanded(path.substring(0, open) + i + path.substring(close + 1), out);
            }
        } catch (NumberFormatException e) {
            out.add(path.substring(0, open) + Reading.HOLE + path.substring(close + 1));
        }
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>(2);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',' || text.charAt(i) == ' ') {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
