package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Kills a process that writes, at random moments, and looks for what it had acknowledged. */
class KilledWriterTest {
    private static final int CYCLES = Integer.getInteger("paddock.kill.cycles", 12);

    @TempDir private Path folder;

    private record Acknowledged(ConversationId conversation, int turn, int part) {}

    @Test
    @Fault(58)
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void losesNothingItHasAcknowledged() throws Exception {
        var random = new Random(11);
        var file = folder.resolve("history.db");
        var all = new ArrayList<Acknowledged>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            all.add(killed(file, random));
            try (var history = SqliteHistory.open(file)) {
                assertEquals(all.size(), history.conversations().size());
                check(all.getLast(), history.tree(all.getLast().conversation()).branch(), false);
                history.closeInterrupted();
                for (var one : all) {
                    check(one, history.tree(one.conversation()).branch(), true);
                }
            }
        }
    }

    private static Acknowledged killed(Path file, Random random) throws Exception {
        var process = ChildJvm.start(List.of(), EndlessWriter.class, file.toString());
        try (var lines = process.inputReader()) {
            var id = lines.readLine();
            assertNotNull(id, "the writer did not start");
            var last = lines.readLine();
            for (int more = random.nextInt(120); more > 0; more--) {
                last = lines.readLine();
            }
            for (int spins = random.nextInt(200_000); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            last = lastOf(lines, last);
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            var numbers = last.split(" ");
            return new Acknowledged(
                    new ConversationId(UUID.fromString(id)),
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]));
        }
    }

    /** The last whole line that the writer got out before it was killed. */
    private static String lastOf(BufferedReader lines, String before) throws IOException {
        var last = before;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("\\d+ \\d")) {
                last = line;
            }
        }
        return last;
    }

    private static void check(Acknowledged least, List<Message> messages, boolean closed) {
        assertTrue(messages.size() >= 2 * (least.turn() + 1), messages.size() + " of " + least);
        for (int turn = 0; turn < messages.size() / 2; turn++) {
            assertEquals(EndlessWriter.text(turn, 0), messages.get(2 * turn).content());
            var answer = messages.get(2 * turn + 1);
            int parts = parts(answer, turn);
            if (turn < least.turn() || turn == least.turn() && least.part() == EndlessWriter.END) {
                assertEquals(MessageStatus.COMPLETE, answer.status());
                assertEquals(EndlessWriter.END - 1, parts);
            } else if (turn == least.turn()) {
                assertTrue(parts >= least.part(), parts + " of " + least);
            }
            if (closed) {
                assertTrue(answer.status() != MessageStatus.STREAMING);
            }
        }
    }

    /** How many parts it has, none of them in pieces. */
    private static int parts(Message answer, int turn) {
        var content = new StringBuilder();
        for (int part = 1; part <= EndlessWriter.END; part++) {
            if (content.toString().equals(answer.content())) {
                return part - 1;
            }
            content.append(EndlessWriter.text(turn, part));
        }
        throw new AssertionError("in pieces: " + answer);
    }
}
