package dev.stslint.benchmarks.work;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads stslint and its YAML parser once more, with calls of {@link WorkCounter} woven in: where a method starts, where
 * a loop goes round, and where the JDK scans a text or a list. So nothing has to be counted in the product itself.
 */
final class CountingLoader extends ClassLoader {

    private static final String COUNTER = Type.getInternalName(WorkCounter.class);

    private CountingLoader(ClassLoader parent) {
        super(parent);
    }

    /** A new one of a class, whose work is counted, and that of all it calls. */
    @SuppressWarnings("unchecked") // the class implements the interface that it is asked for by
    static <T> T counted(Class<? extends T> type) {
        try {
            return (T) new CountingLoader(type.getClassLoader())
                    .loadClass(type.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isCounted(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private static boolean isCounted(String name) {
        return name.startsWith("org.snakeyaml.")
                || (name.startsWith("dev.stslint.") && !name.startsWith("dev.stslint.benchmarks."))
                || name.startsWith(LintedPath.class.getName())
                || name.startsWith(SearchedText.class.getName());
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(in);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            reader.accept(new CountedClass(writer, name), 0);
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class CountedClass extends ClassVisitor {

        private final String className;

        CountedClass(ClassVisitor next, String className) {
            super(Opcodes.ASM9, next);
            this.className = className;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new CountedMethod(next, WorkCounter.register(className + "." + name + descriptor));
        }
    }

    private static final class CountedMethod extends MethodVisitor {

        private final int method;
        private final Set<Label> passed = new HashSet<>();

        CountedMethod(MethodVisitor next, int method) {
            super(Opcodes.ASM9, next);
            this.method = method;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            count("call");
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                count("turn");
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean ofString = owner.equals("java/lang/String");
            boolean ofList = owner.equals("java/util/List") || owner.equals("java/util/ArrayList");
            boolean scans =
                    name.equals("indexOf") || name.equals("contains") || (ofString && name.equals("lastIndexOf"));
            if (scans && (ofString || ofList)) {
                String receiver = ofString ? "Ljava/lang/String;" : "Ljava/util/List;";
                push();
                String counted = "(" + receiver + descriptor.substring(1).replace(")", "I)");
                super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER, name, counted, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void count(String what) {
            push();
            super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER, what, "(I)V", false);
        }

        private void push() {
            super.visitLdcInsn(method);
        }
    }
}
