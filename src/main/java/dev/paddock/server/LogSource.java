package dev.paddock.server;

import dev.paddock.signal.Observable;

import java.util.List;

/** The engine's newest output, for readers that come by now and then. */
public interface LogSource {
    /** The kept lines with a number above {@code after}, oldest first. */
    List<LogLine> linesAfter(long after);

    /** The number of the newest line, 0 when there is none; changes with every line. */
    Observable<Long> newest();
}
