package dev.paddock.server;

/** Port: asks a started engine how far it is. */
public interface EngineProbe {
    /** One short question (at most about a second); never throws for a silent or foreign peer. */
    Answer ask(LaunchPlan plan, Endpoint endpoint);

    /** Whether a ready engine still answers; at most two seconds; never throws. */
    boolean alive(Endpoint endpoint);

    sealed interface Answer {
        /** Nothing accepts connections. */
        record Silent() implements Answer {}

        /** It listens, the model is not loaded yet. */
        record Loading() implements Answer {}

        /** It serves our model. */
        record Ready(EngineInfo info) implements Answer {}

        /** Something answers, but it is not the engine we started. */
        record Stranger(String why) implements Answer {}
    }
}
