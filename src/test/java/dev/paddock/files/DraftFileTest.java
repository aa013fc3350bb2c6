package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class DraftFileTest {
    @TempDir Path folder;

    @Test
    void keepsEveryText() {
        var drafts = Map.of("new", "two\nlines \"and\" שלום 🙂", "id", " ");
        file().save(drafts);
        assertEquals(drafts, file().load());
        file().save(Map.of());
        assertEquals(Map.of(), file().load());
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertEquals(Map.of(), file().load());
    }

    @Test
    void aDamagedFileIsPutBeside() throws Exception {
        Files.writeString(folder.resolve("drafts.json"), "{\"new\": \"Hel");
        var file = file();
        assertEquals(Optional.empty(), file.putAside());
        assertEquals(Map.of(), file.load());
        assertEquals(Optional.of(folder.resolve("drafts.json.unreadable")), file.putAside());
        file.save(Map.of("new", "Hello"));
        assertEquals("{\"new\": \"Hel", Files.readString(folder.resolve("drafts.json.unreadable")));
        assertEquals(Map.of("new", "Hello"), file().load());
    }

    @Test
    void whatWasPutBesideStays() throws Exception {
        Files.writeString(folder.resolve("drafts.json"), "first");
        file().load();
        Files.writeString(folder.resolve("drafts.json"), "second");
        var file = file();
        file.load();
        assertEquals("first", Files.readString(folder.resolve("drafts.json.unreadable")));
        assertEquals(Optional.of(folder.resolve("drafts.json.unreadable-2")), file.putAside());
        assertEquals("second", Files.readString(folder.resolve("drafts.json.unreadable-2")));
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        var file = new DraftFile(inTheWay.resolve("drafts.json"));
        assertThrows(UncheckedIOException.class, () -> file.save(Map.of("new", "Hello")));
    }

    private DraftFile file() {
        return new DraftFile(folder.resolve("drafts.json"));
    }
}
