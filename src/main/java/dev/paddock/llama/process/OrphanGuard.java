package dev.paddock.llama.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Lets no engine outlive this app, in layers that do not rely on each other: {@link ParentDeath},
 * {@link Watchdog} and, on Windows, {@link JobObject}. All of them keep the process that was
 * spawned: its id, exit status and signals are the engine's own.
 */
record OrphanGuard(ParentDeath parentDeath, Watchdog watchdog, Optional<JobObject> job) {
    /** Tries what this system has; takes a few milliseconds. */
    static OrphanGuard detect() {
        return new OrphanGuard(ParentDeath.detect(), Watchdog.detect(), JobObject.enter());
    }

    /** Starts the command of {@code builder} under every layer there is. */
    Process start(ProcessBuilder builder) throws IOException {
        var guarded = new ArrayList<>(parentDeath.prefix());
        guarded.addAll(watchdog.prefix());
        guarded.addAll(builder.command());
        builder.command(guarded);
        return job.isPresent() ? job.get().start(builder) : builder.start();
    }
}
