package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlComment;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lens on a mapping of an object, or on its absence: reading through absent mappings gives absent fields, which keep
 * the deepest place that is known. So {@code object("spec").object("template").text("x")} needs no checks between.
 *
 * <p>Its own {@link #location()} is a handle to underline: its key, or for a list item its name.
 */
public final class Fields implements Located {

    private final Source source;
    private final @Nullable Fields parent;
    private final String step;
    private final @Nullable YamlNode node;
    private final @Nullable YamlMapping mapping;

    private Fields(Source source, @Nullable Fields parent, String step, @Nullable YamlNode node) {
        this.source = source;
        this.parent = parent;
        this.step = step;
        this.node = node;
        this.mapping = node != null && node.target() instanceof YamlMapping found ? found : null;
    }

    /** The root of an object. */
    static Fields root(SourceFile file, List<YamlComment> comments, YamlMapping mapping) {
        return new Fields(new Source(file, comments), null, "", mapping);
    }

    /** Where the lens looks into. */
    private record Source(SourceFile file, List<YamlComment> comments) {}

    /** Whether a mapping is written here. */
    public boolean isPresent() {
        return mapping != null;
    }

    /** Whether nothing, or {@code null}, is written here. */
    public boolean isAbsent() {
        return node == null || isNull(node);
    }

    /** Whether the mapping is there and holds nothing. */
    public boolean isEmpty() {
        return mapping != null && mapping.size() == 0;
    }

    public SourceFile file() {
        return source.file;
    }

    /** The names of the fields, in order. */
    public List<String> names() {
        if (mapping == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(mapping.size());
        for (int i = 0; i < mapping.size(); i++) {
            names.add(mapping.name(i));
        }
        return names;
    }

    /** Whether the field is written, {@code null} included. */
    public boolean has(String name) {
        return mapping != null && mapping.has(name);
    }

    /** A string field. */
    public Field<String> text(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null || scalar.type() != ScalarType.STRING ? null : scalar.text());
    }

    /** A whole number, as the API server takes it: {@code 08} and {@code 1e1} are whole numbers too. */
    public Field<Integer> integer(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null ? null : wholeNumber(scalar));
    }

    public Field<Boolean> bool(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        if (scalar == null || scalar.type() != ScalarType.BOOLEAN) {
            return field(name, i, null);
        }
        return field(name, i, Boolean.valueOf(scalar.canonical()));
    }

    /** A number or a text such as {@code 50%} or a port's name. */
    public Field<IntOrString> intOrString(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null ? null : intOrString(scalar));
    }

    /** A quantity such as {@code 10Gi}, as text; numbers are quantities too. */
    public Field<String> quantity(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null || scalar.type() == ScalarType.BOOLEAN ? null : scalar.canonical());
    }

    /** Any scalar as the text that reaches the API server: label values in generators, custom resources. */
    public Field<String> anyScalar(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null ? null : scalar.canonical());
    }

    /** Any scalar as it is written, without its quotes. */
    public Field<String> writtenScalar(String name) {
        int i = indexOf(name);
        YamlScalar scalar = scalarAt(i);
        return field(name, i, scalar == null ? null : scalar.text());
    }

    /** A mapping field; a lens on nothing when it is absent or of another type. */
    public Fields object(String name) {
        int i = mapping == null ? -1 : mapping.indexOf(name);
        return new Fields(source, this, name, i < 0 ? null : mappingOf(mapping).value(i));
    }

    /** The mappings in a list field, others left out; empty when it is absent. */
    public List<Fields> objects(String name) {
        YamlNode list = mapping == null ? null : mapping.get(name);
        if (!(list instanceof YamlSequence sequence) || sequence.size() == 0) {
            return List.of();
        }
        Fields holder = new Fields(source, this, name, list);
        List<Fields> items = new ArrayList<>(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            if (sequence.item(i).target() instanceof YamlMapping) {
                items.add(new Fields(source, holder, "[" + i + "]", sequence.item(i)));
            }
        }
        return items;
    }

    /** An item of a list field; a lens on nothing when there is none at that index, or it is no mapping. */
    public Fields item(String list, int index) {
        Fields holder = object(list);
        YamlNode written = holder.node == null ? null : holder.node.target();
        YamlNode item =
                written instanceof YamlSequence sequence && index < sequence.size() ? sequence.item(index) : null;
        return new Fields(source, holder, "[" + index + "]", item);
    }

    /**
     * The place in a list of an item that is not there: what a patch that adds it touches. So that a conclusion drawn from
     * its absence can name it as evidence.
     *
     * @param item the item's name, or {@code *} for any
     */
    public Fields slot(String list, String item) {
        return new Fields(source, object(list), "[" + item + "]", null);
    }

    /** The strings of a list field; items of another type are invalid fields. Empty when the list is absent. */
    public List<Field<String>> texts(String name) {
        YamlNode list = mapping == null ? null : mapping.get(name);
        if (!(list instanceof YamlSequence sequence) || sequence.size() == 0) {
            return List.of();
        }
        Fields holder = new Fields(source, this, name, list);
        List<Field<String>> items = new ArrayList<>(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            YamlNode item = sequence.item(i);
            String itemStep = "[" + i + "]";
            items.add(
                    item.target() instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING
                            ? Field.present(holder, itemStep, item, scalar.text())
                            : Field.invalid(holder, itemStep, item));
        }
        return items;
    }

    /** A list field as a whole: its number of items, and its place whether it is there or not. */
    public Field<Integer> list(String name) {
        int i = mapping == null ? -1 : mapping.indexOf(name);
        if (i < 0) {
            return Field.absent(this, name, null);
        }
        YamlNode written = mappingOf(mapping).value(i);
        if (written.target() instanceof YamlSequence sequence) {
            return Field.present(this, name, written, sequence.size());
        }
        return isNull(written) ? Field.absent(this, name, written) : Field.invalid(this, name, written);
    }

    /** The string fields of this mapping, as labels and ConfigMap data are; others are invalid fields. */
    public List<Entry> entries() {
        if (mapping == null) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>(mapping.size());
        for (int i = 0; i < mapping.size(); i++) {
            entries.add(new Entry(mapping.name(i), text(mapping.name(i))));
        }
        return entries;
    }

    /** A named field of a mapping whose names are data. */
    public record Entry(String name, Field<String> value) {}

    /** The key, or for a list item its name (else its first field); for an absent mapping the place where it is missed. */
    @Override
    public Location location() {
        if (parent == null) {
            return firstField();
        }
        if (node == null) {
            return parent.location();
        }
        if (step.startsWith("[")) {
            return mapping == null ? new Location(source.file, node.span()) : itemHandle();
        }
        Optional<Location> key = parent.keyLocation(step);
        return key.isPresent() ? key.get() : new Location(source.file, node.span());
    }

    @Override
    public String fieldPath() {
        if (parent == null) {
            return "";
        }
        return step.startsWith("[") ? parent.fieldPath() + "[" + itemName() + "]" : parent.pathOf(step);
    }

    /** Everything the mapping spans, from its first key to its last value. */
    public Location extent() {
        return node == null ? location() : new Location(source.file, node.span());
    }

    /** The key of a field of this mapping, when it is written. */
    public Optional<Location> keyLocation(String name) {
        int i = mapping == null ? -1 : mapping.indexOf(name);
        return i < 0
                ? Optional.empty()
                : Optional.of(
                        new Location(source.file, mappingOf(mapping).key(i).span()));
    }

    /** The characters of a field's value when it is written, {@code null} too; a caret behind the colon when there are none. */
    public Optional<Location> valueLocation(String name) {
        int i = mapping == null ? -1 : mapping.indexOf(name);
        return i < 0
                ? Optional.empty()
                : Optional.of(
                        new Location(source.file, mappingOf(mapping).value(i).span()));
    }

    /** Whether it is written with braces and quoted keys, as all of JSON is. */
    public boolean isJson() {
        return isFlow()
                && mappingOf(mapping).written().size() > 0
                && mappingOf(mapping).written().key(0) instanceof YamlScalar key
                && key.style() == YamlScalar.Style.DOUBLE_QUOTED;
    }

    /** Whether it is written with braces; false for an absent mapping. */
    public boolean isFlow() {
        return mapping != null && mapping.isFlow();
    }

    /** The first key, when there is one: what stands before it is the mapping's indentation. */
    public Optional<Location> firstKey() {
        return mapping == null || mapping.size() == 0
                ? Optional.empty()
                : Optional.of(new Location(
                        source.file, mappingOf(mapping).written().key(0).span()));
    }

    String pathOf(String name) {
        if (name.startsWith("[")) {
            return fieldPath() + name;
        }
        String path = fieldPath();
        return path.isEmpty() ? name : path + "." + name;
    }

    Optional<YamlNode> node() {
        return Optional.ofNullable(node);
    }

    Optional<YamlMapping> mapping() {
        return Optional.ofNullable(mapping);
    }

    /** Comments on the line of a field, on the first line of this list item, and alone on the lines directly above. */
    List<String> remarksOn(String name) {
        int i = mapping == null ? -1 : mapping.indexOf(name);
        if (i < 0 || source.comments.isEmpty()) {
            return List.of();
        }
        int start = mappingOf(mapping).key(i).start();
        int end = mappingOf(mapping).value(i).end();
        if (step.startsWith("[") && node != null) {
            start = Math.min(start, node.start());
        }
        return remarksBetween(source.file.lineAt(start), source.file.lineAt(Math.max(start, end)));
    }

    private List<String> remarksBetween(int firstLine, int lastLine) {
        List<String> found = new ArrayList<>(2);
        int above = firstLine - 1;
        for (int i = firstBehind(lastLine) - 1; i >= 0; i--) {
            YamlComment comment = source.comments.get(i);
            int line = source.file.lineAt(comment.span().start());
            if (line >= firstLine && line <= lastLine) {
                found.add(comment.text());
            } else if (line == above && comment.alone()) {
                found.add(comment.text());
                above--;
            } else if (line < above) {
                break;
            }
        }
        return found;
    }

    /** How many comments stand on that line or above. */
    private int firstBehind(int line) {
        int low = 0;
        int high = source.comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (source.file.lineAt(source.comments.get(middle).span().start()) <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int indexOf(String name) {
        return mapping == null ? -1 : mapping.indexOf(name);
    }

    /** The scalar at an index of the mapping; null where there is none, or the one that says so. */
    private @Nullable YamlScalar scalarAt(int i) {
        return i >= 0
                        && mappingOf(mapping).value(i).target() instanceof YamlScalar scalar
                        && scalar.type() != ScalarType.NULL
                ? scalar
                : null;
    }

    /** @param value what stands at {@code i} means; null when it is not written, or of another type than was asked for */
    private <T> Field<T> field(String name, int i, @Nullable T value) {
        if (i < 0) {
            return Field.absent(this, name, null);
        }
        YamlNode written = mappingOf(mapping).value(i);
        if (value != null) {
            return Field.present(this, name, written, value);
        }
        return isNull(written) ? Field.absent(this, name, written) : Field.invalid(this, name, written);
    }

    private static @Nullable IntOrString intOrString(YamlScalar scalar) {
        if (scalar.type() == ScalarType.STRING) {
            return IntOrString.of(scalar.text());
        }
        Integer number = wholeNumber(scalar);
        return number == null ? null : IntOrString.of(number);
    }

    private static @Nullable Integer wholeNumber(YamlScalar scalar) {
        if (scalar.type() != ScalarType.INTEGER && scalar.type() != ScalarType.NUMBER) {
            return null;
        }
        try {
            double number = Double.parseDouble(scalar.canonical());
            return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (int) number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isNull(YamlNode node) {
        return node.target() instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }

    /** Narrows a mapping that was just checked. */
    private static YamlMapping mappingOf(@Nullable YamlMapping checked) {
        if (checked == null) {
            throw new IllegalStateException("no mapping");
        }
        return checked;
    }

    private Location firstField() {
        return mapping == null || mapping.size() == 0
                ? new Location(source.file, node == null ? Span.caret(0) : node.span())
                : new Location(source.file, mapping.key(0).span());
    }

    private Location itemHandle() {
        YamlMapping item = mappingOf(mapping);
        int i = item.indexOf("name");
        if (i >= 0
                && item.value(i).target() instanceof YamlScalar scalar
                && !scalar.text().isEmpty()) {
            return new Location(source.file, item.value(i).span());
        }
        return firstField();
    }

    private String itemName() {
        String index = step.substring(1, step.length() - 1);
        if (mapping == null) {
            return index;
        }
        for (String key : ITEM_KEYS) {
            if (mapping.get(key) instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
                return scalar.text();
            }
        }
        return index;
    }

    /** What list items are told apart by: the merge keys of the API's lists that are not called {@code name}. */
    private static final String[] ITEM_KEYS = {"name", "mountPath", "devicePath", "key", "ip"};
}
