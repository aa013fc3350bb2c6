package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ChunkTest {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    @Test
    void anErrorThatIsNullIsNone() {
        var chunk = read("{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}],\"error\":null}");
        assertFalse(chunk.failed);
        assertEquals("Hi", chunk.content);
        assertTrue(read("{\"error\":{\"message\":\"no\"}}").failed);
        assertTrue(read("{\"error\":\"no\"}").failed);
    }

    private static Chunk read(String event) {
        var chunk = new Chunk();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), event)) {
            chunk.read(parser);
        }
        return chunk;
    }
}
