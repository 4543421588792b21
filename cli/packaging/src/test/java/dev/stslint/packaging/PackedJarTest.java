package dev.stslint.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedJarTest {

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void jar() throws IOException {
        jar = directory.resolve("some.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("META-INF/", "META-INF/MANIFEST.MF", "a/", "a/A.class", "a/B.class", "a/text")) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                }
                out.closeEntry();
            }
        }
    }

    @Test
    void packsClassesInTheGivenOrder() throws IOException {
        try (ZipFile packed = new ZipFile(pack("java.lang.Object", "a.B", "a.A").toFile());
                DataInputStream pack = new DataInputStream(new ByteArrayInputStream(content(packed, PackedJar.PACK)))) {
            assertThat(pack.readUTF()).isEqualTo("a.B");
            assertThat(pack.readNBytes(pack.readInt())).isEqualTo(content(packed, "a/B.class"));
            assertThat(pack.readUTF()).isEqualTo("a.A");
            assertThat(pack.readNBytes(pack.readInt())).isEqualTo(content(packed, "a/A.class"));
            assertThat(pack.available()).isZero();
        }
    }

    @Test
    void keepsEveryEntryButThoseOfDirectories() throws IOException {
        try (ZipFile packed = new ZipFile(pack("a.A").toFile())) {
            assertThat(packed.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "a/A.class", "a/B.class", "a/text", PackedJar.PACK);
            assertThat(content(packed, "a/text"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a/text");
            assertThat(Objects.requireNonNull(packed.getEntry(PackedJar.PACK)).getMethod())
                    .isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        byte[] first = Files.readAllBytes(pack("a.A", "a.B"));

        assertThat(Files.readAllBytes(pack("a.A", "a.B"))).isEqualTo(first);
    }

    private Path pack(String... names) throws IOException {
        Path target = directory.resolve("packed.jar");
        PackedJar.write(jar, target, new LinkedHashSet<>(List.of(names)));
        return target;
    }

    private static byte[] content(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }
}
