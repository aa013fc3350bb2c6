package dev.paddock.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Port: keeps the settings on disk. Blocks; not for the FX thread. */
public interface SettingsStore {
    /** What was kept, and where an unreadable file was put aside, if there was one. */
    Loaded load();

    /**
     * Replaces the kept settings, whole or not at all.
     *
     * @throws java.io.UncheckedIOException when they cannot be written
     */
    void save(Settings settings);

    /**
     * @param putAside where the file that could not be understood lies now
     * @param defaulted names of single values that were not allowed and have their defaults now
     */
    record Loaded(Settings settings, Optional<Path> putAside, List<String> defaulted) {
        public Loaded {
            defaulted = List.copyOf(defaulted);
        }

        public Loaded(Settings settings, Optional<Path> putAside) {
            this(settings, putAside, List.of());
        }
    }
}
