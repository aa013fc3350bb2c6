package dev.paddock.architecture;

import dev.paddock.signal.Subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds calls whose result is a {@link Subscription} that nobody keeps, and so nobody can close.
 */
final class DroppedSubscriptions {
    private static final ClassDesc SUBSCRIPTION =
            ClassDesc.ofDescriptor(Subscription.class.descriptorString());

    private DroppedSubscriptions() {}

    /** In all classes below {@code folder}, as {@code Class.method drops callee}. */
    static List<String> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(DroppedSubscriptions::parse)
                    .flatMap(DroppedSubscriptions::in)
                    .sorted()
                    .toList();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> in(ClassModel model) {
        String owner = model.thisClass().asInternalName().replace('/', '.');
        return model.methods().stream()
                .flatMap(
                        method ->
                                dropped(method).stream()
                                        .map(
                                                callee ->
                                                        owner
                                                                + "."
                                                                + method.methodName().stringValue()
                                                                + " drops "
                                                                + callee));
    }

    private static List<String> dropped(MethodModel method) {
        var found = new ArrayList<String>();
        String before = "";
        for (CodeElement element :
                method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case InvokeInstruction call ->
                        before = name(call.typeSymbol().returnType(), call.name().stringValue());
                case InvokeDynamicInstruction _ -> before = "";
                case StackInstruction stack when stack.opcode() == Opcode.POP -> {
                    if (!before.isEmpty()) {
                        found.add(before);
                    }
                    before = "";
                }
                case java.lang.classfile.Instruction _ -> before = "";
                default -> {}
            }
        }
        return found;
    }

    private static String name(ClassDesc result, String callee) {
        return result.equals(SUBSCRIPTION) ? callee : "";
    }
}
