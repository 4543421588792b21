package dev.stslint.packaging;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The {@code equals}, {@code hashCode} and {@code toString} that a record leaves to the JVM, written out. */
final class RecordMethods {

    private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";

    private final ClassNode owner;
    private final List<MethodNode> written = new ArrayList<>();

    private RecordMethods(ClassNode owner) {
        this.owner = owner;
    }

    /** Gives a class methods for those that it leaves to the JVM. */
    static void writeOut(ClassNode owner) {
        RecordMethods methods = new RecordMethods(owner);
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode call
                        && call.bsm.getOwner().equals(BOOTSTRAP)) {
                    method.instructions.set(call, methods.callOf(call));
                }
            }
        }
        owner.methods.addAll(methods.written);
    }

    private MethodInsnNode callOf(InvokeDynamicInsnNode call) {
        String name = "record$" + call.name;
        MethodNode method = new MethodNode(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, call.desc, null, null);
        List<Handle> fields = new ArrayList<>();
        for (int i = 2; i < call.bsmArgs.length; i++) {
            fields.add((Handle) call.bsmArgs[i]);
        }
        method.visitCode();
        switch (call.name) {
            case "equals" -> equalsOf(fields, method);
            case "hashCode" -> hashCodeOf(fields, method);
            case "toString" -> toStringOf(fields, method);
            default -> throw new IllegalArgumentException(owner.name + "." + call.name);
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
        written.add(method);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, name, call.desc, false);
    }

    private void equalsOf(List<Handle> fields, MethodNode method) {
        Label different = new Label();
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitTypeInsn(Opcodes.INSTANCEOF, owner.name);
        method.visitJumpInsn(Opcodes.IFEQ, different);
        for (Handle field : fields) {
            Type type = Type.getType(field.getDesc());
            load(field, 0, method);
            load(field, 1, method);
            switch (type.getSort()) {
                case Type.OBJECT, Type.ARRAY -> {
                    method.visitMethodInsn(
                            Opcodes.INVOKESTATIC,
                            "java/util/Objects",
                            "equals",
                            "(Ljava/lang/Object;Ljava/lang/Object;)Z",
                            false);
                    method.visitJumpInsn(Opcodes.IFEQ, different);
                }
                case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
                    String compared = "(" + type + type + ")I";
                    method.visitMethodInsn(Opcodes.INVOKESTATIC, Boxes.of(type), "compare", compared, false);
                    method.visitJumpInsn(Opcodes.IFNE, different);
                }
                default -> method.visitJumpInsn(Opcodes.IF_ICMPNE, different);
            }
        }
        method.visitInsn(Opcodes.ICONST_1);
        method.visitInsn(Opcodes.IRETURN);
        method.visitLabel(different);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        method.visitInsn(Opcodes.ICONST_0);
        method.visitInsn(Opcodes.IRETURN);
    }

    private void hashCodeOf(List<Handle> fields, MethodNode method) {
        method.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            Type type = Type.getType(field.getDesc());
            boolean isReference = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
            method.visitIntInsn(Opcodes.BIPUSH, 31);
            method.visitInsn(Opcodes.IMUL);
            load(field, 0, method);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    isReference ? "java/util/Objects" : Boxes.of(type),
                    "hashCode",
                    isReference ? "(Ljava/lang/Object;)I" : "(" + type + ")I",
                    false);
            method.visitInsn(Opcodes.IADD);
        }
        method.visitInsn(Opcodes.IRETURN);
    }

    private void toStringOf(List<Handle> fields, MethodNode method) {
        String name = owner.name.substring(owner.name.lastIndexOf('/') + 1);
        method.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
        String before = name.substring(name.lastIndexOf('$') + 1) + "[";
        for (Handle field : fields) {
            appendText(before + field.getName() + "=", method);
            load(field, 0, method);
            Type type = Type.getType(field.getDesc());
            String shown = switch (type.getSort()) {
                case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
                case Type.BYTE, Type.SHORT -> "I";
                default -> type.getDescriptor();
            };
            append(shown, method);
            before = ", ";
        }
        appendText(fields.isEmpty() ? before + "]" : "]", method);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
        method.visitInsn(Opcodes.ARETURN);
    }

    private static void appendText(String text, MethodNode method) {
        method.visitLdcInsn(text);
        append("Ljava/lang/String;", method);
    }

    private static void append(String type, MethodNode method) {
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/StringBuilder",
                "append",
                "(" + type + ")Ljava/lang/StringBuilder;",
                false);
    }

    private void load(Handle field, int local, MethodNode method) {
        method.visitVarInsn(Opcodes.ALOAD, local);
        if (local > 0) {
            method.visitTypeInsn(Opcodes.CHECKCAST, owner.name);
        }
        method.visitFieldInsn(Opcodes.GETFIELD, owner.name, field.getName(), field.getDesc());
    }
}
