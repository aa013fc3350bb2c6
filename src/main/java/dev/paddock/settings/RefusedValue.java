package dev.paddock.settings;

import dev.paddock.option.Option;

import java.nio.file.Path;

/** A value in the kept settings that is not allowed, and is not in use therefore. */
public sealed interface RefusedValue {
    /** What stands there, as text. */
    String given();

    /** Where the settings hold options. */
    sealed interface Place {
        record App() implements Place {}

        record Model(Path file) implements Place {}

        record Preset(String name) implements Place {}
    }

    /** What the settings hold besides options. */
    enum Setting {
        ENGINE,
        MODEL,
        RECENT_MODELS,
        APPEARANCE,
        LANGUAGE,
        ZOOM,
        CODE,
        NOTIFIES,
        SHARING,
        NETWORK_KEY,
        HEALTH,
        HEALTH_RESTART,
        HEALTH_AFTER_START,
        HEALTH_EVERY,
        LOADING,
        LOADING_WHEN,
        LOADING_WITH_APP,
        LOADING_UNSAFE,
        OPTIONS,
        PRESETS,
        WINDOW
    }

    record OfSetting(Setting setting, String given) implements RefusedValue {}

    record OfOption(Option<?> option, Place place, String given) implements RefusedValue {}

    /**
     * The option stands there twice; that by its right name counts.
     *
     * @param name that is out of use
     * @param given by that name
     */
    record Doubled(Option<?> option, Place place, String name, String given)
            implements RefusedValue {}
}
