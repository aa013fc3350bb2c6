package dev.paddock.engine.log;

import dev.paddock.signal.Observable;

import java.util.List;

/**
 * The engine's newest output, for readers that come by now and then. No line holds a secret (see
 * {@link Redactor}). Safe from any thread.
 */
public interface LogSource {
    /**
     * The newest lines with a number above {@code after}, oldest first: at most {@code most}, and
     * fewer when they are so long that it would take long to read them.
     */
    List<LogLine> lastLines(long after, int most);

    /**
     * The oldest kept lines with a number above {@code after}, oldest first: some tens of kilobytes
     * of them. Whoever asks again with the last number reads everything that was not already
     * overwritten; a gap in the numbers tells how much was. Empty when there is nothing newer.
     */
    List<LogLine> nextLines(long after);

    /** The number of the newest line, 0 when there is none; changes with every piece of output. */
    Observable<Long> newest();

    /** The latest runs of the engine, oldest first. */
    Observable<List<LogRun>> runs();
}
