package dev.stslint.packaging;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Primitive types and the classes that hold their values. */
final class Boxes {

    private Boxes() {}

    /** The internal name of the class that holds values of a primitive type. */
    static String of(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalArgumentException(primitive.getDescriptor());
        };
    }

    /**
     * Turns the value on the stack from one type into another, as the JVM does between a functional interface and what
     * implements it.
     *
     * @param known what a reference is known to be, though its type does not say so
     */
    static void convert(Type from, Type known, Type to, MethodVisitor method) {
        if (to.getSort() == Type.VOID) {
            if (from.getSort() != Type.VOID) {
                method.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
        } else if (!isPrimitive(from) && !isPrimitive(to)) {
            cast(from, known, method);
        } else if (isPrimitive(from) && isPrimitive(to)) {
            widen(from, to, method);
        } else if (isPrimitive(from)) {
            String box = of(from);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", "(" + from + ")L" + box + ";", false);
        } else {
            Type primitive = unboxed(from, unboxed(known, to));
            String box = of(primitive);
            cast(from, Type.getObjectType(box), method);
            method.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, box, primitive.getClassName() + "Value", "()" + primitive, false);
            widen(primitive, to, method);
        }
    }

    private static Type unboxed(Type box, Type otherwise) {
        for (Type primitive : new Type[] {
            Type.BOOLEAN_TYPE,
            Type.CHAR_TYPE,
            Type.BYTE_TYPE,
            Type.SHORT_TYPE,
            Type.INT_TYPE,
            Type.LONG_TYPE,
            Type.FLOAT_TYPE,
            Type.DOUBLE_TYPE
        }) {
            if (of(primitive).equals(box.getInternalName())) {
                return primitive;
            }
        }
        return otherwise;
    }

    private static void cast(Type from, Type to, MethodVisitor method) {
        if (!from.equals(to) && !to.getInternalName().equals("java/lang/Object")) {
            method.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static void widen(Type from, Type to, MethodVisitor method) {
        boolean isInt = from.getSort() != Type.LONG && from.getSort() != Type.FLOAT && from.getSort() != Type.DOUBLE;
        if (isInt && to.getSort() == Type.LONG) {
            method.visitInsn(Opcodes.I2L);
        } else if (isInt && to.getSort() == Type.DOUBLE) {
            method.visitInsn(Opcodes.I2D);
        } else if (isInt && to.getSort() == Type.FLOAT) {
            method.visitInsn(Opcodes.I2F);
        } else if (from.getSort() == Type.LONG && to.getSort() == Type.DOUBLE) {
            method.visitInsn(Opcodes.L2D);
        } else if (from.getSort() == Type.LONG && to.getSort() == Type.FLOAT) {
            method.visitInsn(Opcodes.L2F);
        } else if (from.getSort() == Type.FLOAT && to.getSort() == Type.DOUBLE) {
            method.visitInsn(Opcodes.F2D);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }
}
