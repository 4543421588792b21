package dev.stslint.packaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew, to be run alone: its classes stand one behind the other in a few entries, the packs, where
 * {@code dev.stslint.start} finds them faster than the JVM finds entries. The first holds what a short run loads, others
 * what is left below each top-level package. The jar itself stays as it is for the JVM's own loader, since archives of
 * classes hold no others.
 */
public final class PackedJar {

    static final String FIRST_PACK = "META-INF/stslint.classes";

    static final String OTHER_PACKS = "META-INF/stslint/";

    private static final String CLASS = ".class";

    /** What finds the packs has entries of its own. */
    private static final String START = "dev/stslint/start/";

    private PackedJar() {}

    /**
     * {@code PackedJar JAR PACKED CLASS ARGUMENT...}: packs a jar, what the run of a class of it loads first, and puts beside
     * the packed one, as {@code .id}, what tells the content of the jar from every other.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        Path packed = Path.of(args[1]);
        write(jar, packed, loaded(jar, List.of(args).subList(2, args.length)));
        String name = String.valueOf(packed.getFileName());
        Files.writeString(packed.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".id"), id(jar) + "\n");
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
     * @param names of classes in the order of the first pack; those that are not in the jar do not count
     */
    static void write(Path jar, Path target, Set<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            ClassPack first = new ClassPack();
            for (String name : names) {
                ZipEntry entry = zip.getEntry(name.replace('.', '/') + CLASS);
                if (entry != null) {
                    first.add(name, content(zip, entry), entry.getTimeLocal());
                }
            }
            Map<String, ClassPack> others = new LinkedHashMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    put(out, entry(name, entry.getTimeLocal()), started(content(zip, entry)));
                } else if (!isPacked(name)) {
                    put(out, entry(name, entry.getTimeLocal()), content(zip, entry));
                } else if (!names.contains(className(name))) {
                    others.computeIfAbsent(name.substring(0, name.indexOf('/')), topLevel -> new ClassPack())
                            .add(className(name), content(zip, entry), entry.getTimeLocal());
                }
            }
            for (Map.Entry<String, ClassPack> other : others.entrySet()) {
                ClassPack pack = other.getValue();
                put(out, entry(OTHER_PACKS + other.getKey() + ".classes", pack.time()), pack.content());
            }
            byte[] content = first.content();
            ZipEntry stored = entry(FIRST_PACK, first.time());
            store(stored, content);
            put(out, stored, content);
        }
    }

    private static boolean isPacked(String name) {
        return name.endsWith(CLASS) && name.indexOf('/') > 0 && !name.startsWith(START);
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
    }

    private static ZipEntry entry(String name, LocalDateTime time) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        return entry;
    }

    /** The manifest, by which the JVM runs what finds the packs. */
    private static byte[] started(byte[] content) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(content));
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, START.replace('/', '.') + "Launcher");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
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
