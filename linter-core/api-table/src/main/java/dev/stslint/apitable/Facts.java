package dev.stslint.apitable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the published schema lacks, as {@code facts.txt} writes it; the head of that file is its grammar. */
public final class Facts {

    /** What a fact is about: the first word of its line. */
    public enum Verb {
        ENUM("enum", 3),
        RANGE("range", 3),
        UNIQUE("unique", 3),
        ONE_OF("one-of", 2),
        AT_MOST_ONE("at-most-one", 2),
        FORMAT("format", 3),
        NAME("name", 2),
        OPTIONAL("optional", 2),
        REMOVED("removed", 5);

        private final String word;
        private final int words;

        Verb(String word, int words) {
            this.word = word;
            this.words = words;
        }

        /** The word in both tables. */
        public String word() {
            return word;
        }
    }

    /**
     * A line.
     *
     * @param words those behind the verb
     * @param source where it was read
     */
    public record Fact(Verb verb, List<String> words, String source) {

        /** Whether the newest client's description is the source. */
        public boolean isDescribed() {
            return source.startsWith("described");
        }

        /** Whether it is about a type, or with a field name about that field of it. */
        public boolean isAbout(String type, String field) {
            return words.size() > 1 && holds(words.get(0), type) && holds(words.get(1), field);
        }

        public boolean isAbout(String type) {
            return holds(words.get(0), type);
        }

        private static boolean holds(String list, String name) {
            return Arrays.asList(list.split(",", -1)).contains(name);
        }
    }

    private final List<Fact> facts;

    private Facts(List<Fact> facts) {
        this.facts = List.copyOf(facts);
    }

    /**
     * Reads a file of facts.
     *
     * @throws IllegalArgumentException for a line that does not follow the grammar
     */
    public static Facts read(Path file) throws IOException {
        List<Fact> facts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                facts.add(parse(line));
            }
        }
        return new Facts(facts);
    }

    private static Fact parse(String line) {
        int bracket = line.indexOf(" [");
        List<String> words = bracket < 0 || !line.endsWith("]")
                ? List.of()
                : List.of(line.substring(0, bracket).split(" "));
        for (Verb verb : Verb.values()) {
            if (!words.isEmpty() && verb.word.equals(words.get(0)) && words.size() == verb.words + 1) {
                String source = line.substring(bracket + 2, line.length() - 1);
                return new Fact(verb, words.subList(1, words.size()), source);
            }
        }
        throw new IllegalArgumentException("not a fact: " + line);
    }

    public List<Fact> all() {
        return facts;
    }

    public List<Fact> of(Verb verb) {
        return facts.stream().filter(fact -> fact.verb() == verb).toList();
    }
}
