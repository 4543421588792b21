package dev.stslint.yaml;

/** A scalar: its text, how it was written, and what kubectl takes it for. */
public final class YamlScalar extends YamlNode {

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED;

        public boolean isBlock() {
            return this == LITERAL || this == FOLDED;
        }
    }

    private final String text;
    private final Style style;
    private final ScalarType type;

    YamlScalar(int start, int end, String text, Style style, ScalarType type) {
        super(start, end);
        this.text = text;
        this.style = style;
        this.type = type;
    }

    /** The content: quotes and escapes undone, folded lines joined; for a plain scalar what is written. */
    public String text() {
        return text;
    }

    public Style style() {
        return style;
    }

    /** The JSON type that kubectl makes of it. */
    public ScalarType type() {
        return type;
    }

    /**
     * The value as text in the form that reaches the API server: {@code 420} for {@code 0644}, {@code true} for
     * {@code yes}; for a string its content.
     */
    public String canonical() {
        return type == ScalarType.STRING ? text : ScalarResolver.canonical(text, type);
    }

    @Override
    public String toString() {
        return text;
    }
}
