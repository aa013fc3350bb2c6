package dev.paddock.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: keeps the settings on disk. Blocks; not for the FX thread. */
public interface SettingsStore {
    /** What was kept, and where an unreadable file was put aside, if there was one. */
    Loaded load();

    /**
     * Replaces the kept settings, whole or not at all. The options of the command line are none of
     * them.
     *
     * @throws java.io.UncheckedIOException when they cannot be written
     */
    void save(Settings settings);

    /**
     * @param putAside where the file that could not be understood lies now
     * @param refused single values that are not allowed
     * @param copy where the file lies as it was, with the refused values; empty without any, or
     *     when it could not be made: then {@link #save} makes it or fails
     * @param renamed names that are out of use, and the names their values are kept by from now on
     * @param unreadablePaths paths that this system cannot use in its locale; they stay kept
     */
    record Loaded(
            Settings settings,
            Optional<Path> putAside,
            List<RefusedValue> refused,
            Optional<Path> copy,
            Map<String, String> renamed,
            List<String> unreadablePaths) {
        public Loaded {
            unreadablePaths = unreadablePaths.stream().distinct().toList();
            refused = List.copyOf(refused);
            renamed = new LinkedHashMap<>(renamed);
        }

        public Loaded(Settings settings, Optional<Path> putAside) {
            this(settings, putAside, List.of(), Optional.empty(), Map.of(), List.of());
        }
    }
}
