package dev.paddock.app;

import java.util.ArrayList;
import java.util.List;

/** Programs of the tests in processes of their own, drawn into memory. */
public final class OtherJava {
    private OtherJava() {}

    /** Its output and its errors are one. */
    public static ProcessBuilder running(Class<?> program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("@packaging/test-jvm.options", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
