package dev.stslint.yaml;

/** What plain scalars mean to kubectl: go-yaml v2's reading, which is neither YAML 1.1 nor 1.2 (facts: I2). */
final class ScalarResolver {

    private ScalarResolver() {}

    /** The type of a plain scalar without a tag. */
    static ScalarType typeOf(String plain) {
        throw new UnsupportedOperationException(plain);
    }

    /** The JSON text of a scalar of that type. */
    static String canonical(String text, ScalarType type) {
        throw new UnsupportedOperationException(text + type);
    }
}
