package dev.stslint.cli;

import dev.stslint.lint.LintException;
import dev.stslint.lint.OptionValues;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/** A script that teaches a shell to complete {@code stslint}. Picocli writes the one for bash. */
final class CompletionScript {

    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private CompletionScript() {}

    /** The script for a shell. */
    static String of(String shell, List<RuleMetadata> rules) throws LintException {
        return switch (shell) {
            case "bash" -> PicocliModel.bashCompletion(rules);
            case "zsh" -> new ZshScript(rules).text();
            case "fish" -> new FishScript(rules).text();
            default -> throw OptionValues.unknown("shell", shell, SHELLS);
        };
    }
}
