package dev.paddock.engine;

/** When an app is killed. */
public enum Moment {
    BEGINNING,
    SPAWNING,
    LOADING,
    READY,
    STREAMING,
    STOPPING
}
