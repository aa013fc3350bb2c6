package dev.paddock.settings;

import dev.paddock.signal.Observable;

import java.util.function.UnaryOperator;

/** The settings while the app runs: read anywhere, changed by commands, saved soon after. */
public interface Preferences {
    Observable<Settings> settings();

    /** Applies {@code change}; returns at once, the disk follows within about a second. */
    void change(UnaryOperator<Settings> change);
}
