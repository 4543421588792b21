package dev.stslint.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The lambdas and method references of a class, each as a class of its own that implements the interface. Serializable
 * ones and those of several interfaces stay as they are.
 */
final class LambdaClasses {

    private static final String INSTANCE = "INSTANCE";

    private final ClassNode owner;
    private final List<ClassNode> written = new ArrayList<>();

    private LambdaClasses(ClassNode owner) {
        this.owner = owner;
    }

    /** Takes the lambdas out of a class and gives the classes that stand for them: members of its nest to be. */
    static List<ClassNode> writeOut(ClassNode owner) {
        LambdaClasses lambdas = new LambdaClasses(owner);
        if (owner.version >= Opcodes.V11) { // before, a private method is nobody else's
            for (MethodNode method : owner.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof InvokeDynamicInsnNode call && isLambda(call.bsm)) {
                        method.instructions.set(call, lambdas.take(call));
                    }
                }
            }
        }
        return lambdas.written;
    }

    private static boolean isLambda(Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && bootstrap.getName().equals("metafactory");
    }

    /** Gives what stands in the place of a lambda: the one instance of its class, or a call that makes one of what it captures. */
    private AbstractInsnNode take(InvokeDynamicInsnNode call) {
        Type[] captured = Type.getArgumentTypes(call.desc);
        Type implemented = Type.getReturnType(call.desc);
        ClassNode lambda = new ClassNode();
        String name = owner.name + "$$" + written.size();
        lambda.visit(
                owner.version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                name,
                null,
                "java/lang/Object",
                new String[] {implemented.getInternalName()});
        addConstructor(lambda, captured);
        addMethod(lambda, captured, call);
        written.add(lambda);
        if (captured.length == 0) {
            addInstance(lambda, implemented);
            return new FieldInsnNode(Opcodes.GETSTATIC, name, INSTANCE, implemented.getDescriptor());
        }
        addFactory(lambda, captured, call.desc);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, name, "of", call.desc, false);
    }

    private static void addConstructor(ClassNode lambda, Type[] captured) {
        MethodVisitor init = lambda.visitMethod(
                Opcodes.ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), null, null);
        init.visitCode();
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int local = 1;
        for (int i = 0; i < captured.length; i++) {
            String type = captured[i].getDescriptor();
            lambda.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "captured" + i, type, null, null);
            init.visitVarInsn(Opcodes.ALOAD, 0);
            init.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
            init.visitFieldInsn(Opcodes.PUTFIELD, lambda.name, "captured" + i, type);
            local += captured[i].getSize();
        }
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
    }

    private static void addInstance(ClassNode lambda, Type implemented) {
        String type = implemented.getDescriptor();
        lambda.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, type, null, null);
        MethodVisitor init = lambda.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        init.visitTypeInsn(Opcodes.NEW, lambda.name);
        init.visitInsn(Opcodes.DUP);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, lambda.name, "<init>", "()V", false);
        init.visitFieldInsn(Opcodes.PUTSTATIC, lambda.name, INSTANCE, type);
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
    }

    private static void addFactory(ClassNode lambda, Type[] captured, String descriptor) {
        MethodVisitor of = lambda.visitMethod(Opcodes.ACC_STATIC, "of", descriptor, null, null);
        of.visitCode();
        of.visitTypeInsn(Opcodes.NEW, lambda.name);
        of.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type type : captured) {
            of.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        String init = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        of.visitMethodInsn(Opcodes.INVOKESPECIAL, lambda.name, "<init>", init, false);
        of.visitInsn(Opcodes.ARETURN);
        of.visitMaxs(0, 0);
    }

    /** The interface's method: what is captured and what is given go to the method that the lambda stands for. */
    private static void addMethod(ClassNode lambda, Type[] captured, InvokeDynamicInsnNode call) {
        Type erased = (Type) call.bsmArgs[0];
        Handle target = (Handle) call.bsmArgs[1];
        Type known = (Type) call.bsmArgs[2];
        MethodVisitor method = lambda.visitMethod(Opcodes.ACC_PUBLIC, call.name, erased.getDescriptor(), null, null);
        method.visitCode();
        Type owner = Type.getObjectType(target.getOwner());
        boolean makes = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (makes) {
            method.visitTypeInsn(Opcodes.NEW, target.getOwner());
            method.visitInsn(Opcodes.DUP);
        }
        List<Type> taken = new ArrayList<>();
        if (!makes && target.getTag() != Opcodes.H_INVOKESTATIC) {
            taken.add(owner);
        }
        taken.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        for (int i = 0; i < captured.length; i++) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(Opcodes.GETFIELD, lambda.name, "captured" + i, captured[i].getDescriptor());
        }
        Type[] given = erased.getArgumentTypes();
        int local = 1;
        for (int i = 0; i < given.length; i++) {
            method.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
            Boxes.convert(given[i], known.getArgumentTypes()[i], taken.get(captured.length + i), method);
            local += given[i].getSize();
        }
        method.visitMethodInsn(
                opcode(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type result = makes ? owner : Type.getReturnType(target.getDesc());
        Boxes.convert(result, known.getReturnType(), erased.getReturnType(), method);
        method.visitInsn(erased.getReturnType().getOpcode(Opcodes.IRETURN));
        method.visitMaxs(0, 0);
    }

    private static int opcode(Handle target) {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }
}
