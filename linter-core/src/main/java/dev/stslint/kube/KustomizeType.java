package dev.stslint.kube;

import dev.stslint.source.Ascii;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.List;
import java.util.Locale;

/**
 * What kustomize takes in a place of a kustomization. It reads the file into Go's types as JSON, which converts nothing: a
 * text is no number, though {@code null} is anything.
 */
final class KustomizeType {

    private enum Form {
        TEXT("a text"),
        FLAG("`true` or `false`"),
        COUNT("a whole number"),
        LIST("a list"),
        /** Of which each item has to say something. */
        FULL_LIST("a list"),
        /** Of any keys. */
        MAP("a mapping"),
        /** Of keys that are known. */
        OBJECT("a mapping"),
        ANYTHING("anything");

        private final String title;

        Form(String title) {
            this.title = title;
        }
    }

    static final KustomizeType TEXT = new KustomizeType(Form.TEXT);
    static final KustomizeType FLAG = new KustomizeType(Form.FLAG);
    static final KustomizeType COUNT = new KustomizeType(Form.COUNT);
    private static final KustomizeType ANYTHING = new KustomizeType(Form.ANYTHING);
    static final KustomizeType TEXTS = listOf(TEXT);
    static final KustomizeType FULL_TEXTS = fullListOf(TEXT);
    static final KustomizeType TEXTS_BY_NAME = mapOf(TEXT);

    /** Anything under any keys. */
    static final KustomizeType MAPPING = mapOf(ANYTHING);

    private final Form form;
    private final List<String> keys;
    private final List<KustomizeType> parts;

    private KustomizeType(Form form) {
        this(form, List.of(), List.of());
    }

    private KustomizeType(Form form, List<String> keys, List<KustomizeType> parts) {
        this.form = form;
        this.keys = keys;
        this.parts = parts;
    }

    static KustomizeType listOf(KustomizeType item) {
        return new KustomizeType(Form.LIST, List.of(), List.of(item));
    }

    static KustomizeType fullListOf(KustomizeType item) {
        return new KustomizeType(Form.FULL_LIST, List.of(), List.of(item));
    }

    static KustomizeType mapOf(KustomizeType value) {
        return new KustomizeType(Form.MAP, List.of(), List.of(value));
    }

    /** A mapping with no other keys than these. */
    static KustomizeType object(List<KeyType> keys) {
        String[] names = new String[keys.size()];
        KustomizeType[] types = new KustomizeType[keys.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = keys.get(i).name();
            types[i] = keys.get(i).type();
        }
        return new KustomizeType(Form.OBJECT, List.of(names), List.of(types));
    }

    /** A key of a mapping, and what stands under it. */
    record KeyType(String name, KustomizeType type) {}

    /** What it is called in a message. */
    String title() {
        return form.title;
    }

    boolean isObject() {
        return form == Form.OBJECT;
    }

    boolean isText() {
        return form == Form.TEXT;
    }

    /** Whether it is a list with items that say nothing where it has one that is {@code null}. */
    boolean isFullList() {
        return form == Form.FULL_LIST;
    }

    boolean isAnything() {
        return form == Form.ANYTHING;
    }

    /** Whether a text reads as a value of this type, but for its quotes. */
    boolean isWritten(String text) {
        return switch (form) {
            case FLAG -> text.equals("true") || text.equals("false");
            case COUNT -> Ascii.isDigits(text);
            default -> false;
        };
    }

    /** The keys of an object. */
    List<String> keys() {
        return keys;
    }

    /** What stands under a key of an object, in whatever case that is written; anything where there is no such key. */
    KustomizeType under(String key) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equalsIgnoreCase(key)) {
                return parts.get(i);
            }
        }
        return ANYTHING;
    }

    /** What each item or value is. */
    KustomizeType part() {
        return parts.get(0);
    }

    /** Whether a node, its alias followed, has this type, as far as it alone tells. */
    boolean fits(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return isNothing(scalar) || fits(scalar);
        }
        return switch (form) {
            case LIST, FULL_LIST -> node instanceof YamlSequence;
            case MAP, OBJECT -> node instanceof YamlMapping;
            case ANYTHING -> true;
            case TEXT, FLAG, COUNT -> false;
        };
    }

    private boolean fits(YamlScalar scalar) {
        return switch (form) {
            case TEXT -> scalar.type() == ScalarType.STRING;
            case FLAG -> scalar.type() == ScalarType.BOOLEAN;
            case COUNT ->
                scalar.type() == ScalarType.INTEGER || (scalar.type() == ScalarType.NUMBER && isWhole(scalar));
            case ANYTHING -> true;
            case LIST, FULL_LIST, MAP, OBJECT -> false;
        };
    }

    private static boolean isWhole(YamlScalar scalar) {
        try {
            double number = Double.parseDouble(scalar.canonical());
            return number == Math.rint(number);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Whether a node is a {@code null}. */
    static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }

    /** What a node that does not fit, its alias followed, is called in a message. */
    String titleOf(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return switch (scalar.type()) {
                case STRING -> "a text";
                case INTEGER, NUMBER -> form == Form.COUNT ? "a number with a fraction" : "a number";
                case BOOLEAN -> "a boolean";
                case NULL -> "nothing";
            };
        }
        return node instanceof YamlSequence ? "a list" : "a mapping";
    }

    @Override
    public String toString() {
        return form.name().toLowerCase(Locale.ROOT) + (keys.isEmpty() ? "" : keys);
    }
}
