package dev.stslint.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The regular expressions that a class keeps in private static fields, each in a class of its own: so they are compiled
 * when they are first used, and not with the first use of the class.
 */
final class PatternHolders {

    private static final String PATTERN = "java/util/regex/Pattern";

    private PatternHolders() {}

    /** Takes the regular expressions out of a class and gives the classes that hold them: members of its nest to be. */
    static List<ClassNode> writeOut(ClassNode owner) {
        Map<String, ClassNode> holders = new LinkedHashMap<>();
        for (MethodNode method : owner.methods) {
            if (method.name.equals("<clinit>")) {
                for (AbstractInsnNode instruction : method.instructions.toArray()) {
                    if (instruction instanceof FieldInsnNode put && isConstant(put, owner)) {
                        holders.put(put.name, holder(owner, put, holders.size()));
                        method.instructions.remove(put.getPrevious().getPrevious());
                        method.instructions.remove(put.getPrevious());
                        method.instructions.remove(put);
                    }
                }
            }
        }
        owner.fields.removeIf(field -> holders.containsKey(field.name));
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof FieldInsnNode get && get.owner.equals(owner.name)) {
                    Optional.ofNullable(holders.get(get.name)).ifPresent(holder -> get.owner = holder.name);
                }
            }
        }
        return new ArrayList<>(holders.values());
    }

    /** {@code private static final Pattern NAME = Pattern.compile("...")}. */
    private static boolean isConstant(FieldInsnNode put, ClassNode owner) {
        return put.getOpcode() == Opcodes.PUTSTATIC
                && put.desc.equals("L" + PATTERN + ";")
                && put.getPrevious() instanceof MethodInsnNode compile
                && compile.owner.equals(PATTERN)
                && compile.desc.startsWith("(Ljava/lang/String;)")
                && compile.getPrevious() instanceof LdcInsnNode
                && owner.fields.stream()
                        .anyMatch(field -> field.name.equals(put.name) && (field.access & Opcodes.ACC_PRIVATE) != 0);
    }

    private static ClassNode holder(ClassNode owner, FieldInsnNode put, int number) {
        ClassNode holder = new ClassNode();
        holder.visit(
                owner.version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                owner.name + "$$Pattern" + number,
                null,
                "java/lang/Object",
                null);
        holder.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, put.name, put.desc, null, null);
        MethodVisitor init = holder.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        put.getPrevious().getPrevious().accept(init);
        put.getPrevious().accept(init);
        init.visitFieldInsn(Opcodes.PUTSTATIC, holder.name, put.name, put.desc);
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
        return holder;
    }
}
