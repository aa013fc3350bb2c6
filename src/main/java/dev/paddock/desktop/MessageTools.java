package dev.paddock.desktop;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    private final List<Path> folders;

    MessageTools(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    public static MessageTools ofSystem() {
        return of(System.getenv());
    }

    static MessageTools of(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return new MessageTools(
                Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(MessageTools::folder)
                        .toList());
    }

    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException garbled) {
            return Stream.empty();
        }
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
        var program = find(tool.getFirst());
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

    private Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
