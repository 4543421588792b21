package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class Utf8ScanTest {

    /** The first and last of each range that a byte of a sequence can be in, and what stands beside those. */
    private static final byte[] EDGES =
            HexFormat.of().parseHex("000a0d417f808f909fa0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5f8ff");

    @Test
    void takesWhatTheDecoderOfTheJdkTakes() {
        byte[] four = new byte[4];
        int wellFormed = 0;
        for (byte first : EDGES) {
            for (byte second : EDGES) {
                for (byte third : EDGES) {
                    for (byte fourth : EDGES) {
                        four[0] = first;
                        four[1] = second;
                        four[2] = third;
                        four[3] = fourth;
                        boolean expected = isDecodable(four);
                        if (Utf8Scan.of(four, 0).isWellFormed() != expected) {
                            assertThat(HexFormat.of().formatHex(four))
                                    .as("decodable: %s", expected)
                                    .isEmpty();
                        }
                        wellFormed += expected ? 1 : 0;
                    }
                }
            }
        }
        assertThat(wellFormed).isBetween(1000, 20_000);
    }

    private static boolean isDecodable(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void tellsWhatIsInAText() {
        assertThat(scan("a: b\n").isAscii()).isTrue();
        assertThat(scan("a: ö\n").isAscii()).isFalse();
        assertThat(scan("a: b\n").hasNull()).isFalse();
        assertThat(scan("a: \0\n").hasNull()).isTrue();
    }

    @Test
    void leavesOutWhatStandsBeforeTheText() {
        byte[] bytes = "\uFEFFa\nb".getBytes(StandardCharsets.UTF_8);

        Utf8Scan scan = Utf8Scan.of(bytes, 3);

        assertThat(scan.isAscii()).isTrue();
        assertThat(scan.lineStarts()).containsExactly(0, 2);
    }

    private static Utf8Scan scan(String text) {
        return Utf8Scan.of(text.getBytes(StandardCharsets.UTF_8), 0);
    }
}
