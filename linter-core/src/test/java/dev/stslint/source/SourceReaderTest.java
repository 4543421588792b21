package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stslint.Seeds;
import dev.stslint.source.UnreadableSourceException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {

    private static final String TEXT = "apiVersion: v1\nkind: Service\nmetadata: {name: größe}\n";

    @TempDir
    Path directory;

    private final SourceReader reader = new SourceReader(1000);

    @Test
    void readsTextAndFindsItAgain() throws Exception {
        SourceText source = reader.read(write(TEXT.getBytes(StandardCharsets.UTF_8)), "a.yaml");

        assertThat(source.text()).isEqualTo(TEXT);
        assertThat(source.file().origin()).isPresent();
        assertThat(source.file().text()).contains(TEXT);
    }

    @Test
    void findsLinesInBytesAsInCharacters() {
        List<String> parts = List.of("a", "\n", "\r", "\r\n", "ö", "€", "\uD83D\uDE80", "\u2028", "\u0085");
        Seeds.check(300, random -> {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }

            SourceFile read = read(text.toString()).file();

            SourceFile given = SourceFile.of("a.yaml", text.toString()).file();
            assertThat(lineStarts(read)).isEqualTo(lineStarts(given));
        });
    }

    private SourceText read(String text) {
        try {
            return reader.read(write(text.getBytes(StandardCharsets.UTF_8)), "a.yaml");
        } catch (IOException | UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> lineStarts(SourceFile file) {
        return IntStream.rangeClosed(1, file.lineCount())
                .map(file::lineStart)
                .boxed()
                .toList();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsTheTextOfAPipeWhichCannotBeReadAgain() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<Path> written = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.writeString(pipe, TEXT);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        SourceText source = reader.read(pipe, "pipe");

        assertThat(written.join()).isEqualTo(pipe);
        assertThat(source.text()).isEqualTo(TEXT);
        assertThat(source.file().text()).contains(TEXT);
    }

    @Test
    void tellsWhatIsNotText() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(packed.toByteArray(), Reason.BINARY, "it is compressed with gzip");
        assertRefused(new byte[] {'a', 0, 0, 0, (byte) 0xD0}, Reason.BINARY, "it holds null bytes");
        assertRefused(new byte[500], Reason.BINARY, "it is full of null bytes");
        assertRefused(new byte[1001], Reason.TOO_LARGE, "it has 1001 bytes, the limit is 1000");
    }

    @Test
    void tellsWhichTextIsNotUtf8() throws IOException {
        assertRefused(bytes(StandardCharsets.ISO_8859_1), Reason.NOT_UTF_8, "byte 0xF6 is not UTF-8");
        assertRefused(bytes(StandardCharsets.UTF_16), Reason.NOT_UTF_8, "it starts with a UTF-16 byte order mark");
        byte[] ascii = "kind: Service".getBytes(StandardCharsets.UTF_16LE);
        assertRefused(ascii, Reason.NOT_UTF_8, "it looks like UTF-16");
    }

    @Test
    void leavesAStrayNullByteToTheDocumentItStandsIn() throws Exception {
        String text = TEXT + "a: \0\n";

        assertThat(reader.read(write(text.getBytes(StandardCharsets.UTF_8)), "a.yaml")
                        .text())
                .isEqualTo(text);
    }

    private static byte[] bytes(Charset charset) {
        return TEXT.getBytes(charset);
    }

    private void assertRefused(byte[] bytes, Reason reason, String message) throws IOException {
        Path file = write(bytes);
        UnreadableSourceException refusal =
                catchThrowableOfType(UnreadableSourceException.class, () -> reader.read(file, "a.yaml"));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.getMessage()).isEqualTo(message);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("a.yaml"), bytes);
    }
}
