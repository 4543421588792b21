package dev.stslint.rules.secrets;

import dev.stslint.secret.Assignment;
import dev.stslint.secret.ConfigText;
import dev.stslint.secret.Placeholder;
import dev.stslint.secret.PlainWords;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.TokenShape;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A secret in a value that has a name: a variable, a key of a ConfigMap or Secret.
 *
 * @param exposure how far it is one
 * @param kind why
 * @param noun what it is, as {@code password} or {@code GitHub token}
 * @param setting the sensitive name within the value, as {@code db.password}; empty when the value's own name tells
 * @param span where it stands in the value
 * @param plain whether these are {@link PlainWords}, which are hidden and, outside of Secrets, not told of
 */
record Exposed(Exposure exposure, SensitiveName kind, String noun, String setting, Span span, boolean plain)
        implements Comparable<Exposed> {

    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_MESSAGE = 100;

    /** By the first character. */
    @Override
    public int compareTo(Exposed other) {
        return Integer.compare(span.start(), other.span.start());
    }

    /**
     * All that stand in a value, in order and without overlap.
     *
     * @param name of the value
     */
    static List<Exposed> in(String name, String value) {
        ConfigText text = ConfigText.of(name, value);
        List<Exposed> found = new ArrayList<>(0);
        for (TokenShape.Match token : text.tokens()) {
            found.add(new Exposed(
                    Exposure.TOKEN, SensitiveName.TOKEN, token.shape().title(), "", token.span(), false));
        }
        int tokens = found.size();
        Optional<SensitiveName> kind = SensitiveName.of(name);
        boolean isSecret = kind.isPresent() && kind.get() != SensitiveName.CONNECTION;
        if (!isSecret || isStructured(value)) {
            for (Assignment setting : text.assignments()) {
                String written =
                        value.substring(setting.value().start(), setting.value().end());
                Exposure exposure = Exposure.of(setting.kind(), setting.name(), written);
                if (exposure != Exposure.NONE) {
                    boolean plain = PlainWords.are(setting.kind(), setting.name(), name, written);
                    add(
                            new Exposed(
                                    exposure,
                                    setting.kind(),
                                    setting.kind().noun(),
                                    setting.name(),
                                    setting.value(),
                                    plain),
                            tokens,
                            found);
                }
            }
        }
        if (isSecret
                && (!isStructured(value)
                        || (found.isEmpty() && (isOpaque(name, kind.get(), value) || isRegistryLogin(name, value))))) {
            Exposure exposure = Exposure.of(kind.get(), name, value);
            if (exposure != Exposure.NONE) {
                boolean plain = PlainWords.are(kind.get(), name, "", value.strip());
                add(new Exposed(exposure, kind.get(), kind.get().noun(), "", stripped(value), plain), tokens, found);
            }
        }
        Collections.sort(found);
        return List.copyOf(found);
    }

    /** Whether a value holds values of its own, so that it cannot be a secret as a whole. */
    private static boolean isStructured(String value) {
        String text = value.strip();
        boolean braces = text.startsWith("{") && text.endsWith("}") && text.indexOf(':') > 0 && !text.startsWith("{{");
        boolean tags = text.startsWith("<") && text.endsWith(">") && text.indexOf("</") > 0;
        return braces || tags || (text.startsWith("[") && text.indexOf('"') > 0) || text.indexOf('\n') >= 0;
    }

    /** Several lines in which nothing is named, under a name that is no configuration file's: a key, a list of passwords. */
    private static boolean isOpaque(String name, SensitiveName kind, String value) {
        return (kind == SensitiveName.PRIVATE_KEY || name.indexOf('.') < 0)
                && value.strip().indexOf('\n') > 0
                && Placeholder.of(value) == Placeholder.LITERAL;
    }

    /** What {@code docker login} leaves behind: a user and a password for each registry, in base64. */
    private static boolean isRegistryLogin(String name, String value) {
        return (name.endsWith("dockerconfigjson") || name.endsWith("dockercfg")) && value.contains("\"auth\"");
    }

    /** A name as messages show it: not at any length. */
    static String shown(String name) {
        return "`" + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name) + "`";
    }

    /** A variable by its name, as far as it has one. */
    static String variable(String name) {
        return name.isEmpty() ? "a variable" : shown(name);
    }

    /**
     * {@code literal password in `app.ini` of ConfigMap `shop`: `db.password`}: as much of it as one line holds.
     *
     * @param phrase what stands there
     * @param value what it stands in
     * @param owner whose value that is, with what joins the two; may be empty
     * @param setting what is sensitive in the value; may be empty
     */
    static String message(String phrase, String value, String owner, String setting) {
        String start = phrase + " in " + value;
        String end = setting.isEmpty() ? "" : ": " + shown(setting);
        for (String message : List.of(start + owner + end, start + end, start + owner)) {
            if (message.length() <= LONGEST_MESSAGE) {
                return message;
            }
        }
        return start;
    }

    /** {@code literal password}, {@code placeholder credential}, {@code GitHub token}. */
    String phrase() {
        return exposure.phrase(noun);
    }

    /** What a token shape covers is told once. */
    private static void add(Exposed exposed, int tokens, List<Exposed> found) {
        if (exposed.span.isEmpty()) {
            return;
        }
        for (int i = 0; i < tokens; i++) {
            if (found.get(i).span.touches(exposed.span)) {
                return;
            }
        }
        found.add(exposed);
    }

    private static Span stripped(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && value.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }
}
