package dev.stslint.maven;

import java.util.Map;

/** What the engine says of the command, as it is said of goals. */
final class GoalWords {

    static final Map<String, String> BY_COMMAND = Map.of(
            "`stslint rules`", "`mvn stslint:explain`",
            "`stslint baseline`", "`mvn stslint:baseline`",
            "`--render helm`", "`-Dstslint.render=helm`",
            "`--values`", "`-Dstslint.values`",
            ", or pipe them in: `helm template . | stslint lint -`", "");

    private GoalWords() {}

    static String in(String text) {
        String said = text;
        for (Map.Entry<String, String> words : BY_COMMAND.entrySet()) {
            said = said.replace(words.getKey(), words.getValue());
        }
        return said;
    }
}
