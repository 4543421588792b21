package dev.stslint.packaging;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What debuggers and checkers read of a class, and the JVM passes over each time it loads one: names of local variables and
 * parameters, annotations of types. Line numbers stay, since traces tell them.
 */
final class DebugTables {

    private DebugTables() {}

    /** Takes them out of a class. */
    static void drop(ClassNode node) {
        node.visibleTypeAnnotations = null;
        node.invisibleTypeAnnotations = null;
        for (FieldNode field : node.fields) {
            field.visibleTypeAnnotations = null;
            field.invisibleTypeAnnotations = null;
        }
        if (node.recordComponents != null) {
            for (RecordComponentNode component : node.recordComponents) {
                component.visibleTypeAnnotations = null;
                component.invisibleTypeAnnotations = null;
            }
        }
        node.methods.forEach(DebugTables::drop);
    }

    private static void drop(MethodNode method) {
        method.parameters = null;
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.visibleTypeAnnotations = null;
        method.invisibleTypeAnnotations = null;
        for (AbstractInsnNode instruction : method.instructions) {
            instruction.visibleTypeAnnotations = null;
            instruction.invisibleTypeAnnotations = null;
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            block.visibleTypeAnnotations = null;
            block.invisibleTypeAnnotations = null;
        }
    }
}
