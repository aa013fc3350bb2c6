package dev.paddock.settings;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.function.UnaryOperator;

/** Settings that live as long as the test. */
final class MemoryPreferences implements Preferences {
    private final Signal<Settings> settings = new Signal<>(Settings.DEFAULT);

    @Override
    public Observable<Settings> settings() {
        return settings;
    }

    @Override
    public void change(UnaryOperator<Settings> change) {
        settings.update(change);
    }
}
