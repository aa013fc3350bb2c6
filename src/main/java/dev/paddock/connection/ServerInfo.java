package dev.paddock.connection;

import dev.paddock.engine.EngineState.RunningEngine;

/**
 * What a server says of itself.
 *
 * @param model the name of the model that answers
 * @param build the server's own name for its version
 * @param contextPerSlot tokens one conversation can hold
 * @param slots answers at the same time
 */
public record ServerInfo(String model, String build, int contextPerSlot, int slots) {
    private static final String ENDING = ".gguf";

    static ServerInfo of(RunningEngine engine) {
        var info = engine.info();
        var file = String.valueOf(engine.plan().model().getFileName());
        return new ServerInfo(
                file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file,
                info.build(),
                info.contextPerSlot(),
                info.slots());
    }
}
