package dev.stslint.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedJarTest {

    private static final String A_PACK = PackedJar.OTHER_PACKS + "a.classes";
    private static final String B_PACK = PackedJar.OTHER_PACKS + "b.classes";

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void jar() throws IOException {
        jar = directory.resolve("some.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 7\nMain-Class: a.A\n\n");
            for (String name : List.of(
                    "Top.class",
                    "dev/stslint/start/S.class",
                    "a/A.class",
                    "a/B.class",
                    "a/c/AaBB.class",
                    "b/C.class")) {
                put(out, name, name);
            }
            put(out, "a/text", "a/text");
        }
    }

    @Test
    void packsClassesInTheGivenOrderAndOthersByTheirTopLevelPackage() throws IOException {
        try (ZipFile packed = new ZipFile(pack("java.lang.Object", "a.B", "a.A").toFile())) {
            assertThat(names(packed, PackedJar.FIRST_PACK)).containsExactly("a.B", "a.A");
            assertThat(names(packed, A_PACK)).containsExactly("a.c.AaBB");
            assertThat(names(packed, B_PACK)).containsExactly("b.C");
            assertThat(type(packed, PackedJar.FIRST_PACK, 1)).isEqualTo("a/A.class");
            assertThat(type(packed, A_PACK, 0)).isEqualTo("a/c/AaBB.class");
        }
    }

    /** Names of one hash code too: these four have one. */
    @Test
    void findsEachClassByItsName() throws IOException {
        List<String> names = List.of("a.AaAa", "a.AaBB", "a.BBAa", "a.BBBB", "a.Other", "b.C");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                put(out, name.replace('.', '/') + ".class", name);
            }
        }
        try (ZipFile packed = new ZipFile(pack(names.toArray(String[]::new)).toFile())) {
            ByteBuffer pack = ByteBuffer.wrap(content(packed, PackedJar.FIRST_PACK));
            List<Integer> slots = new ArrayList<>();
            for (int slot = 0; slot < pack.getInt(4); slot++) {
                slots.add(pack.getInt(8 + 4 * slot));
            }

            assertThat(Integer.bitCount(slots.size())).isOne();
            assertThat(slots).containsOnlyOnce(0, 1, 2, 3, 4, 5).containsOnly(-1, 0, 1, 2, 3, 4, 5);
            for (int i = 0; i < names.size(); i++) {
                int slot = names.get(i).hashCode() & (slots.size() - 1);
                while (slots.get(slot) != i) {
                    assertThat(slots.get(slot)).as(names.get(i)).isNotNegative();
                    slot = (slot + 1) % slots.size();
                }
            }
        }
    }

    @Test
    void keepsWhatIsNoClassAndWhatFindsThePacks() throws IOException {
        try (ZipFile packed = new ZipFile(pack("a.A").toFile())) {
            assertThat(packed.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "Top.class",
                            "dev/stslint/start/S.class",
                            "a/text",
                            A_PACK,
                            B_PACK,
                            PackedJar.FIRST_PACK);
            assertThat(content(packed, "a/text"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a/text");
            assertThat(Objects.requireNonNull(packed.getEntry(PackedJar.FIRST_PACK))
                            .getMethod())
                    .isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void isStartedByWhatFindsThePacks() throws IOException {
        try (ZipFile packed = new ZipFile(pack("a.A").toFile())) {
            Attributes manifest =
                    new Manifest(new ByteArrayInputStream(content(packed, "META-INF/MANIFEST.MF"))).getMainAttributes();

            assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("dev.stslint.start.Launcher");
            assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isEqualTo("7");
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

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static List<String> names(ZipFile packed, String entry) throws IOException {
        ByteBuffer pack = ByteBuffer.wrap(content(packed, entry));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pack.getInt(0); i++) {
            int record = record(pack, i);
            names.add(text(pack, pack.getInt(record), pack.getInt(record + 4)));
        }
        return names;
    }

    private static String type(ZipFile packed, String entry, int index) throws IOException {
        ByteBuffer pack = ByteBuffer.wrap(content(packed, entry));
        int record = record(pack, index);
        return text(pack, pack.getInt(record + 4), pack.getInt(record + 8));
    }

    private static int record(ByteBuffer pack, int index) {
        return 8 + 4 * pack.getInt(4) + 8 * index;
    }

    private static String text(ByteBuffer pack, int start, int end) {
        byte[] text = new byte[end - start];
        pack.get(start, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] content(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }
}
