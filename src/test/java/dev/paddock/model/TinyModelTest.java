package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;

class TinyModelTest {
    @TempDir Path folder;

    @Test
    void isTheSameOnEveryCallAndOnEveryMachine() throws Exception {
        byte[] bytes = TinyModel.bytes();
        assertArrayEquals(bytes, TinyModel.bytes());
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals(
                "ab3392270647476f42d63bbb2cba3c484d1c0c84fbe50c43ac88a5511930e201",
                HexFormat.of().formatHex(digest),
                "update me when the model changes");
    }

    @Test
    void replacesAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("tiny.gguf"), "old");
        TinyModel.write(file);
        assertArrayEquals(TinyModel.bytes(), Files.readAllBytes(file));
        assertTrue(Files.size(file) < 1_000_000);
    }

    @Test
    void everyTokenHasItsOwnText() {
        var seen = new HashSet<String>();
        for (var token : new TinyVocabulary().tokens()) {
            assertTrue(seen.add(token.text()), token.text());
        }
    }

    @Test
    void everythingItWritesIsPrintable() {
        for (var token : new TinyVocabulary().tokens()) {
            boolean printable =
                    token.text().replace('\u2581', ' ').chars().allMatch(c -> c < 127)
                            && token.type() == TinyVocabulary.Type.NORMAL;
            assertTrue(
                    printable
                            || token.kind() == TinyVocabulary.Kind.SILENT
                            || token.kind() == TinyVocabulary.Kind.END,
                    token.text());
        }
    }
}
