package dev.paddock.llama.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets the kernel end the engine with this app, on the order of {@code setpriv} and on Linux alone.
 * The order is tied to the thread that spawns, it is lost on a fork, and it may come too late when
 * the app is killed just then; {@link Watchdog} covers all three.
 *
 * @param prefix what stands before the command; empty where there is no setpriv that knows it
 */
record ParentDeath(List<String> prefix) {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    private static final long TRIAL_SECONDS = 2;

    static final ParentDeath UNKNOWN = new ParentDeath(List.of());

    /** Tries what this system has; takes a few milliseconds. */
    static ParentDeath detect() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .map(ParentDeath::order)
                .filter(ParentDeath::works)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static ParentDeath order(Path setpriv) {
        return new ParentDeath(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--"));
    }

    private boolean works() {
        var trial = new ArrayList<>(prefix);
        trial.add("true");
        try {
            var process =
                    new ProcessBuilder(trial)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
