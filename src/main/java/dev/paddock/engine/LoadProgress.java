package dev.paddock.engine;

import java.util.OptionalLong;

/**
 * How far a starting engine is.
 *
 * @param bytesRead of files, so far; more than the model's where the engine reads others or reads
 *     twice; empty where the system does not tell
 */
public record LoadProgress(Stage stage, OptionalLong bytesRead) {
    static final LoadProgress NONE = new LoadProgress(Stage.BEGINNING, OptionalLong.empty());

    /** In this order. */
    public enum Stage {
        /** The program starts and looks for its devices. */
        BEGINNING,
        /** It works out what fits into the memory, and reads the weights. */
        READING,
        /** The weights are there; it lays out the context and takes a first step. */
        PREPARING,
        /**
         * It takes the first step on a graphics card. The card's driver may have to prepare its
         * programs for it, of which nothing is heard for up to minutes.
         */
        WARMING_UP
    }
}
