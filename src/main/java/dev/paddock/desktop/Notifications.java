package dev.paddock.desktop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Notes at the edge of the screen, by the system's own tool; none where it has none, as Windows.
 */
public final class Notifications {
    private static final List<String> LINUX =
            List.of("notify-send", "--app-name=Paddock", "--icon=paddock", "--");
    private static final List<String> MAC =
            List.of(
                    "osascript",
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)",
                    "-e",
                    "end run");

    private static final long LIMIT_SECONDS = 5;

    private final Programs programs;
    private final List<String> tool;

    private Notifications(Programs programs, List<String> tool) {
        this.programs = programs;
        this.tool = tool;
    }

    public static Notifications ofSystem() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return new Notifications(
                Programs.of(System.getenv()), system.startsWith("mac") ? MAC : LINUX);
    }

    static Notifications ofLinux(Map<String, String> environment) {
        return new Notifications(Programs.of(environment), LINUX);
    }

    /**
     * Blocks until the tool has passed it on, for some seconds at most.
     *
     * @return whether it has
     */
    public boolean show(String title, String text) {
        var program = programs.find(tool.getFirst());
        if (program.isEmpty()) {
            return false;
        }
        var command = new ArrayList<>(tool);
        command.set(0, program.get().toString());
        command.add(title);
        command.add(text);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            boolean over = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!over) {
                process.destroy();
            }
            return over && process.exitValue() == 0;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
