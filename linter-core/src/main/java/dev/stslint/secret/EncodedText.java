package dev.stslint.secret;

import dev.stslint.source.Base64Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
        return Base64Text.bytes(text, Base64Text.Gaps.BLANKS);
    }
}
