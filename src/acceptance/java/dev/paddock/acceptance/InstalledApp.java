package dev.paddock.acceptance;

import dev.paddock.packaging.Driver;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running app of the installed image, with a home folder of its own. */
final class InstalledApp {
    private static final Duration ENGINE = Duration.ofMinutes(3);
    private static final int ENDING_SECONDS = 30;

    private final Process process;

    private InstalledApp(Process process) {
        this.process = process;
    }

    /**
     * @param image the folder with {@code bin} and {@code lib}
     * @param home of the person who uses it; the data lie below it
     */
    static InstalledApp start(Path image, Path home, List<String> arguments) throws IOException {
        Files.createDirectories(home);
        var command = new ArrayList<String>();
        command.add(image.resolve("bin").resolve("paddock").toString());
        command.addAll(List.of("--data-dir", data(home).toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()));
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        return new InstalledApp(builder.start());
    }

    static Path data(Path home) {
        return home.resolve("data");
    }

    EngineFigures awaitEngine() throws TimeoutException, InterruptedException {
        return Waiting.until("engine", ENGINE, this::engine);
    }

    Optional<EngineFigures> engine() {
        return EngineFigures.of(process.toHandle());
    }

    /** By its own key; its status, or nothing when it does not end. */
    Optional<Integer> quit(Driver driver) throws InterruptedException {
        driver.shortcut(KeyEvent.VK_Q);
        return process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)
                ? Optional.of(process.exitValue())
                : Optional.empty();
    }

    /** However it stands: nothing of it may go on when the test has ended. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
