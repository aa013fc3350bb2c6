package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class SingleInstanceTest {
    @TempDir Path folder;

    @Test
    void oneAtATime() throws IOException {
        try (var _ = SingleInstance.take(folder.resolve("new")).orElseThrow()) {
            assertEquals(Optional.empty(), SingleInstance.take(folder.resolve("new")));
        }
        var next = SingleInstance.take(folder.resolve("new"));
        assertTrue(next.isPresent());
        next.get().close();
    }
}
