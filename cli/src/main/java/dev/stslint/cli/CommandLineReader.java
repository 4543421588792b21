package dev.stslint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes command lines apart. The everyday ones, {@code lint} with its options and paths as help shows them, are read here;
 * whatever is not plain is left to picocli, whose classes alone cost more time than a small file does.
 */
final class CommandLineReader {

    private final List<String> arguments;
    private final Map<Option, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();
    private boolean named;
    private int next;

    private CommandLineReader(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Reads a command line; the first word that is no option may name the command, else it is {@code lint}. */
    static CommandLineWords read(List<String> arguments) throws UsageException {
        CommandLineWords words = readPlain(arguments);
        return words == null ? PicocliReader.read(arguments) : words;
    }

    /** The words of a plain line that lints; null for a line that is for picocli to judge. */
    static @Nullable CommandLineWords readPlain(List<String> arguments) {
        CommandLineReader reader = new CommandLineReader(arguments);
        while (reader.next < arguments.size()) {
            String word = arguments.get(reader.next++);
            if (!(isOperand(word) ? reader.takeOperand(word) : reader.takeOption(word))) {
                return null;
            }
        }
        return new CommandLineWords(Command.LINT, reader.named, reader.values, reader.operands);
    }

    /** Whether nobody could take it for an option; {@code -} is standard input. */
    private static boolean isOperand(String word) {
        return word.equals("-") || (!word.isEmpty() && word.charAt(0) != '-');
    }

    private boolean takeOperand(String word) {
        if (named || !operands.isEmpty()) {
            operands.add(word);
            return true;
        }
        if (word.equals(Command.LINT.id())) {
            named = true;
            return true;
        }
        operands.add(word);
        return !word.equals(PicocliReader.HELP) && Command.find(word).isEmpty();
    }

    private boolean takeOption(String word) {
        int equals = word.indexOf('=');
        Option option = find(equals < 0 ? word : word.substring(0, equals));
        if (option == null) {
            return false;
        }
        if (option.isFlag()) {
            values.put(option, List.of());
            return equals < 0;
        }
        boolean isBare = equals < 0 && option.hasOptionalValue();
        String value = isBare ? "" : equals < 0 ? nextWord() : word.substring(equals + 1);
        List<String> given = values.get(option);
        if (given == null) {
            given = new ArrayList<>(1);
            values.put(option, given);
        }
        given.add(value);
        return isBare || (!value.isEmpty() && value.charAt(0) != '-');
    }

    private String nextWord() {
        return next < arguments.size() ? arguments.get(next++) : "";
    }

    private static @Nullable Option find(String name) {
        for (Option option : Command.LINT.options()) {
            if (option != Option.HELP && option.isCalled(name)) {
                return option;
            }
        }
        return null;
    }
}
