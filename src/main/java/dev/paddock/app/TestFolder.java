package dev.paddock.app;

import dev.paddock.files.AppDirs;
import dev.paddock.model.TinyModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the self-test works; what it leaves is the picture alone. */
final class TestFolder implements AutoCloseable {
    private static final String PICTURE = "self-test.png";

    private final Path data;
    private final Path picture;

    private TestFolder(Path data, Path picture) {
        this.data = data;
        this.picture = picture;
    }

    /**
     * @param named where the picture goes; the place for application data when not given
     */
    static TestFolder create(Optional<Path> named) throws IOException {
        Path home = named.orElseGet(() -> AppDirs.ofSystem().data());
        Files.createDirectories(home);
        return new TestFolder(
                Files.createTempDirectory("paddock-self-test"), home.resolve(PICTURE));
    }

    Path data() {
        return data;
    }

    Path picture() {
        return picture;
    }

    /** The given model, or a tiny one made here. */
    Path model(Optional<Path> given) throws IOException {
        if (given.isPresent()) {
            return given.get();
        }
        Path tiny = data.resolve("tiny.gguf");
        TinyModel.write(tiny);
        return tiny;
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (var tree = Files.walk(data)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
