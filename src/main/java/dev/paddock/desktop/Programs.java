package dev.paddock.desktop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's programs, by their names. */
record Programs(List<Path> folders) {
    Programs {
        folders = List.copyOf(folders);
    }

    /** Those of its PATH. */
    static Programs of(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return new Programs(
                Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(Programs::folder)
                        .toList());
    }

    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException garbled) {
            return Stream.empty();
        }
    }

    Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
