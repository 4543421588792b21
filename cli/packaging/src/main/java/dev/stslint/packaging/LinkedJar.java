package dev.stslint.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes a jar anew, in which nothing has to be linked at run time any more. Lambdas, method references and the methods
 * of records are call sites that the JVM links when they are first reached: it loads some two hundred classes of its own
 * for the first of them and spins one more for each. A run over one small file ends before that is earned back, so here
 * they become what they would have been written as without them: classes and methods. Regular expressions, which link
 * lambdas of the JVM's own, wait until they are used, texts that classes need are among their constants, and what only
 * debuggers read is left out.
 */
public final class LinkedJar {

    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    private final List<String> prefixes;

    private LinkedJar(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** {@code LinkedJar JAR PREFIX...}: rewrites the classes of the jar whose names start with a prefix. */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path linked = jar.resolveSibling(jar.getFileName() + ".linked");
        write(jar, linked, List.of(args).subList(1, args.length));
        Files.move(linked, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes {@code jar} to {@code target}.
     *
     * @param prefixes of the names, as {@code dev/stslint/}, of the classes to rewrite; all else stays as it is
     */
    static void write(Path jar, Path target, List<String> prefixes) throws IOException {
        LinkedJar linked = new LinkedJar(prefixes);
        linked.read(jar);
        linked.link();
        linked.write(target);
    }

    private void read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.isDirectory()) {
                    continue; // nobody asks for one
                }
                entries.put(entry.getName(), entry);
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), in.readAllBytes());
                }
                if (entry.getName().endsWith(".class") && isRewritten(entry.getName())) {
                    ClassNode node = new ClassNode();
                    new ClassReader(of(contents, entry.getName())).accept(node, 0);
                    classes.put(node.name, node);
                }
            }
        }
    }

    private boolean isRewritten(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    private void link() {
        for (ClassNode node : new ArrayList<>(classes.values())) {
            RecordMethods.writeOut(node);
            List<ClassNode> added = new ArrayList<>(LambdaClasses.writeOut(node));
            added.addAll(PatternHolders.writeOut(node));
            added.addAll(TextConstants.writeOut(node, contents));
            for (ClassNode member : added) {
                add(member, node);
            }
        }
        for (ClassNode node : classes.values()) {
            DebugTables.drop(node);
            contents.put(node.name + ".class", bytes(node));
        }
    }

    /** Adds a class to the nest of another one, whose private methods it may then call. */
    private void add(ClassNode member, ClassNode node) {
        ClassNode host = node.nestHostClass == null ? node : of(classes, node.nestHostClass);
        member.nestHostClass = host.name;
        host.nestMembers = host.nestMembers == null ? new ArrayList<>() : host.nestMembers;
        host.nestMembers.add(member.name);
        ZipEntry entry = new ZipEntry(member.name + ".class");
        entry.setTimeLocal(of(entries, node.name + ".class").getTimeLocal());
        entries.put(entry.getName(), entry);
        contents.put(entry.getName(), bytes(member));
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void write(Path target) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTimeLocal(entry.getValue().getTimeLocal());
                out.putNextEntry(written);
                out.write(of(contents, entry.getKey()));
                out.closeEntry();
            }
        }
    }
}
