package dev.stslint.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

class LinkedJarTest {

    private static final String PREFIX = "dev/stslint/packaging/Linked";

    @TempDir
    Path directory;

    @Test
    void behavesAsBefore() throws Exception {
        assertThat(LinkedExample.all()).hasSize(16);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {linkedJar().toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> linked = loader.loadClass(LinkedExample.class.getName());

            assertThat(linked.getMethod("all").invoke(null)).isEqualTo(LinkedExample.all());
        }
    }

    @Test
    void leavesNothingToLink() throws IOException {
        assertThat(callSites(classesOfThisTest())).isPositive();
        assertThat(callSites(linkedJar())).isZero();
    }

    @Test
    void keepsLineNumbersAndLeavesOutWhatOnlyDebuggersRead() throws IOException {
        List<MethodNode> before = methods(classesOfThisTest());
        List<MethodNode> after = methods(linkedJar());

        assertThat(before)
                .anySatisfy(method -> assertThat(method.localVariables).isNotEmpty());
        assertThat(after).allSatisfy(method -> assertThat(method.localVariables).isNullOrEmpty());
        assertThat(after)
                .anySatisfy(method -> assertThat(method.instructions).hasAtLeastOneElementOfType(LineNumberNode.class));
    }

    private Path linkedJar() throws IOException {
        Path linked = directory.resolve("linked.jar");
        LinkedJar.write(classesOfThisTest(), linked, List.of(PREFIX));
        return linked;
    }

    private Path classesOfThisTest() throws IOException {
        Path jar = directory.resolve("test.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(Path.of("target/test-classes/dev/stslint/packaging"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                out.putNextEntry(new ZipEntry("dev/stslint/packaging/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static int callSites(Path jar) throws IOException {
        int found = 0;
        for (MethodNode method : methods(jar)) {
            for (AbstractInsnNode instruction : method.instructions) {
                found += instruction instanceof InvokeDynamicInsnNode ? 1 : 0;
            }
        }
        return found;
    }

    private static List<MethodNode> methods(Path jar) throws IOException {
        List<MethodNode> methods = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith(PREFIX + "Example")) {
                    ClassNode node = new ClassNode();
                    try (InputStream in = zip.getInputStream(entry)) {
                        new ClassReader(in.readAllBytes()).accept(node, 0);
                    }
                    methods.addAll(node.methods);
                }
            }
        }
        return methods;
    }
}
