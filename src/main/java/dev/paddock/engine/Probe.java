package dev.paddock.engine;

import java.time.Duration;
import java.util.List;

/** Port: asks a started engine how it is. Nothing here throws for a silent or foreign peer. */
public interface Probe {
    /** One short question (at most about a second): how far is the start? */
    Reply ask(LaunchPlan plan, Endpoint endpoint);

    /** Whether a ready engine still answers; at most two seconds. */
    boolean alive(Endpoint endpoint);

    /** What the slots are at; at most three seconds. Tells a slow engine from a stuck one. */
    Work work(Endpoint endpoint);

    /**
     * Lets the engine generate one token, unless every slot is taken: then their progress is the
     * proof. Leaves what the slots remember of the chats as it is, where the engine can.
     *
     * @param limit for the whole trial
     */
    HealthCheck.Result generate(Endpoint endpoint, Duration limit);

    sealed interface Reply {
        /** Nothing accepts connections. */
        record Silent() implements Reply {}

        /** Connections are neither taken nor refused, as when something drops them on the way. */
        record Blocked() implements Reply {}

        /** It listens, the model is not loaded yet. */
        record Loading() implements Reply {}

        /** It serves our model. */
        record Ready(EngineInfo info) implements Reply {}

        /** Something answers, but it is not the engine we started. */
        record Foreign(Stranger who) implements Reply {}
    }

    sealed interface Work {
        record NoAnswer() implements Work {}

        /** It answers, but does not tell what its slots are at. */
        record Untold() implements Work {}

        /**
         * @param full whether every slot is taken
         * @param marks change whenever anything moves
         */
        record Told(boolean full, List<Long> marks) implements Work {
            public Told {
                marks = List.copyOf(marks);
            }
        }
    }
}
