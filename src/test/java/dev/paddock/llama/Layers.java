package dev.paddock.llama;

import dev.paddock.server.EngineRecords;

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
            case WATCHDOG -> new Guard(ParentDeath.UNKNOWN, Watchdog.detect());
            case WATCHDOG_WITHOUT_GROUP -> new Guard(ParentDeath.UNKNOWN, Watchdog.withoutGroup());
            case NONE -> new Guard(ParentDeath.UNKNOWN, Watchdog.NONE);
        };
    }
}
