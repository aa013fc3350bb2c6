package dev.paddock.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the header of a GGUF file says.
 *
 * @param title general.name: what its makers call it, often the same for many files
 * @param fileBytes the size of the file, all parts of a split one together
 * @param quantization the name of general.file_type, as {@code Q4_K_M}
 * @param parameters weights in all tensors together
 * @param chatTemplate whether the file brings its own
 */
public record ModelFile(
        Path path,
        Optional<String> title,
        long fileBytes,
        Architecture architecture,
        Optional<String> quantization,
        OptionalLong parameters,
        boolean chatTemplate) {
    /**
     * How it is built.
     *
     * @param trainedContext tokens the model was trained with
     * @param blocks layers without the output layer
     * @param cache empty where the size of its cache does not follow from the header
     */
    public record Architecture(
            String name,
            OptionalInt trainedContext,
            OptionalInt blocks,
            Optional<CacheShape> cache) {}

    /** See {@link ModelName}. */
    public String name() {
        return ModelName.of(path);
    }

    public OptionalInt trainedContext() {
        return architecture.trainedContext();
    }
}
