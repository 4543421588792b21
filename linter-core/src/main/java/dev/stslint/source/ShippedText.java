package dev.stslint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Texts that ship beside classes. Where both names are constants, packaging puts the text into the command's classes:
 * looking for a resource makes the JVM open its own image and the jar, and load some two hundred classes for that.
 */
public final class ShippedText {

    private ShippedText() {}

    /** The text of a resource beside a class. */
    public static String of(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar is incomplete: no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
