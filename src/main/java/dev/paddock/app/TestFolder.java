package dev.paddock.app;

import dev.paddock.files.AppDirs;

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
        Path data = Files.createTempDirectory("paddock-self-test");
        Path home = named.or(() -> AppDirs.ofSystem().map(AppDirs::data)).orElse(data.getParent());
        Files.createDirectories(home);
        return new TestFolder(data, home.resolve(PICTURE));
    }

    Path data() {
        return data;
    }

    Path picture() {
        return picture;
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
