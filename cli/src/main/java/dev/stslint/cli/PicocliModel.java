package dev.stslint.cli;

import dev.stslint.rule.RuleMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The table of commands and options as picocli wants it: for parsing, help and completion. */
final class PicocliModel {

    static final String PROGRAM = "stslint";

    private static final String NOT_DONE =
            "the job could not be done: wrong usage, a path that does not exist, an internal error";

    /** Values stay text: what they mean is decided where all front ends ask. */
    private static final ITypeConverter<Object> AS_WRITTEN = value -> value;

    /** Commands come before options. */
    private static final List<String> PROGRAM_SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    /** A value that can be left out, apart from its option: picocli knows one separator for all. */
    private static final Pattern DETACHED =
            Pattern.compile("(--[a-z-]+(?:\\x1b\\[[0-9;]*m)*) ((?:\\x1b\\[[0-9;]*m)*\\[=[A-Z]+](?:\\x1b\\[[0-9;]*m)*)");

    private PicocliModel() {}

    /** The options of a command; those of the default command, unnamed, include the program's own. */
    static List<Option> options(Command command, boolean named) {
        List<Option> options = new ArrayList<>(command.options());
        if (!named) {
            options.add(Option.VERSION);
        }
        return options;
    }

    /** A command that was named. */
    static CommandSpec of(Command command) {
        return spec(command, true, List.of());
    }

    /** The program without a named command: the default command, and what the program itself can. */
    static CommandSpec ofProgram() {
        return spec(Command.LINT, false, List.of());
    }

    /** The help of a command. */
    static String help(Command command, int width, boolean colors) {
        CommandSpec spec = of(command);
        spec.usageMessage()
                .customSynopsis(PROGRAM + " " + command.id() + " [OPTION...]"
                        + (command.operand() == Operand.NONE
                                ? ""
                                : " " + command.operand().synopsis()))
                .description(capitalized(command.summary()) + ".");
        if (command == Command.LINT || command == Command.FIX) {
            describeStatus(spec, command == Command.FIX ? "is left" : "was found");
        } else if (command == Command.BASELINE) {
            describeStatus(spec, new TreeMap<>(Map.of("0", "the file is written", "2", NOT_DONE)));
        }
        return text(spec, width, colors);
    }

    /** The help of the program. */
    static String help(int width, boolean colors) {
        CommandSpec spec = ofProgram();
        for (Command command : Command.values()) {
            CommandSpec subcommand = of(command);
            subcommand.usageMessage().description(command.summary());
            spec.addSubcommand(command.id(), subcommand);
        }
        spec.usageMessage()
                .customSynopsis(
                        PROGRAM + " [lint] [OPTION...] " + Operand.PATHS.synopsis(),
                        "       " + PROGRAM + " COMMAND [OPTION...] ...")
                .sectionKeys(PROGRAM_SECTIONS)
                .description("Checks Kubernetes manifests of stateful workloads.")
                .optionListHeading("%nOptions of lint:%n")
                .footerHeading("%n")
                .footer("`" + PROGRAM + " COMMAND --help` has more.");
        describeStatus(spec, "was found");
        return text(spec, width, colors);
    }

    /** A completion script for bash; zsh understands it too. */
    static String bashCompletion(List<RuleMetadata> rules) {
        CommandSpec spec = spec(Command.LINT, false, rules);
        for (Command command : Command.values()) {
            spec.addSubcommand(command.id(), spec(command, true, rules));
        }
        return AutoComplete.bash(PROGRAM, new CommandLine(spec));
    }

    private static CommandSpec spec(Command command, boolean named, List<RuleMetadata> rules) {
        CommandSpec spec = CommandSpec.create().name(named ? command.id() : PROGRAM);
        for (Option option : options(command, named)) {
            spec.addOption(spec(option, rules));
        }
        if (command.operand() != Operand.NONE) {
            spec.addPositional(spec(command.operand(), rules));
        }
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false);
        return spec;
    }

    private static OptionSpec spec(Option option, List<RuleMetadata> rules) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]))
                .description(option.description())
                .usageHelp(option == Option.HELP)
                .versionHelp(option == Option.VERSION);
        // A shell would look for a value that can be left out in the next word, and complete no path there.
        if (option.isFlag() || (option.hasOptionalValue() && !rules.isEmpty())) {
            return builder.arity("0").type(boolean.class).build();
        }
        return builder.arity(option.hasOptionalValue() ? "0..1" : "1")
                .paramLabel(option.value())
                .hideParamSyntax(option.hasOptionalValue())
                .type(List.class)
                .auxiliaryTypes(type(option.candidates()))
                .converters(AS_WRITTEN)
                .completionCandidates(words(option.candidates(), rules))
                .build();
    }

    private static PositionalParamSpec spec(Operand operand, List<RuleMetadata> rules) {
        return PositionalParamSpec.builder()
                .index(operand.isRepeatable() ? "0..*" : "0")
                .required(operand.isRequired())
                .arity((operand.isRequired() ? "1" : "0") + (operand.isRepeatable() ? "..*" : ""))
                .paramLabel(operand.label())
                .type(List.class)
                .auxiliaryTypes(type(operand.candidates()))
                .converters(AS_WRITTEN)
                .description(operand.description())
                .completionCandidates(words(operand.candidates(), rules))
                .hideParamSyntax(true)
                .build();
    }

    private static @Nullable List<String> words(Candidates candidates, List<RuleMetadata> rules) {
        List<String> words = candidates.words(rules);
        return words.isEmpty() ? null : words;
    }

    /** Picocli completes file names where it sees a path. */
    private static Class<?> type(Candidates candidates) {
        return candidates == Candidates.FILES ? Path.class : String.class;
    }

    private static void describeStatus(CommandSpec spec, String what) {
        Map<String, String> statuses = new TreeMap<>();
        statuses.put("0", "nothing at or above --fail-on " + what);
        statuses.put("1", what.startsWith("is") ? "something is" : "something was");
        statuses.put("2", NOT_DONE);
        describeStatus(spec, statuses);
    }

    private static void describeStatus(CommandSpec spec, Map<String, String> statuses) {
        spec.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(statuses);
    }

    private static String text(CommandSpec spec, int width, boolean colors) {
        spec.usageMessage().width(width);
        spec.parser().separator(" ");
        String text = new CommandLine(spec).getUsageMessage(colors ? Ansi.ON : Ansi.OFF);
        return DETACHED.matcher(text).replaceAll("$1$2 ");
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
