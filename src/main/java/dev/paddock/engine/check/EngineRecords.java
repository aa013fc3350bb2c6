package dev.paddock.engine.check;

import java.util.List;

/**
 * Port: remembers beyond the end of this app which engines were started. Safe from any thread.
 * Nothing here fails: what cannot be written is not remembered, what cannot be read is forgotten.
 */
public interface EngineRecords {
    /** Remembers nothing. */
    EngineRecords NONE =
            new EngineRecords() {
                @Override
                public void add(EngineRecord engine) {}

                @Override
                public void remove(EngineRecord engine) {}

                @Override
                public List<EngineRecord> all() {
                    return List.of();
                }
            };

    /** Takes the place of an earlier one with the same process id. */
    void add(EngineRecord engine);

    void remove(EngineRecord engine);

    List<EngineRecord> all();
}
