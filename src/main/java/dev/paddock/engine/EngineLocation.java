package dev.paddock.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Where the app found the engine. */
public sealed interface EngineLocation {
    /** It is still being looked for. */
    record Searching() implements EngineLocation {}

    record Found(Path executable, Origin origin) implements EngineLocation {}

    record NotFound(Failure why) implements EngineLocation {}

    /** Which place named the engine. */
    enum Origin {
        COMMAND_LINE,
        SETTINGS,
        ENVIRONMENT,
        BUNDLED,
        SEARCH_PATH
    }

    default Optional<Path> program() {
        return this instanceof Found(var executable, _)
                ? Optional.of(executable)
                : Optional.empty();
    }

    /** Why there is none. */
    default Optional<Failure> failure() {
        return this instanceof NotFound(var why) ? Optional.of(why) : Optional.empty();
    }
}
