package dev.stslint.kube;

/**
 * What a manifest lets see of a variable or an option.
 *
 * @param text its value where it is {@link State#WRITTEN}; a {@link #HOLE} stands for each part that is not seen
 */
record Reading(State state, String text) {

    enum State {
        ABSENT,
        /** Not written, but set perhaps where the manifest does not show it: by {@code envFrom}, a script, a file. */
        POSSIBLE,
        /** Set to something that the manifest does not show. */
        HIDDEN,
        WRITTEN
    }

    /** Stands in a text for what only the running container knows. */
    static final char HOLE = '\0';

    static final Reading ABSENT = new Reading(State.ABSENT, "");
    static final Reading POSSIBLE = new Reading(State.POSSIBLE, "");
    static final Reading HIDDEN = new Reading(State.HIDDEN, "");

    static Reading of(String text) {
        return text.length() == 1 && text.charAt(0) == HOLE ? HIDDEN : new Reading(State.WRITTEN, text);
    }

    boolean isAbsent() {
        return state == State.ABSENT;
    }

    boolean isPossible() {
        return state == State.POSSIBLE;
    }

    boolean isWritten() {
        return state == State.WRITTEN;
    }
}
