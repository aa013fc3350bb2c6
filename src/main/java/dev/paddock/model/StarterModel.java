package dev.paddock.model;

import java.nio.file.Path;
import java.util.List;

/**
 * The tiny model that Paddock carries, so that the first chat needs no download.
 *
 * @param path where it lies once it was used
 * @param bytes the size of the file
 * @param questions what it is sure to answer, the best ones to begin with first
 */
public record StarterModel(Path path, long bytes, List<String> questions) {
    public StarterModel {
        questions = List.copyOf(questions);
    }
}
