package dev.paddock.engine;

import java.time.Duration;
import java.util.Optional;

/** Port: this app's own open answers from the engine. Safe from any thread; never blocks. */
public interface OpenStreams {
    /**
     * Ends every one, because an open one would keep the engine from ending.
     *
     * @param wanted whether a person wants the engine to end
     * @return whether there was one, or has been until a moment ago: the engine has yet to notice
     */
    boolean closeAll(boolean wanted);

    /**
     * How long the one that waits longest has brought nothing; empty when none is open. Signs of
     * life of the connection alone, such as keep-alive comments, do not count.
     */
    Optional<Duration> silence();

    /** For an app that never asks the engine for anything. */
    static OpenStreams none() {
        return new OpenStreams() {
            @Override
            public boolean closeAll(boolean wanted) {
                return false;
            }

            @Override
            public Optional<Duration> silence() {
                return Optional.empty();
            }
        };
    }
}
