package dev.stslint.rule;

import java.util.List;

/**
 * Something a user can set about a rule.
 *
 * @param name kebab-case
 * @param type what values it takes
 * @param fallback the value when it is not set
 * @param description one line for the rule's page
 */
public record RuleOption<T>(String name, Class<T> type, T fallback, String description) {

    public static RuleOption<Integer> integer(String name, int fallback) {
        return new RuleOption<>(name, Integer.class, fallback, "");
    }

    public static RuleOption<Boolean> flag(String name, boolean fallback) {
        return new RuleOption<>(name, Boolean.class, fallback, "");
    }

    /** A list of texts. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no Class<List<String>>; values come from our own reader
    public static RuleOption<List<String>> texts(String name, List<String> fallback) {
        return new RuleOption<>(name, (Class) List.class, fallback, "");
    }

    public RuleOption<T> describedAs(String text) {
        return new RuleOption<>(name, type, fallback, text);
    }
}
