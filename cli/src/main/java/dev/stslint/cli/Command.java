package dev.stslint.cli;

import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands. */
enum Command {
    LINT(
            "lint",
            "check manifests; the default command",
            Operand.PATHS,
            Option.FORMAT,
            Option.FAIL_ON,
            Option.PROFILE,
            Option.SELECT,
            Option.IGNORE,
            Option.SEVERITY,
            Option.KUBERNETES,
            Option.NAMESPACE,
            Option.CONTEXT,
            Option.SCHEMA,
            Option.CHANGED,
            Option.PARTIAL,
            Option.CONFIG,
            Option.NO_CONFIG,
            Option.BASELINE,
            Option.RENDER,
            Option.VALUES,
            Option.WATCH,
            Option.STDIN_NAME,
            Option.JOBS,
            Option.QUIET,
            Option.VERBOSE,
            Option.STATISTICS,
            Option.COLOR,
            Option.NO_PROGRESS,
            Option.HELP),
    FIX(
            "fix",
            "repair manifests where it is safe, or show what would change",
            Operand.PATHS,
            Option.UNSAFE,
            Option.RULE,
            Option.SELECT,
            Option.DIFF,
            Option.FAIL_ON,
            Option.PROFILE,
            Option.IGNORE,
            Option.SEVERITY,
            Option.KUBERNETES,
            Option.NAMESPACE,
            Option.CONTEXT,
            Option.SCHEMA,
            Option.CHANGED,
            Option.PARTIAL,
            Option.CONFIG,
            Option.NO_CONFIG,
            Option.RENDER,
            Option.VALUES,
            Option.STDIN_NAME,
            Option.JOBS,
            Option.QUIET,
            Option.COLOR,
            Option.NO_PROGRESS,
            Option.HELP),
    BASELINE(
            "baseline",
            "write down what is found today, to be set aside from now on",
            Operand.PATHS,
            Option.NEW_BASELINE,
            Option.PROFILE,
            Option.SELECT,
            Option.IGNORE,
            Option.SEVERITY,
            Option.KUBERNETES,
            Option.NAMESPACE,
            Option.CONTEXT,
            Option.SCHEMA,
            Option.PARTIAL,
            Option.CONFIG,
            Option.NO_CONFIG,
            Option.RENDER,
            Option.VALUES,
            Option.STDIN_NAME,
            Option.JOBS,
            Option.QUIET,
            Option.HELP),
    EXPLAIN("explain", "what a rule checks, why, and what to do instead", Operand.RULE, Option.COLOR, Option.HELP),
    RULES("rules", "table of everything that can be found", Operand.NONE, Option.TABLE_FORMAT, Option.HELP),
    CONFIG(
            "config",
            "what is in force, and where it is said",
            Operand.PATHS,
            Option.FAIL_ON,
            Option.PROFILE,
            Option.SELECT,
            Option.IGNORE,
            Option.SEVERITY,
            Option.KUBERNETES,
            Option.RENDER,
            Option.VALUES,
            Option.CONFIG,
            Option.NO_CONFIG,
            Option.HELP),
    COMPLETION("completion", "script that completes commands and options in a shell", Operand.SHELL, Option.HELP);

    private final String id;
    private final String summary;
    private final Operand operand;
    private final List<Option> options;

    Command(String id, String summary, Operand operand, Option... options) {
        this.id = id;
        this.summary = summary;
        this.operand = operand;
        this.options = List.of(options);
    }

    String id() {
        return id;
    }

    String summary() {
        return summary;
    }

    Operand operand() {
        return operand;
    }

    List<Option> options() {
        return options;
    }

    static Optional<Command> find(String id) {
        for (Command command : values()) {
            if (command.id.equals(id)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** The commands that may have been meant by a word. */
    static NearestNames nearest(String word) {
        List<String> ids = new ArrayList<>();
        for (Command command : values()) {
            ids.add(command.id);
        }
        return NearestNames.of(word, ids);
    }
}
