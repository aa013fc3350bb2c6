package dev.paddock.integration;

/** When an app is killed. */
public enum Moment {
    BEGINNING,
    SPAWNING,
    LOADING,
    READY,
    STREAMING,
    STOPPING
}
