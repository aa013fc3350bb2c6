package dev.paddock.ui.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What this process and its children were at when a test waited in vain. */
public final class ThreadDump {
    private static final int FRAMES = 14;

    private ThreadDump() {}

    /** To the standard error, where the log of a failed build keeps it. */
    public static void print(String why) {
        var threads =
                Thread.getAllStackTraces().entrySet().stream()
                        .map(each -> thread(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
        var children =
                ProcessHandle.current()
                        .descendants()
                        .map(ThreadDump::process)
                        .collect(Collectors.joining());
        System.err.println("waited in vain for " + why + "\n" + threads + children);
    }

    private static String thread(Thread thread, StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .limit(FRAMES)
                .map(frame -> "\n    " + frame)
                .collect(
                        Collectors.joining(
                                "", "  " + thread.getName() + " " + thread.getState(), "\n"));
    }

    /** Its name, state, priority and time on the processor, as Linux tells them. */
    private static String process(ProcessHandle process) {
        try {
            return "  " + Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        } catch (IOException gone) {
            return "  " + process.pid() + " has ended\n";
        }
    }
}
