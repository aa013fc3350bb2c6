package dev.paddock.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the app takes while nobody touches it and its engine is ready: with the status in sight and
 * minimised, processor time of the app and what it had the disk write. On a display server of its
 * own, since JavaFX's windows in memory wake the app sixty times a second. For Linux.
 */
final class IdleBench {
    private IdleBench() {}

    /**
     * @param args for how many seconds each is watched, and how long it rests before
     */
    static void main(String[] args) throws Exception {
        try (var screen = Screen.open()) {
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.add(IdleChild.class.getName());
            command.addAll(List.of(args));
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DISPLAY", screen.display());
            builder.environment().put("GDK_BACKEND", "x11");
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IOException("the app ended with " + status);
            }
        }
    }
}
