package dev.paddock.desktop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Shows a message when this app cannot open a window: by the first tool of the system that can. */
public final class MessageTools {
    private static final String NAME = "Paddock";

    /** Each with what stands before the text. */
    private static final List<List<String>> TOOLS =
            List.of(
                    List.of("zenity", "--error", "--no-markup", "--title=" + NAME, "--text"),
                    List.of("kdialog", "--title", NAME, "--error"),
                    List.of("xmessage", "-center", "-title", NAME),
                    List.of("notify-send", "--app-name=" + NAME, NAME));

    /** One that cannot show anything says so at once; the others wait for the person. */
    private static final long TRIAL_SECONDS = 1;

    private final Programs programs;

    private MessageTools(Programs programs) {
        this.programs = programs;
    }

    public static MessageTools ofSystem() {
        return of(System.getenv());
    }

    static MessageTools of(Map<String, String> environment) {
        return new MessageTools(Programs.of(environment));
    }

    /**
     * Blocks for a second for each tool that is tried. The message stays when this app has ended.
     *
     * @return whether it is shown
     */
    public boolean show(String text) {
        return TOOLS.stream().anyMatch(tool -> show(tool, text));
    }

    private boolean show(List<String> tool, String text) {
        var program = programs.find(tool.getFirst());
        if (program.isEmpty()) {
            return false;
        }
        var command = new ArrayList<>(tool);
        command.set(0, program.get().toString());
        command.add(text);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return !process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
