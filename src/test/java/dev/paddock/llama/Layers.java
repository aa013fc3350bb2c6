package dev.paddock.llama;

import dev.paddock.server.EngineRecords;

import java.util.Optional;

/** Which of the layers against orphans an engine gets, for those who prove each alone. */
public enum Layers {
    /** What the app has on this system. */
    ALL,
    /** The watchdog alone, as where there is no setpriv. */
    WATCHDOG,
    /** The watchdog alone, as where there is no setsid either. */
    WATCHDOG_WITHOUT_GROUP,
    NONE;

    public LlamaEngine engine(EngineRecords records) {
        return new LlamaEngine(records, this::guard);
    }

    private Guard guard() {
        return switch (this) {
            case ALL -> Guard.detect();
            case WATCHDOG -> watched(Watchdog.detect());
            case WATCHDOG_WITHOUT_GROUP -> watched(Watchdog.withoutGroup());
            case NONE -> watched(Watchdog.NONE);
        };
    }

    private static Guard watched(Watchdog watchdog) {
        return new Guard(ParentDeath.UNKNOWN, watchdog, Optional.empty());
    }
}
