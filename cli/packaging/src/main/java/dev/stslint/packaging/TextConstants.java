package dev.stslint.packaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The texts that a class asks {@code ShippedText.of(That.class, "name")} for, each as constants of a class of its own. */
final class TextConstants {

    private static final String ASKED = "dev/stslint/source/ShippedText";

    /** Characters in a constant: it may have 65,535 bytes, and a character up to three. */
    private static final int LONGEST = 20_000;

    private final ClassNode owner;
    private final Map<String, byte[]> contents;
    private final List<ClassNode> written = new ArrayList<>();

    private TextConstants(ClassNode owner, Map<String, byte[]> contents) {
        this.owner = owner;
        this.contents = contents;
    }

    /**
     * Puts the texts in the place of the calls that ask for them, and gives the classes that hold them.
     *
     * @param contents of the jar, by the names of its entries
     */
    static List<ClassNode> writeOut(ClassNode owner, Map<String, byte[]> contents) {
        TextConstants texts = new TextConstants(owner, contents);
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof MethodInsnNode call
                        && call.owner.equals(ASKED)
                        && call.getPrevious() instanceof LdcInsnNode name
                        && name.getPrevious() instanceof LdcInsnNode beside) {
                    method.instructions.remove(beside);
                    method.instructions.remove(name);
                    method.instructions.set(call, texts.callFor((Type) beside.cst, (String) name.cst));
                }
            }
        }
        return texts.written;
    }

    private MethodInsnNode callFor(Type beside, String name) {
        String directory = beside.getInternalName();
        String path = directory.substring(0, directory.lastIndexOf('/') + 1) + name;
        String text = new String(Objects.requireNonNull(contents.get(path), path), StandardCharsets.UTF_8);
        ClassNode holder = new ClassNode();
        String holderName = owner.name + "$$Text" + written.size();
        holder.visit(
                owner.version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                holderName,
                null,
                "java/lang/Object",
                null);
        MethodVisitor method = holder.visitMethod(Opcodes.ACC_STATIC, "text", "()Ljava/lang/String;", null, null);
        method.visitCode();
        for (int start = 0; start == 0 || start < text.length(); start += LONGEST) {
            method.visitLdcInsn(text.substring(start, Math.min(text.length(), start + LONGEST)));
            if (start > 0) {
                method.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        "java/lang/String",
                        "concat",
                        "(Ljava/lang/String;)Ljava/lang/String;",
                        false);
            }
        }
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        written.add(holder);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, holderName, "text", "()Ljava/lang/String;", false);
    }
}
