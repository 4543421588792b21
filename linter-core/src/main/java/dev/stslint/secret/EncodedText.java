package dev.stslint.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Texts in base64, as Secrets hold them. Line breaks and blanks within do not count. */
public final class EncodedText {

    private EncodedText() {}

    /** Whether it can be decoded, to a text or not. */
    public static boolean isOne(String text) {
        return bytes(text).isPresent();
    }

    /** The text that it stands for; empty when it cannot be decoded, or not to a text. */
    public static Optional<String> decoded(String text) {
        Optional<byte[]> bytes = bytes(text);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                if (!isOfAlphabet(c)) {
                    return Optional.empty(); // nearly always decided by now, without an exception
                }
                compact.append(c);
            }
        }
        try {
            return Optional.of(Base64.getDecoder().decode(compact.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfAlphabet(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }
}
