package dev.stslint.cli;

import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads every command line: finds the command, leaves the rest to picocli, and says what is wrong in words of our own. */
final class PicocliReader {

    static final String HELP = "help";

    private PicocliReader() {}

    /** Reads a command line; the first word that is no option may name the command, else it is {@code lint}. */
    static CommandLineWords read(List<String> arguments) throws UsageException {
        int first = firstOperand(arguments);
        if (first < 0) {
            return parse(Command.LINT, false, arguments);
        }
        List<String> rest = new ArrayList<>(arguments);
        String word = rest.remove(first);
        Optional<Command> command = Command.find(word);
        if (command.isPresent()) {
            return parse(command.get(), true, rest);
        }
        return word.equals(HELP) ? help(rest) : parse(Command.LINT, false, arguments);
    }

    /** {@code help}, {@code help COMMAND}. */
    private static CommandLineWords help(List<String> rest) throws UsageException {
        Command command = Command.LINT;
        if (!rest.isEmpty()) {
            String word = rest.get(0);
            command = Command.find(word)
                    .orElseThrow(() -> new UsageException(
                            Command.LINT,
                            "there is no command `" + word + "`"
                                    + Command.nearest(word).question()));
        }
        CommandLineWords words = CommandLineWords.of(command, !rest.isEmpty(), List.of());
        words.values().put(Option.HELP, List.of());
        return words;
    }

    private static int firstOperand(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                return -1;
            }
            if (argument.length() < 2 || argument.charAt(0) != '-') {
                return i;
            }
            if (takesNextWord(argument)) {
                i++;
            }
        }
        return -1;
    }

    private static boolean takesNextWord(String argument) {
        for (Option option : Option.values()) {
            if (!option.isFlag() && !option.hasOptionalValue() && option.isCalled(argument)) {
                return true;
            }
        }
        return false;
    }

    private static CommandLineWords parse(Command command, boolean named, List<String> arguments)
            throws UsageException {
        rejectValueOfFlag(command, named, arguments);
        CommandLine parser = new CommandLine(named ? PicocliModel.of(command) : PicocliModel.ofProgram());
        parser.setExpandAtFiles(false);
        parser.setOverwrittenOptionsAllowed(true);
        ParseResult result;
        try {
            result = parser.parseArgs(attached(arguments));
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(
                    command, unmatched(command, named, e.getUnmatched().get(0)));
        } catch (MissingParameterException e) {
            throw new UsageException(command, missing(command, e.getMissing()));
        } catch (ParameterException e) {
            throw new UsageException(command, String.valueOf(e.getMessage()));
        }
        CommandLineWords words = CommandLineWords.of(command, named, operands(result));
        for (Option option : PicocliModel.options(command, named)) {
            if (result.hasMatchedOption(option.longName())) {
                OptionSpec matched = result.matchedOption(option.longName());
                words.values().put(option, option.isFlag() ? List.of() : List.copyOf(matched.stringValues()));
            }
        }
        return words;
    }

    /** Picocli complains about these too, but does not say which option it means. */
    private static void rejectValueOfFlag(Command command, boolean named, List<String> arguments)
            throws UsageException {
        for (String argument : arguments) {
            if (argument.equals("--")) {
                return;
            }
            for (Option option : PicocliModel.options(command, named)) {
                if (option.isFlag() && argument.startsWith(option.longName() + "=")) {
                    throw new UsageException(command, "`" + option.longName() + "` takes no value");
                }
                if (option.hasOptionalValue() && argument.equals(option.longName() + "=")) {
                    throw new UsageException(
                            command, "`" + argument + "` lacks a value; leave out the `=`, or write one");
                }
            }
        }
    }

    /** An option whose value can be left out does not take the next word, as picocli would have it. */
    private static String[] attached(List<String> arguments) {
        String[] words = arguments.toArray(new String[0]);
        for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
            for (Option option : Option.values()) {
                if (option.hasOptionalValue() && option.isCalled(words[i])) {
                    words[i] += "=";
                }
            }
        }
        return words;
    }

    private static List<String> operands(ParseResult result) {
        return result.hasMatchedPositional(0)
                ? List.copyOf(result.matchedPositional(0).stringValues())
                : List.of();
    }

    private static String unmatched(Command command, boolean named, String argument) {
        if (argument.length() < 2 || argument.charAt(0) != '-') {
            return "`" + command.id() + "` does not know what to do with `" + argument + "`";
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> known = new ArrayList<>();
        for (Option option : PicocliModel.options(command, named)) {
            known.add(option.longName());
        }
        return "there is no option `" + name + "`"
                + NearestNames.of(name, known).question();
    }

    private static String missing(Command command, List<ArgSpec> missing) {
        for (ArgSpec argument : missing) {
            if (argument instanceof OptionSpec option) {
                return "`" + option.longestName() + "` needs a value: " + option.paramLabel();
            }
        }
        return "`" + command.id() + "` needs a " + command.operand().label();
    }
}
