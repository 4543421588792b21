package dev.stslint.packaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew, with the classes that a short run loads once more, one behind the other in one entry, where
 * {@code dev.stslint.start} finds them faster than the JVM finds entries. The entries stay for the JVM's own loader, since
 * archives of classes hold no others; those of directories, which nobody asks for, only take time when the jar is opened.
 */
public final class PackedJar {

    static final String PACK = "META-INF/stslint.classes";

    private PackedJar() {}

    /**
     * {@code PackedJar JAR CLASS ARGUMENT...}: packs what the run of a class of the jar loads, and puts beside the jar, as
     * {@code .id}, what tells its content from every other.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        Path packed = jar.resolveSibling(jar.getFileName() + ".packed");
        write(jar, packed, loaded(jar, List.of(args).subList(1, args.length)));
        Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
        String name = String.valueOf(jar.getFileName());
        Files.writeString(jar.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".id"), id(jar) + "\n");
    }

    private static String id(Path jar) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all classes that a run loads, in this order. */
    private static Set<String> loaded(Path jar, List<String> run) throws IOException, InterruptedException {
        Path log = Files.createTempFile("stslint", ".classes");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:file=\"" + log + "\":none",
                    "-cp",
                    jar.toString()));
            command.addAll(run);
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
            Set<String> names = new LinkedHashSet<>();
            for (String line : Files.readAllLines(log)) {
                names.add(line.split(" ", 2)[0]);
            }
            if (!names.contains(run.get(0))) {
                throw new IOException(run + " did not run");
            }
            return names;
        } finally {
            Files.delete(log);
        }
    }

    /**
     * Writes {@code jar} to {@code target}.
     *
     * @param names of classes in the order of the pack; those that are not in the jar do not count
     */
    static void write(Path jar, Path target, Set<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            ZipEntry last = new ZipEntry(PACK);
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory()) {
                    ZipEntry written = new ZipEntry(entry.getName());
                    written.setTimeLocal(entry.getTimeLocal());
                    put(out, written, content(zip, entry));
                    last.setTimeLocal(entry.getTimeLocal());
                }
            }
            byte[] pack = pack(zip, names);
            store(last, pack);
            put(out, last, pack);
        }
    }

    private static byte[] pack(ZipFile zip, Set<String> names) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(pack);
        for (String name : names) {
            ZipEntry entry = zip.getEntry(name.replace('.', '/') + ".class");
            if (entry != null) {
                byte[] content = content(zip, entry);
                out.writeUTF(name);
                out.writeInt(content.length);
                out.write(content);
            }
        }
        return pack.toByteArray();
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
    }

    private static void put(ZipOutputStream out, ZipEntry entry, byte[] content) throws IOException {
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
