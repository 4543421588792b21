package dev.stslint.kube;

import dev.stslint.source.FixedPlace;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.Span;
import dev.stslint.yaml.ScalarText;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value or its absence, always with a place. It is <em>present</em> (written, and of the right type), <em>absent</em>
 * (not written, or {@code null}, which the API server takes for the same), or <em>invalid</em> (of a wrong type: the
 * schema rule reports that once, everybody else is silent).
 *
 * <p>One class instead of three: views make these by the thousand, and callers ask {@link #value()} or
 * {@link #isAbsent()} rather than branch on a type.
 */
public final class Field<T> implements Located {

    private final Fields owner;
    private final String step;
    private final @Nullable YamlNode node;
    private final @Nullable T value;
    private final boolean absent;

    /** Made when it is first asked for, and kept: finding many parts of a long text asks for its source once. */
    private @Nullable ScalarText written;

    private Field(Fields owner, String step, @Nullable YamlNode node, @Nullable T value, boolean absent) {
        this.owner = owner;
        this.step = step;
        this.node = node;
        this.value = value;
        this.absent = absent;
    }

    static <T> Field<T> present(Fields owner, String step, YamlNode node, T value) {
        return new Field<>(owner, step, node, value, false);
    }

    /** @param node the {@code null} that is written, or null when nothing is */
    static <T> Field<T> absent(Fields owner, String step, @Nullable YamlNode node) {
        return new Field<>(owner, step, node, null, true);
    }

    static <T> Field<T> invalid(Fields owner, String step, YamlNode node) {
        return new Field<>(owner, step, node, null, false);
    }

    /** The value when it is present and well-typed. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value, or {@code fallback} when it is absent or invalid. */
    public T or(T fallback) {
        return value == null ? fallback : value;
    }

    /** Adds the value to others, when it is present and well-typed. */
    public void addTo(Collection<? super T> values) {
        if (value != null) {
            values.add(value);
        }
    }

    public boolean is(T wanted) {
        return wanted.equals(value);
    }

    public boolean isPresent() {
        return value != null;
    }

    /** Truly not written, or null; not "of a wrong type". */
    public boolean isAbsent() {
        return absent;
    }

    public boolean isInvalid() {
        return !absent && value == null;
    }

    /** The value's characters; the nearest enclosing key or list item when it is absent. */
    @Override
    public Location location() {
        if (node == null) {
            return owner.location();
        }
        if (absent || node.start() == node.end()) {
            Optional<Location> key = owner.keyLocation(step);
            if (key.isPresent()) {
                return key.get();
            }
        }
        return new Location(owner.file(), node.span());
    }

    @Override
    public String fieldPath() {
        return owner.pathOf(step);
    }

    /** The quotation mark that the value stands between; empty when it has none. */
    public String quote() {
        YamlScalar.Style style = node instanceof YamlScalar scalar ? scalar.style() : YamlScalar.Style.PLAIN;
        return switch (style) {
            case DOUBLE_QUOTED -> "\"";
            case SINGLE_QUOTED -> "'";
            default -> "";
        };
    }

    /** The name of this field in its owner, or {@code [index]}. */
    public String name() {
        return step;
    }

    /** The object's part that holds this field. */
    public Fields owner() {
        return owner;
    }

    /**
     * Some characters of a text value, as the password in a URL. Where the value is an alias, all of it: what the
     * characters belong to stands somewhere else.
     *
     * @param from first character of {@link #value()}
     * @param to behind the last character
     */
    public Located part(int from, int to) {
        return node != null && isWritten() && node == node.target() ? new TextPart(this, from, to) : this;
    }

    /**
     * Some characters of a text value, wherever they stand: where the value is an alias, those of the anchored value. What
     * must not be shown has to be hidden there.
     *
     * @param from first character of {@link #value()}
     * @param to behind the last character
     */
    public Located origin(int from, int to) {
        return isWritten() ? new TextPart(this, from, to) : this;
    }

    /** All characters of the value, as {@link #origin} finds them: those between its quotes. For an absent value, its place. */
    public Located origin() {
        if (isWritten() && value instanceof String text && !text.isEmpty()) {
            return origin(0, text.length());
        }
        return node == null || absent
                ? this
                : new FixedPlace(new Location(owner.file(), node.target().span()), fieldPath());
    }

    /** Where characters of the value come from in the source. */
    Span spanOf(int from, int to) {
        if (written == null) {
            if (node == null || !(node.target() instanceof YamlScalar scalar)) {
                throw new IllegalStateException(fieldPath() + " is no scalar");
            }
            written = new ScalarText(scalar, new Supplier<>() {
                @Override
                public Optional<String> get() {
                    return owner.file().textAtHand();
                }
            });
        }
        return written.spanOf(from, to);
    }

    /** Whether the value is just what its scalar says, so that its characters have places. */
    private boolean isWritten() {
        return node != null
                && node.target() instanceof YamlScalar scalar
                && scalar.text().equals(value);
    }

    /** The comments on the lines of this field and alone on the lines directly above it (or above its list item). */
    public List<String> remarks() {
        return owner.remarksOn(step);
    }

    /** The node, for edits. */
    Optional<YamlNode> node() {
        return Optional.ofNullable(node);
    }

    @Override
    public String toString() {
        return fieldPath() + (absent ? " (absent)" : value == null ? " (invalid)" : "");
    }
}
