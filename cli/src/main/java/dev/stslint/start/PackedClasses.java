package dev.stslint.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes of a jar. Those that every run needs are there once more, in one entry, the pack, in the order in which a run
 * needs them: the JVM's own loader, which looks for each in the jar, takes a quarter of a short run for it. As a
 * {@link Runnable} it loads all of the pack, ahead of a run that needs them one by one.
 *
 * <p>The pack is a row of classes: the length of the name (2 bytes) and the name, the length of the class (4 bytes) and the
 * class.
 */
final class PackedClasses extends ClassLoader implements Runnable {

    /** Written by {@code PackedJar}, when the jar is built. */
    private static final String PACK = "META-INF/stslint.classes";

    private static final String VERSIONED_PACKAGE = "dev.stslint.cli";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader parent = getSystemClassLoader();
    private final ZipFile jar;
    private final byte[] pack;

    /** Where in the pack a class stands, by its name. */
    private final Map<String, Integer> places = new HashMap<>(1024);

    PackedClasses(File file) throws IOException {
        jar = new ZipFile(file);
        pack = pack(file);
        for (int place = 0; place < pack.length; place = next(place)) {
            places.put(name(place), place);
        }
        // As the JVM's own loader would, from the manifest.
        String version = Launcher.class.getPackage().getImplementationVersion();
        definePackage(VERSIONED_PACKAGE, null, null, null, null, version, null, null);
    }

    private byte[] pack(File file) throws IOException {
        ZipEntry entry = jar.getEntry(PACK);
        if (entry == null) {
            throw new IOException(file + " holds no " + PACK);
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream in = jar.getInputStream(entry)) {
            in.readNBytes(bytes, 0, bytes.length);
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length);
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException(file + " is damaged: " + PACK + " is not what it was when the jar was built");
        }
        return bytes;
    }

    @Override
    public void run() {
        try {
            for (int place = 0; place < pack.length; place = next(place)) {
                loadClass(name(place), false);
            }
        } catch (ClassNotFoundException | LinkageError | OutOfMemoryError e) {
            // What cannot be loaded is told by the run, when it needs it.
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return parent.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Integer place = places.get(name);
            if (place != null) {
                int start = classStart(place);
                return defineClass(name, pack, start, next(place) - start);
            }
            ZipEntry entry = jar.getEntry(name.replace('.', '/') + ".class");
            return entry == null ? parent.loadClass(name) : define(name, entry);
        }
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private String name(int place) {
        return new String(pack, place + 2, nameLength(place), StandardCharsets.ISO_8859_1);
    }

    private int next(int place) {
        int start = classStart(place);
        return start + ((unsigned16(start - 4) << 16) | unsigned16(start - 2));
    }

    private int classStart(int place) {
        return place + 2 + nameLength(place) + 4;
    }

    private int nameLength(int place) {
        return unsigned16(place);
    }

    private int unsigned16(int place) {
        return ((pack[place] & 0xFF) << 8) | (pack[place + 1] & 0xFF);
    }
}
