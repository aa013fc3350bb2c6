package dev.paddock.engine.log;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Where in the log one run of the engine begins.
 *
 * @param number counts up from 1 within the app's life
 * @param after its lines have higher numbers than this
 * @param command the engine and its arguments, without secrets
 * @param readyAfter the number of the newest line when it became ready; no chat can be in it or in
 *     any line of this run before it
 */
public record LogRun(
        int number, long after, Instant began, List<String> command, OptionalLong readyAfter) {
    public LogRun {
        command = List.copyOf(command);
    }

    /** The command as one would type it. */
    public String commandLine() {
        return command.stream()
                .map(word -> word.isEmpty() || word.contains(" ") ? '"' + word + '"' : word)
                .collect(Collectors.joining(" "));
    }

    LogRun ready(long newest) {
        return new LogRun(number, after, began, command, OptionalLong.of(newest));
    }
}
