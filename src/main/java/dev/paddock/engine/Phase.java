package dev.paddock.engine;

/** What a live engine process is at; a process is in one phase at a time. */
sealed interface Phase permits Startup, Watch, Shutdown {
    /** Takes no more notice of anything. */
    void end();
}
