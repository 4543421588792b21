package dev.stslint.cli;

import dev.stslint.rule.RuleMetadata;
import java.util.List;

/** Completion for fish: one line for each option of each command. */
final class FishScript {

    private final List<RuleMetadata> rules;
    private final StringBuilder script = new StringBuilder("# fish completion for stslint\n");

    FishScript(List<RuleMetadata> rules) {
        this.rules = rules;
    }

    String text() {
        StringBuilder names = new StringBuilder();
        for (Command command : Command.values()) {
            names.append(' ').append(command.id());
        }
        String unnamed = "not __fish_seen_subcommand_from" + names;
        for (Command command : Command.values()) {
            start(unnamed).append(" -a ").append(quoted(command.id()));
            script.append(" -d ").append(quoted(command.summary())).append('\n');
        }
        for (Option option : PicocliModel.options(Command.LINT, false)) {
            add(unnamed, option);
        }
        for (Command command : Command.values()) {
            String named = "__fish_seen_subcommand_from " + command.id();
            for (Option option : command.options()) {
                add(named, option);
            }
            Operand operand = command.operand();
            if (operand.candidates() != Candidates.FILES) {
                start(named).append(" -f");
                addWords(operand.candidates());
                script.append('\n');
            }
        }
        return script.toString();
    }

    private void add(String condition, Option option) {
        start(condition);
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (!option.isFlag() && !option.hasOptionalValue()) {
            script.append(option.candidates() == Candidates.FILES ? " -r" : " -x");
            addWords(option.candidates());
        }
        script.append(" -d ").append(quoted(option.description())).append('\n');
    }

    private StringBuilder start(String condition) {
        return script.append("complete -c stslint -n ").append(quoted(condition));
    }

    private void addWords(Candidates candidates) {
        List<String> words = candidates.words(rules);
        if (!words.isEmpty()) {
            script.append(" -a ").append(quoted(String.join(" ", words)));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
