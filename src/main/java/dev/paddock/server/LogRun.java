package dev.paddock.server;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where in the log one run of the engine begins.
 *
 * @param after its lines have higher numbers than this
 * @param command the engine and its arguments, without secrets
 * @param readyAfter the number of the newest line when it became ready; no chat can be in it or in
 *     any line of this run before it
 */
public record LogRun(long after, Instant began, List<String> command, OptionalLong readyAfter) {
    public LogRun {
        command = List.copyOf(command);
    }

    LogRun ready(long newest) {
        return new LogRun(after, began, command, OptionalLong.of(newest));
    }
}
