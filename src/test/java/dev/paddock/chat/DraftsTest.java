package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.connection.ConnectionId;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything runs on the test's own thread. */
class DraftsTest {
    private final List<String> log = new ArrayList<>();
    private final MemoryHistory history = new MemoryHistory(log);
    private final ScriptedBackend backend = new ScriptedBackend(log);
    private final ManualTime time = new ManualTime();
    private final Kept kept = new Kept();
    private Conversations conversations = start();
    private Drafts drafts = conversations.drafts();

    @Test
    void areWrittenOnceForAllThatWasTypedMeanwhile() {
        var session = conversations.create();
        for (String text : List.of("H", "He", "Hel")) {
            drafts.put(session, text);
        }
        time.advance(999);
        assertEquals(0, kept.writes);
        time.advance(1);
        assertEquals(1, kept.writes);
        assertEquals(Map.of("new", "Hel"), kept.drafts);
        time.advance(60_000);
        drafts.put(session, "Hel");
        time.advance(60_000);
        assertEquals(1, kept.writes, "nothing has changed");
        drafts.put(session, "Help");
        drafts.put(session, "Hel");
        time.advance(60_000);
        assertEquals(1, kept.writes, "nothing has changed in the end");
    }

    @Test
    void surviveACrash() {
        var asked = asked("Hi");
        drafts.put(asked, "And then?");
        drafts.put(conversations.create(), "Something else");
        time.advance(1000);
        restart();
        var again = conversations.open(asked.id()).join();
        assertEquals("And then?", drafts.of(again));
        assertEquals("Something else", drafts.of(conversations.create()));
    }

    @Test
    void whatWasMadeOfAMessageAndWhatWaitsGoWithThem() {
        var asked = asked("Hi");
        var message = asked.state().value().messages().getFirst().id();
        drafts.put(asked.id(), message, "Hi there");
        asked.queue().add("Next");
        time.advance(1000);
        restart();
        assertEquals("Hi there", drafts.of(asked.id(), message));

        drafts.delete(asked.id(), message);
        drafts.write();
        assertEquals(List.of("Next"), List.copyOf(kept.drafts.values()));
        drafts.restore(asked.id(), message);
        drafts.write();
        assertEquals(2, kept.drafts.size());
        conversations.delete(asked.id()).join();
        drafts.write();
        assertEquals(Map.of(), kept.drafts);
        conversations.restore(asked.id()).join();
        drafts.write();
        assertEquals(2, kept.drafts.size());
    }

    @Test
    void areWrittenAtTheEndWithoutWaiting() {
        drafts.put(conversations.create(), "Quick");
        conversations.close();
        assertEquals(Map.of("new", "Quick"), kept.drafts);
    }

    @Test
    void whatIsWrittenAfterTheFirstMessageBelongsToItsConversation() {
        var session = conversations.create();
        drafts.put(session, "too early");
        backend.script(finish(FinishReason.STOP));
        session.send("Hi");
        drafts.begun(session);
        assertEquals("too early", drafts.of(session));
        assertEquals("", drafts.of(conversations.create()));
    }

    @Test
    void goAndComeBackWithTheirConversation() {
        var asked = asked("Hi");
        drafts.put(asked, "And then?");
        conversations.delete(asked.id()).join();
        time.advance(1000);
        assertEquals(Map.of(), kept.drafts);
        conversations.restore(asked.id()).join();
        assertEquals("And then?", drafts.of(asked));
        conversations.close();
        assertEquals(1, kept.drafts.size());
    }

    @Test
    void whatTheDiskRefusesIsTriedAgain() {
        var session = conversations.create();
        kept.full = true;
        drafts.put(session, "H");
        time.advance(1000);
        kept.full = false;
        drafts.put(session, "He");
        time.advance(1000);
        assertEquals(Map.of("new", "He"), kept.drafts);
    }

    private ChatSession asked(String question) {
        var session = conversations.create();
        backend.script(finish(FinishReason.STOP));
        session.send(question);
        return session;
    }

    private void restart() {
        conversations = start();
        drafts = conversations.drafts();
        conversations.load().join();
    }

    private Conversations start() {
        var tools = new ChatTools(history, backend, ConnectionId.LOCAL, time, Runnable::run, time);
        return new Conversations(tools, "Untitled", kept);
    }

    private static final class Kept implements DraftStore {
        private Map<String, String> drafts = Map.of();
        private int writes;
        private boolean full;

        @Override
        public Map<String, String> load() {
            return drafts;
        }

        @Override
        public void save(Map<String, String> now) {
            if (full) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
            drafts = now;
            writes++;
        }
    }
}
