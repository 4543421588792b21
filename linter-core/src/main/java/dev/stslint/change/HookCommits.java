package dev.stslint.change;

import java.util.Map;

/**
 * The commits that <a href="https://pre-commit.com/#pre-commit-during-push">pre-commit</a> tells the hooks that it runs over
 * something else than what is staged: for a push, and where a user names them.
 */
public final class HookCommits {

    /** What git's hooks call the commit before all others. */
    private static final String BEFORE_ALL = "0".repeat(40);

    private HookCommits() {}

    /**
     * What there is to compare, for {@link Change#of}; empty for what is staged.
     *
     * @param variables of the environment
     */
    public static String in(Map<String, String> variables) {
        String from = variables.getOrDefault("PRE_COMMIT_FROM_REF", "");
        String to = variables.getOrDefault("PRE_COMMIT_TO_REF", "");
        if (!from.isEmpty() && !to.isEmpty()) {
            return from + "..." + to;
        }
        // It names none when all of a history is pushed.
        String pushed = variables.getOrDefault("PRE_COMMIT_LOCAL_BRANCH", "");
        return pushed.isEmpty() ? "" : BEFORE_ALL + "..." + pushed;
    }
}
