package dev.paddock.llama;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets no engine outlive this app, in layers that do not rely on each other: {@link ParentDeath},
 * {@link Watchdog} and, on Windows, {@link JobObject}. All of them keep the process that was
 * spawned: its id, exit status and signals are the engine's own.
 */
record Guard(ParentDeath parentDeath, Watchdog watchdog) {
    /** Tries what this system has; takes a few milliseconds. */
    static Guard detect() {
        return new Guard(ParentDeath.detect(), Watchdog.detect());
    }

    List<String> over(List<String> command) {
        var guarded = new ArrayList<>(parentDeath.prefix());
        guarded.addAll(watchdog.prefix());
        guarded.addAll(command);
        return guarded;
    }
}
