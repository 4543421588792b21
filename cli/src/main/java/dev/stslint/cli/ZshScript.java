package dev.stslint.cli;

import dev.stslint.rule.RuleMetadata;
import java.util.List;

/** Completion for zsh, to be sourced or to lie in {@code fpath} as {@code _stslint}. */
final class ZshScript {

    private final List<RuleMetadata> rules;
    private final StringBuilder script = new StringBuilder();

    ZshScript(List<RuleMetadata> rules) {
        this.rules = rules;
    }

    String text() {
        script.append("#compdef stslint\n\n");
        addStart();
        script.append("_stslint() {\n");
        script.append("  local word command\n");
        script.append("  for word in ${words[2,CURRENT-1]}; do\n");
        script.append("    case $word in (").append(ids()).append(") command=$word; break ;; esac\n");
        script.append("  done\n");
        script.append("  case $command in\n");
        for (Command command : Command.values()) {
            script.append("  (").append(command.id()).append(")\n");
            addArguments(
                    command.options(),
                    action(command.operand().label(), command.operand().candidates()));
        }
        script.append("  (*)\n");
        addArguments(PicocliModel.options(Command.LINT, false), ": :_stslint_start");
        script.append("  esac\n");
        script.append("}\n\n");
        script.append("if [[ $funcstack[1] == _stslint ]]; then\n");
        script.append("  _stslint \"$@\"\n");
        script.append("else\n");
        script.append("  compdef _stslint stslint\n");
        script.append("fi\n");
        return script.toString();
    }

    private static String ids() {
        StringBuilder ids = new StringBuilder();
        for (Command command : Command.values()) {
            ids.append(ids.isEmpty() ? "" : "|").append(command.id());
        }
        return ids.toString();
    }

    /** Where no command stands yet, there may be one, or a path. */
    private void addStart() {
        script.append("_stslint_start() {\n");
        script.append("  local -a commands=(\n");
        for (Command command : Command.values()) {
            String described = command.id() + ":" + escaped(command.summary(), ":");
            script.append("    ").append(quoted(described)).append('\n');
        }
        script.append("  )\n");
        script.append("  _describe command commands\n");
        script.append("  _files\n");
        script.append("}\n\n");
    }

    private void addArguments(List<Option> options, String operand) {
        script.append("    _arguments");
        for (Option option : options) {
            for (String name : option.names()) {
                script.append(" \\\n      ").append(quoted(argument(option, name)));
            }
        }
        script.append(" \\\n      ").append(quoted("*" + operand)).append("\n    ;;\n");
    }

    private String argument(Option option, String name) {
        String described = "[" + escaped(option.description(), "[]:") + "]";
        if (option.isFlag()) {
            return name + described;
        }
        if (option.hasOptionalValue()) {
            return name + "=-" + described + ":" + action("REF", option.candidates());
        }
        return "*" + name + (name.startsWith("--") ? "=" : "+") + described
                + action(option.value(), option.candidates());
    }

    private String action(String label, Candidates candidates) {
        String words = String.join(" ", candidates.words(rules));
        String values = words.isEmpty() ? " " : "(" + words + ")";
        return ":" + escaped(label, ":") + ":" + (candidates == Candidates.FILES ? "_files" : values);
    }

    private static String escaped(String text, String special) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
