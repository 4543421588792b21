package dev.stslint.kube;

import java.util.Locale;

/**
 * Something to look for in a container, as the image table writes it:
 *
 * <ul>
 *   <li>{@code $NAME}: a variable is set; {@code $NAME=text} or {@code $NAME!=text}: to that value, or to another one
 *   <li>{@code --option} or any other word of the command line; with {@code =} and {@code !=} its value
 *   <li>{@code ~text}: the command line holds that text
 *   <li>{@code /path}: something is mounted there or below
 * </ul>
 *
 * <p>Names and values may hold {@code *}.
 */
record Sign(Kind kind, String name, Test test, String value) {

    enum Kind {
        VARIABLE,
        WORD,
        TEXT,
        MOUNT
    }

    /** What is asked about the value. */
    enum Test {
        ANY,
        EQUAL,
        OTHER
    }

    /** Whether the sign is there; {@code MAYBE} where the manifest does not show all of what it depends on. */
    enum Sighting {
        NO,
        MAYBE,
        YES
    }

    static Sign parse(String word) {
        char first = word.charAt(0);
        if (first == '/') {
            return new Sign(Kind.MOUNT, word, Test.ANY, "");
        }
        if (first == '~') {
            return new Sign(Kind.TEXT, word.substring(1).toLowerCase(Locale.ROOT), Test.ANY, "");
        }
        Kind kind = first == '$' ? Kind.VARIABLE : Kind.WORD;
        String rest = first == '$' ? word.substring(1) : word;
        int equals = rest.indexOf('=');
        if (equals < 0) {
            return new Sign(kind, rest, Test.ANY, "");
        }
        boolean negated = rest.charAt(equals - 1) == '!';
        String name = rest.substring(0, negated ? equals - 1 : equals);
        return new Sign(kind, name, negated ? Test.OTHER : Test.EQUAL, rest.substring(equals + 1));
    }

    /** @param isOpaque whether the command line may go on in a script or a file */
    Sighting in(Launch launch, boolean isOpaque) {
        return switch (kind) {
            case MOUNT -> launch.hasMountAt(name) ? Sighting.YES : Sighting.NO;
            case TEXT -> sighting(launch.says(name), isOpaque);
            case VARIABLE -> variableIn(launch);
            case WORD -> test == Test.ANY && launch.hasWord(name) ? Sighting.YES : judge(launch.option(name), isOpaque);
        };
    }

    /** Whether a text, as a script or a configuration file, holds it. */
    boolean isIn(String lowerCaseText) {
        if (kind == Kind.TEXT) {
            return lowerCaseText.contains(name);
        }
        int start = 0;
        while (start < name.length() && name.charAt(start) == '-') {
            start++;
        }
        return kind == Kind.WORD
                && test != Test.OTHER
                && name.indexOf('*') < 0
                && lowerCaseText.contains(name.substring(start).toLowerCase(Locale.ROOT));
    }

    private Sighting variableIn(Launch launch) {
        if (name.indexOf('*') >= 0) {
            return sighting(launch.hasVariable(name), launch.hasUnseenVariables());
        }
        return judge(launch.variable(name), false);
    }

    private Sighting judge(Reading reading, boolean isOpaque) {
        return switch (reading.state()) {
            case ABSENT -> sighting(false, isOpaque);
            case POSSIBLE -> Sighting.MAYBE;
            case HIDDEN -> test == Test.ANY ? Sighting.YES : Sighting.MAYBE;
            case WRITTEN -> test == Test.ANY ? Sighting.YES : compare(reading.text());
        };
    }

    private Sighting compare(String text) {
        if (text.indexOf(Reading.HOLE) >= 0) {
            return Sighting.MAYBE;
        }
        return sighting(Glob.matches(value, text) == (test == Test.EQUAL), false);
    }

    private static Sighting sighting(boolean isSeen, boolean isOpaque) {
        return isSeen ? Sighting.YES : isOpaque ? Sighting.MAYBE : Sighting.NO;
    }
}
