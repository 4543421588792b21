package dev.stslint.cli;

import dev.stslint.lint.LintException;
import dev.stslint.lint.OptionValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the user says about colors. */
enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    private final String id = name().toLowerCase(Locale.ROOT);

    String id() {
        return id;
    }

    static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (ColorChoice choice : values()) {
            ids.add(choice.id);
        }
        return ids;
    }

    static ColorChoice parse(String text) throws LintException {
        for (ColorChoice choice : values()) {
            if (choice.id.equals(text)) {
                return choice;
            }
        }
        throw OptionValues.unknown("color choice", text, ids());
    }

    /** Whether to color what goes to a terminal, or not to one. */
    boolean isOn(Environment environment, boolean terminal) {
        return this == ALWAYS || (this == AUTO && environment.wantsColors(terminal));
    }
}
