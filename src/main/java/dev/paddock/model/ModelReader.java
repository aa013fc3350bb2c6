package dev.paddock.model;

import java.nio.file.Path;

/** Reads the header of a model file. */
@FunctionalInterface
public interface ModelReader {
    /**
     * Reads the header only; at most a few megabytes, whatever the file claims. Blocks on the disk.
     *
     * @throws ModelException when it is missing, unreadable, not a GGUF, cut off, or no main model
     */
    ModelFile read(Path path) throws ModelException;
}
