package dev.paddock.engine;

/** What answers in place of the engine that was started, as far as its answers tell. */
public sealed interface Stranger {
    /** A llama-server with another key. */
    record OtherKey() implements Stranger {}

    /**
     * A llama-server with another model.
     *
     * @param model its file, as that server writes it
     */
    record OtherModel(String model) implements Stranger {}

    /** A llama-server that names no model. */
    record NoModel() implements Stranger {}

    /** What it says of itself is nothing a llama-server says. */
    record NoLlamaServer() implements Stranger {}

    /** It answers with a status of HTTP that no starting engine has. */
    record OtherStatus(int status) implements Stranger {}
}
