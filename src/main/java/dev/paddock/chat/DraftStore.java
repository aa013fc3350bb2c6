package dev.paddock.chat;

import java.util.Map;

/** Port: keeps what is being written over the end of the app. Blocks; not for the FX thread. */
public interface DraftStore {
    /** Keeps nothing. */
    DraftStore NONE =
            new DraftStore() {
                @Override
                public Map<String, String> load() {
                    return Map.of();
                }

                @Override
                public void save(Map<String, String> drafts) {}
            };

    /** What was kept; nothing where that cannot be read. */
    Map<String, String> load();

    /**
     * Replaces all that is kept, whole or not at all.
     *
     * @throws java.io.UncheckedIOException when that cannot be done
     */
    void save(Map<String, String> drafts);
}
