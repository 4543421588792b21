package dev.stslint.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line taken apart, its values still text.
 *
 * @param named whether the command was named, or is the default
 * @param values of each option that was given, in order; a flag has none
 * @param operands what is no option, in order
 */
record CommandLineWords(Command command, boolean named, Map<Option, List<String>> values, List<String> operands) {

    static CommandLineWords of(Command command, boolean named, List<String> operands) {
        return new CommandLineWords(command, named, new HashMap<>(), operands);
    }

    boolean has(Option option) {
        return values.containsKey(option);
    }

    /** All values of an option; none when it was not given. */
    List<String> all(Option option) {
        return values.getOrDefault(option, List.of());
    }

    /** The last value of an option, or what it is by default. */
    String last(Option option, String fallback) {
        List<String> given = all(option);
        return given.isEmpty() ? fallback : given.get(given.size() - 1);
    }
}
