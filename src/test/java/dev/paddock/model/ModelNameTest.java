package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class ModelNameTest {
    @ParameterizedTest
    @CsvSource({
        "/m/SmolLM2-135M-Instruct.Q4_1.gguf, SmolLM2-135M-Instruct.Q4_1",
        "/m/Big-00001-of-00003.gguf, Big",
        "/m/LOUD.GGUF, LOUD",
        "/m/no ending, no ending",
        "/m/.gguf, .gguf",
        "/, /",
    })
    void isTheFilesOwn(Path file, String name) {
        assertEquals(name, ModelName.of(file));
    }
}
