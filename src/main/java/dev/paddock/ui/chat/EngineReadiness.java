package dev.paddock.ui.chat;

import dev.paddock.engine.EngineState;
import dev.paddock.ui.words.Words;

import java.util.Optional;

/** Why nothing can be sent now. */
final class EngineReadiness {
    private EngineReadiness() {}

    /** Empty when an engine answers; a short sentence otherwise. */
    static Optional<String> obstacle(EngineState state, Words words) {
        return switch (state) {
            case EngineState.Ready _, EngineState.Suspect _, EngineState.Unresponsive _ ->
                    Optional.empty();
            case EngineState.Idle _ -> Optional.of(words.of("chat.blocked.stopped"));
            case EngineState.Preflight _, EngineState.Spawning _, EngineState.BackingOff _ ->
                    Optional.of(words.of("chat.blocked.starting"));
            case EngineState.Loading _, EngineState.Stalled _ ->
                    Optional.of(words.of("chat.blocked.loading"));
            case EngineState.Stopping _ -> Optional.of(words.of("chat.blocked.stopping"));
            case EngineState.Diagnosing _, EngineState.Failed _ ->
                    Optional.of(words.of("chat.blocked.failed"));
        };
    }
}
