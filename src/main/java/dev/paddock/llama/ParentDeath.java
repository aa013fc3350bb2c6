package dev.paddock.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets the engine die with this app, however the app ends. On Linux the kernel does it, on the
 * order of {@code setpriv}; the order is tied to the thread that spawns. Where there is no setpriv
 * that knows it, the engine is started bare.
 */
final class ParentDeath {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    /** Had the app ended before the order was given, the engine would never learn of it. */
    private static final String STILL_OURS = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";

    private static final long TRIAL_SECONDS = 2;

    private final List<String> prefix;

    private ParentDeath(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    /** Tries what this system has; takes a few milliseconds. */
    static ParentDeath detect() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .filter(ParentDeath::works)
                .findFirst()
                .map(ParentDeath::guarding)
                .orElseGet(() -> new ParentDeath(List.of()));
    }

    private static ParentDeath guarding(Path setpriv) {
        var prefix = new ArrayList<>(order(setpriv));
        prefix.addAll(List.of("/bin/sh", "-c", STILL_OURS));
        prefix.add(Long.toString(ProcessHandle.current().pid()));
        return new ParentDeath(prefix);
    }

    List<String> guard(List<String> command) {
        var guarded = new ArrayList<>(prefix);
        guarded.addAll(command);
        return guarded;
    }

    private static List<String> order(Path setpriv) {
        return List.of(setpriv.toString(), "--pdeathsig", "KILL", "--");
    }

    private static boolean works(Path setpriv) {
        var trial = new ArrayList<>(order(setpriv));
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

    /** Whether the engine will die with the spawning thread. */
    Optional<String> tool() {
        return prefix.stream().findFirst();
    }
}
