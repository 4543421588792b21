package dev.stslint.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a jar that has no entries of its own for them, but {@linkplain Pack packs}: one of those that a short run
 * needs, in the order in which it needs them, and one of all others below each top-level package, read when such a class is
 * asked for. To open a jar of thousands of entries, and to look for each class among them, takes a third of a short run. As a
 * {@link Runnable} it loads all of the first pack, ahead of a run that needs them one by one.
 */
final class PackedClasses extends ClassLoader implements Runnable {

    /** Packs are written by {@code PackedJar}, when the jar is built. */
    private static final String FIRST_PACK = "META-INF/stslint.classes";

    private static final String OTHER_PACKS = "META-INF/stslint/";

    private static final String VERSIONED_PACKAGE = "dev.stslint.cli";

    /** Read in pieces: for a larger one the JVM takes new memory from the system. */
    private static final int PIECE = 1 << 16;

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader parent = getSystemClassLoader();
    private final File file;
    private final ZipFile jar;
    private final Pack first;

    /** By top-level package; those that were asked for and are not there too. */
    private final Map<String, @Nullable Pack> others = new HashMap<>();

    PackedClasses(File file) throws IOException {
        this.file = file;
        jar = new ZipFile(file);
        Pack pack = pack(FIRST_PACK);
        if (pack == null) {
            throw new IOException(file + " holds no " + FIRST_PACK);
        }
        first = pack;
        // As the JVM's own loader would, from the manifest.
        String version = Launcher.class.getPackage().getImplementationVersion();
        definePackage(VERSIONED_PACKAGE, null, null, null, null, version, null, null);
    }

    private @Nullable Pack pack(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return null;
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int read = 0; read < bytes.length; read += PIECE) {
                in.readNBytes(bytes, read, Math.min(PIECE, bytes.length - read));
            }
        } catch (ZipException e) {
            throw damaged(entry);
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length);
        if (checksum.getValue() != entry.getCrc()) {
            throw damaged(entry);
        }
        return new Pack(bytes);
    }

    private IOException damaged(ZipEntry entry) {
        return new IOException(file + " is damaged: " + entry + " is not what it was when the jar was built");
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < first.count(); i++) {
                first.load(i, this);
            }
        } catch (LinkageError | OutOfMemoryError e) {
            // What cannot be loaded is told by the run, when it needs it.
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return parent.loadClass(name);
        }
        int index = first.indexOf(name);
        if (index >= 0) {
            return first.load(index, this);
        }
        Pack pack = otherPack(name);
        index = pack == null ? -1 : pack.indexOf(name);
        return pack == null || index < 0 ? parent.loadClass(name) : pack.load(index, this);
    }

    private @Nullable Pack otherPack(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String topLevel = name.substring(0, dot);
        synchronized (others) {
            if (!others.containsKey(topLevel)) {
                try {
                    others.put(topLevel, pack(OTHER_PACKS + topLevel + ".classes"));
                } catch (IOException e) {
                    throw Launcher.fail(e);
                }
            }
            return others.get(topLevel);
        }
    }

    /** The class tells its name itself; one that is given besides would be checked, and its package and its signers. */
    Class<?> define(byte[] bytes, int start, int length) {
        return defineClass(null, bytes, start, length);
    }
}
