package dev.paddock.app;

import dev.paddock.engine.ServerSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.SettingsStore;

/**
 * The kept settings with the command line over them. What only the command line said is not kept,
 * unless a person changes it in the window.
 */
final class OverridingStore implements SettingsStore {
    private final SettingsStore store;
    private final CommandLine line;
    private ServerSettings kept = ServerSettings.DEFAULT;

    OverridingStore(SettingsStore store, CommandLine line) {
        this.store = store;
        this.line = line;
    }

    @Override
    public synchronized Loaded load() {
        Loaded loaded = store.load();
        kept = loaded.settings().server();
        Settings over = loaded.settings().withServer(line.over(kept));
        return new Loaded(
                line.model().map(over::withModel).orElse(over),
                loaded.putAside(),
                loaded.defaulted());
    }

    @Override
    public synchronized void save(Settings settings) {
        ServerSettings over = line.over(kept);
        ServerSettings now = settings.server();
        ServerSettings saved = now;
        if (now.port() == over.port()) {
            saved = saved.withPort(kept.port());
        }
        if (now.contextSize() == over.contextSize()) {
            saved = saved.withContextSize(kept.contextSize());
        }
        if (now.parallelSlots() == over.parallelSlots()) {
            saved = saved.withParallelSlots(kept.parallelSlots());
        }
        if (now.gpuLayers().equals(over.gpuLayers())) {
            saved = saved.withGpuLayers(kept.gpuLayers());
        }
        store.save(settings.withServer(saved));
    }
}
