package dev.paddock.ui.chat;

import dev.paddock.server.ServerState;
import dev.paddock.ui.common.Words;

import java.util.Optional;

/** Why nothing can be sent now. */
final class EngineReadiness {
    private EngineReadiness() {}

    /** Empty when an engine answers; a short sentence otherwise. */
    static Optional<String> obstacle(ServerState state, Words words) {
        return switch (state) {
            case ServerState.Ready _, ServerState.Suspect _, ServerState.Unresponsive _ ->
                    Optional.empty();
            case ServerState.Idle _ -> Optional.of(words.of("chat.blocked.stopped"));
            case ServerState.Preflight _, ServerState.Spawning _, ServerState.BackingOff _ ->
                    Optional.of(words.of("chat.blocked.starting"));
            case ServerState.Loading _, ServerState.Stalled _ ->
                    Optional.of(words.of("chat.blocked.loading"));
            case ServerState.Stopping _ -> Optional.of(words.of("chat.blocked.stopping"));
            case ServerState.Diagnosing _, ServerState.Failed _ ->
                    Optional.of(words.of("chat.blocked.failed"));
        };
    }
}
