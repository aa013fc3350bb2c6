package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.MessageId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A message that was removed is erased wherever it was, and nothing else is. */
class RemovedFromCopiesTest {
    private static final int CONVERSATIONS = 4;
    private static final int MESSAGES = 6;
    private static final String COPY = "history.db.v1.bak";
    private static final String MARK =
            "UPDATE message SET id = ?, content = 'xyzzy'"
                    + " WHERE key = (SELECT min(key) FROM message)";

    @TempDir private Path folder;

    @Test
    void fromTheFileAndItsCopiesAlone() throws Exception {
        var file = folder.resolve("history.db");
        var one = new Schema(List.of(RebuildingSchema.one()));
        VersionOne.make(file, CONVERSATIONS, MESSAGES);
        var secret = UUID.randomUUID();
        try (var open = Database.open(file, one)) {
            open.write(it -> Sql.update(it, MARK, secret));
        }
        try (var history = SqliteHistory.open(file)) {
            assertTrue(bytes(COPY).contains("xyzzy"));
            var marked =
                    history.conversations().stream()
                            .filter(it -> begins(history, it.id(), secret))
                            .findFirst()
                            .orElseThrow()
                            .id();
            var removal = history.tree(marked).without(new MessageId(secret));
            history.remove(marked, removal);
            history.purgeDeleted();
            assertFalse(bytes(COPY).contains("xyzzy"));
            assertFalse(bytes("history.db").contains("xyzzy"));
            assertEquals(MESSAGES - 1, history.tree(marked).branch().size());
        }
        try (var copy = Database.open(folder.resolve(COPY), one)) {
            var left = copy.read(it -> Sql.number(it, "SELECT count(*) FROM message"));
            assertEquals(CONVERSATIONS * MESSAGES - 1, left);
        }
    }

    private static boolean begins(SqliteHistory history, ConversationId id, UUID message) {
        return history.tree(id).branch().getFirst().id().value().equals(message);
    }

    private String bytes(String name) throws Exception {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }
}
