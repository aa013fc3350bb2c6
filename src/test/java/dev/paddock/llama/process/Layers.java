package dev.paddock.llama.process;

import dev.paddock.engine.check.EngineRecords;

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

    public LlamaLauncher engine(EngineRecords records) {
        return new LlamaLauncher(records, new HelpCache(), this::guard);
    }

    private OrphanGuard guard() {
        return switch (this) {
            case ALL -> OrphanGuard.detect();
            case WATCHDOG -> watched(Watchdog.detect());
            case WATCHDOG_WITHOUT_GROUP -> watched(Watchdog.withoutGroup());
            case NONE -> watched(Watchdog.NONE);
        };
    }

    private static OrphanGuard watched(Watchdog watchdog) {
        return new OrphanGuard(ParentDeath.UNKNOWN, watchdog, Optional.empty());
    }
}
