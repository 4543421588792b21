package dev.stslint.kube;

import dev.stslint.source.WordSearch;
import java.util.Arrays;

/**
 * Signs that the replicas of a program know each other: they find their peers, elect a leader, share work out. Such a
 * program may tell itself apart by its host name, which only the program knows.
 */
final class Coordination {

    /** Words of options, variables, ports and configuration files. */
    private static final String[] WORDS = {
        "leader-elect",
        "leader_elect",
        "leader.elect",
        "leaderelect",
        "election-id",
        "election_id",
        "shard",
        "gossip",
        "memberlist",
        "jgroups",
        "hazelcast",
        "raft",
        "quorum",
        "peers",
        "peer-",
        "peer_",
        "dnssrv+"
    };

    /** Words in the names of images and programs that do so without being told. */
    private static final String[] PROGRAMS = {"keycloak", "sentinel"};

    private static final WordSearch SEARCH = WordSearch.forAny(WORDS);

    private Coordination() {}

    /** A search for its words and for others. */
    static WordSearch searchAlsoFor(String... others) {
        String[] all = Arrays.copyOf(WORDS, WORDS.length + others.length);
        System.arraycopy(others, 0, all, WORDS.length, others.length);
        return WordSearch.forAny(all);
    }

    /** Whether a container speaks of it in its image's name, its command line, its variables or its ports' names. */
    static boolean isSpokenOfIn(Container container) {
        String image = container.image().isPresent() ? container.image().get().name() : "";
        for (String program : PROGRAMS) {
            if (image.contains(program) || isIn(container.commandLine(), program)) {
                return true;
            }
        }
        for (Field<String> word : container.commandLine()) {
            if (isSpokenOfIn(word.or(""))) {
                return true;
            }
        }
        for (EnvVar variable : container.environment()) {
            if (isSpokenOfIn(variable.name().or(""))
                    || isSpokenOfIn(variable.value().or(""))) {
                return true;
            }
        }
        for (Fields port : container.ports()) {
            if (isSpokenOfIn(port.text("name").or(""))) {
                return true;
            }
        }
        return isSpokenOfIn(image);
    }

    /** Whether a text speaks of it: a word counts where it begins, so that {@code draft} is no {@code raft}. */
    static boolean isSpokenOfIn(String text) {
        if (!SEARCH.mayBeIn(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) && isBeginning(text, i) && isWordAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordAt(String text, int at) {
        char first = Character.toLowerCase(text.charAt(at));
        for (String word : WORDS) {
            if (word.charAt(0) == first && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word begins there: behind no letter, or with the capital of {@code enableLeaderElection}. */
    private static boolean isBeginning(String text, int at) {
        if (at == 0 || !Character.isLetter(text.charAt(at - 1))) {
            return true;
        }
        return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
    }

    private static boolean isIn(Iterable<Field<String>> line, String program) {
        for (Field<String> word : line) {
            if (word.or("").contains(program)) {
                return true;
            }
        }
        return false;
    }
}
