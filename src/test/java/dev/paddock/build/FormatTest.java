package dev.paddock.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class FormatTest {
    @Test
    void everySourceIsLaidOutAsBinFormatDoes() throws Exception {
        assertTrue(Format.sources().size() > 50, "run from the project's folder");
        assertEquals(List.of(), Format.badlyLaidOut(), "run bin/format");
    }
}
