package dev.stslint.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a type: what it takes, and in which releases it is there. */
public final class ApiField {

    /** How many values a field holds. */
    enum Shape {
        ONE,
        LIST,
        MAP
    }

    private final ApiTable table;
    private final String name;
    private final boolean required;
    private final Shape shape;
    private final ValueType type;
    private final String typeName;
    private final Lifetime lifetime;
    private final Checks checks;

    /** Found when it is first asked for; twice at worst, when two threads ask at once. */
    private @Nullable ApiType target;

    private ApiField(
            ApiTable table,
            String name,
            boolean required,
            Shape shape,
            String typeName,
            Lifetime lifetime,
            Checks checks) {
        this.table = table;
        this.name = name;
        this.required = required;
        this.shape = shape;
        this.type = ValueType.called(typeName);
        this.typeName = typeName;
        this.lifetime = lifetime;
        this.checks = checks;
    }

    /**
     * What values are held against besides their type.
     *
     * @param values the texts it takes; empty for any
     * @param least the least whole number
     * @param most the most whole number
     * @param format the form of the text, or of a map's keys and values
     * @param unique what no two items of the list may share
     */
    record Checks(List<Allowed> values, long least, long most, Format format, List<Key> unique) {
        static final Checks NONE = new Checks(List.of(), Long.MIN_VALUE, Long.MAX_VALUE, Format.ANY, List.of());
    }

    /** A text that a field takes, in some releases. */
    record Allowed(String text, Lifetime lifetime) {}

    /** Fields that tell the items of a list apart, with what stands for each where it is missing, empty when nothing does. */
    record Key(List<String> fields, List<String> defaults) {}

    /** Reads {@code name[!] type [releases] …}. */
    static ApiField parse(ApiTable table, String line) {
        Words words = new Words(line);
        String name = words.next();
        boolean required = name.endsWith("!");
        String type = words.next();
        Shape shape = type.endsWith("[]") ? Shape.LIST : type.endsWith("{}") ? Shape.MAP : Shape.ONE;
        Lifetime lifetime = Lifetime.ALWAYS;
        Checks checks = Checks.NONE;
        while (words.hasNext()) {
            String word = words.next();
            if (word.indexOf('=') < 0) {
                lifetime = Lifetime.parse(word);
            } else {
                checks = with(checks, word);
            }
        }
        return new ApiField(
                table,
                required ? name.substring(0, name.length() - 1) : name,
                required,
                shape,
                elementOf(type),
                lifetime,
                checks);
    }

    /** The type of each value; what lists within maps hold is not looked into. */
    private static String elementOf(String type) {
        String element = type.endsWith("]") || type.endsWith("}") ? type.substring(0, type.length() - 2) : type;
        return element.endsWith("]") || element.endsWith("}") ? ValueType.ANY.word() : element;
    }

    private static Checks with(Checks checks, String word) {
        String value = Words.valueOf(word);
        if (word.startsWith("enum=")) {
            return new Checks(allowed(value), checks.least, checks.most, checks.format, checks.unique);
        }
        if (word.startsWith("range=")) {
            int dots = value.indexOf("..");
            String least = value.substring(0, dots);
            String most = value.substring(dots + 2);
            return new Checks(
                    checks.values,
                    least.isEmpty() ? Long.MIN_VALUE : Long.parseLong(least),
                    most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most),
                    checks.format,
                    checks.unique);
        }
        if (word.startsWith("format=")) {
            return new Checks(checks.values, checks.least, checks.most, Format.called(value), checks.unique);
        }
        List<Key> keys = new ArrayList<>(checks.unique);
        keys.add(key(value));
        return new Checks(checks.values, checks.least, checks.most, checks.format, List.copyOf(keys));
    }

    private static List<Allowed> allowed(String list) {
        List<Allowed> values = new ArrayList<>(4);
        for (String value : Words.split(list, '|')) {
            int at = value.indexOf('@');
            values.add(
                    at < 0
                            ? new Allowed(value, Lifetime.ALWAYS)
                            : new Allowed(value.substring(0, at), Lifetime.parse(value.substring(at + 1) + "-")));
        }
        return List.copyOf(values);
    }

    private static Key key(String list) {
        List<String> fields = new ArrayList<>(2);
        List<String> defaults = new ArrayList<>(2);
        for (String part : Words.split(list, ',')) {
            int colon = part.indexOf(':');
            fields.add(colon < 0 ? part : part.substring(0, colon));
            defaults.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        return new Key(List.copyOf(fields), List.copyOf(defaults));
    }

    public String name() {
        return name;
    }

    boolean isRequired() {
        return required;
    }

    Shape shape() {
        return shape;
    }

    /** Of the field, or of each item or entry when it holds many. */
    public ValueType type() {
        return type;
    }

    /** The releases that have it. */
    public Lifetime lifetime() {
        return lifetime;
    }

    Checks checks() {
        return checks;
    }

    /** The type of its objects. */
    ApiType target() {
        ApiType known = target;
        if (known == null) {
            known = table.type(typeName);
            target = known;
        }
        return known;
    }
}
