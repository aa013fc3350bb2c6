package dev.paddock.ui.settings;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the settings show of the app around them.
 *
 * @param dataFolder where everything is kept
 * @param open shows a folder or a web address in the system's own program
 * @param hide takes the card away
 * @param engines tells whether there is an engine where a person points
 */
public record SettingsHost(
        Path dataFolder,
        String version,
        Consumer<String> open,
        Runnable hide,
        EngineCheck engines) {}
