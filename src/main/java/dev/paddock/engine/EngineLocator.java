package dev.paddock.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Port: looks for an engine in every place that may have one. */
public interface EngineLocator {
    /**
     * Blocks on the disk, and for some seconds at most on a program that has to be tried.
     *
     * @param commandLine what a person named for this run
     * @param settings what a person chose for good
     * @return {@link EngineLocation.Found}, with an absolute path, or {@link
     *     EngineLocation.NotFound}
     */
    EngineLocation locate(Optional<Path> commandLine, Optional<Path> settings);

    /**
     * Starts what a person takes for an engine, or for the folder of one, to see whether it answers
     * like one. Blocks for some seconds at most.
     *
     * @return why it is none
     */
    default Optional<Failure> refusal(Path place) {
        return locate(Optional.empty(), Optional.of(place)).failure();
    }
}
