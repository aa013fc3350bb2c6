package dev.paddock.engine.check;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Port: looks at other processes of this account. Safe from any thread. */
public interface ProcessTable {
    /** The process that has this id now, unless it has ended. */
    Optional<Entry> find(long pid);

    /** One process; it never becomes another one that is given the same id later. */
    interface Entry {
        /** Empty when the system does not tell. */
        Optional<Instant> started();

        /** What it may have been started as: its program, without symbolic links, and scripts. */
        List<Path> programs();

        /** The port it was told to listen on, as far as the system shows its arguments. */
        OptionalInt port();

        Token token();

        /**
         * Ends it and what it has started: asks first, insists after half of {@code limit}.
         *
         * @return whether it is gone
         */
        boolean end(Duration limit);
    }

    /** The run token in the environment of a process. */
    sealed interface Token {
        record Shown(String token) implements Token {}

        /** It was started without one. */
        record None() implements Token {}

        /** This system shows no process the environment of another. */
        record Hidden() implements Token {}
    }
}
