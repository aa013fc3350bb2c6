package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.connection.ConnectionId;
import dev.paddock.option.Options;
import dev.paddock.signal.Elsewhere;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything runs on the test's own thread. */
class ConversationsTest {
    private static final Path FILE = Path.of("history.db");

    private final List<String> log = new ArrayList<>();
    private final MemoryHistory history = new MemoryHistory(log);
    private final ScriptedBackend backend = new ScriptedBackend(log);
    private final ManualTime time = new ManualTime();
    private final ChatTools tools =
            new ChatTools(history, backend, ConnectionId.LOCAL, time, Runnable::run, time);
    private final Conversations conversations = new Conversations(tools, "Untitled");

    @Test
    void listenersAreCalledOutsideTheLocksOfSessionAndList() {
        var elsewhere = new Elsewhere();
        var session = conversations.create();
        var changes = new AtomicInteger(3);
        Runnable anything =
                () -> {
                    session.stop();
                    if (changes.getAndDecrement() > 0) {
                        conversations.rename(session.id(), "Title " + changes).join();
                    }
                };
        session.state().subscribe(_ -> elsewhere.run(anything));
        conversations.list().subscribe(_ -> elsewhere.run(session::stop));
        conversations.answering().subscribe(_ -> elsewhere.run(session::stop));
        ask(session, "Hi");
        elsewhere.assertEnded(6);
    }

    @Test
    void anEmptyConversationLeavesNoTrace() {
        var session = conversations.create();
        conversations.configure(session.id(), "Be brief.", Options.EMPTY).join();
        conversations.rename(session.id(), "Mine").join();
        assertEquals(List.of(), log);
        assertEquals(List.of(), titles());

        ask(session, "Hi");
        assertEquals(List.of("Mine"), titles());
        assertEquals("Be brief.", history.conversations().getFirst().systemPrompt());
    }

    @Test
    void listsWhatWasKeptAndClosesWhatACrashLeftOpen() {
        var other = new Conversations(tools, "Untitled");
        backend.script(
                say("par"),
                then(() -> time.advance(500)),
                then(() -> conversations.load().join()),
                then(() -> history.breakWith(new HistoryFailure.Unusable(FILE, ""))));
        other.create().send("Hi");
        assertEquals(List.of("Hi"), titles());
        var messages = history.tree(conversations.list().value().getFirst().id()).branch();
        assertEquals(MessageStatus.INTERRUPTED, messages.getLast().status());
        assertEquals("par", messages.getLast().content());
    }

    @Test
    void whatAnsweredWhenTheHistoryWasReplacedAnswersNoMore() {
        backend.script(
                say("par"),
                then(() -> assertEquals(1, conversations.answering().value().size())),
                then(() -> conversations.replaceHistory(() -> true).join()),
                then(() -> assertEquals(Set.of(), conversations.answering().value())));
        conversations.create().send("Hi");
        assertEquals(Set.of(), conversations.answering().value());
        assertEquals(0, conversations.counts().atWork());
    }

    @Test
    void aFullDiskAtTheStartStillShowsEverything() {
        backend.script(
                say("par"),
                then(() -> time.advance(500)),
                then(() -> history.breakWith(new HistoryFailure.DiskFull(FILE))));
        new Conversations(tools, "Untitled").create().send("Hi");
        conversations.load().join();
        var error = assertThrows(CompletionException.class, conversations.tidied()::join);
        assertEquals(
                new HistoryFailure.DiskFull(FILE), ((HistoryException) error.getCause()).failure());
        var id = conversations.list().value().getFirst().id();
        var answer = conversations.open(id).join().state().value().messages().getLast();
        assertEquals("par", answer.content());
        assertEquals(MessageStatus.INTERRUPTED, answer.status());
    }

    @Test
    void theConversationLastWrittenToComesFirst() {
        var first = asked("First");
        time.advance(1000);
        asked("Second");
        assertEquals(List.of("Second", "First"), titles());
        time.advance(1000);
        ask(first, "Again");
        assertEquals(List.of("First", "Second"), titles());
        assertEquals(history.conversations(), conversations.list().value());
    }

    @Test
    void opensWithItsMessagesAndStaysTheSameSession() {
        var id = asked("Hi").id();
        var later = new Conversations(tools, "Untitled");
        later.load().join();
        var session = later.open(id).join();
        assertEquals(history.tree(id).branch(), session.state().value().messages());
        assertSame(session, later.open(id).join());
        var unknown = later.open(ConversationId.random());
        var error = assertThrows(CompletionException.class, unknown::join);
        assertTrue(error.getCause() instanceof NoSuchElementException);
    }

    @Test
    void renamesOpenAndClosedOnes() {
        var id = asked("Hi").id();
        conversations.rename(id, "  Open ").join();
        conversations.rename(id, " ").join();
        assertEquals(List.of("Open"), titles());

        var later = new Conversations(tools, "Untitled");
        later.load().join();
        later.rename(id, "Closed").join();
        assertEquals("Closed", later.list().value().getFirst().title());
        assertEquals("Closed", history.conversations().getFirst().title());
        assertTrue(history.conversations().getFirst().titleChosen());
    }

    @Test
    void aNameThatCannotBeKeptIsNotShown() {
        var id = asked("Hi").id();
        history.breakWith(new HistoryFailure.NoPermission(FILE));
        var renamed = conversations.rename(id, "New");
        var error = assertThrows(CompletionException.class, renamed::join);
        assertEquals(
                new HistoryFailure.NoPermission(FILE),
                ((HistoryException) error.getCause()).failure());
        assertEquals(List.of("Hi"), titles());
    }

    @Test
    void deletesWithUndo() {
        var id = asked("Hi").id();
        var old = conversations.open(id).join();
        conversations.delete(id).join();
        assertEquals(List.of(), titles());
        assertTrue(old.send("More").join().isPresent());

        conversations.restore(id).join();
        assertEquals(List.of("Hi"), titles());
        var session = conversations.open(id).join();
        assertNotSame(old, session);
        assertEquals(2, session.state().value().messages().size());
    }

    @Test
    void deletingEndsTheAnswerWhichSaysSo() {
        var session = conversations.create();
        backend.script(
                say("par"),
                then(() -> assertEquals(Set.of(session.id()), conversations.answering().value())),
                then(() -> conversations.delete(session.id()).join()),
                say("tial"),
                finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals(List.of(), titles());
        assertEquals(Set.of(), conversations.answering().value());
        assertEquals(1, backend.cancelled);
        conversations.restore(session.id()).join();
        var answer = history.tree(session.id()).branch().getLast();
        assertEquals("par", answer.content());
        assertEquals(MessageStatus.INTERRUPTED, answer.status());
        assertEquals(Optional.of(new ConnectionLost(Loss.CONVERSATION_DELETED)), answer.failure());
    }

    @Test
    void closingEndsAnswersSaysSoAndErasesWhatWasDeleted() {
        var gone = asked("Gone").id();
        conversations.delete(gone).join();
        var session = conversations.create();
        backend.script(say("par"), then(conversations::close), say("tial"));
        session.send("Hi");
        var answer = history.tree(session.id()).branch().getLast();
        assertEquals("par", answer.content());
        assertEquals(MessageStatus.INTERRUPTED, answer.status());
        assertEquals(Optional.of(new ConnectionLost(Loss.APP_CLOSED)), answer.failure());
        assertEquals(List.of(), history.tree(gone).branch());
        assertEquals("purge", log.getLast());
    }

    @Test
    void closingWithABrokenDiskEnds() {
        asked("Hi");
        history.breakWith(new HistoryFailure.DiskFull(FILE));
        conversations.close();
        assertEquals("failed purge", log.getLast());
    }

    @Test
    void manyOpenOnesAreLetGoButNeverABusyOne() {
        var busy = conversations.create();
        backend.script(
                say("a"),
                then(() -> assertSame(busy, conversations.open(busy.id()).join())),
                then(
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                asked("Hi " + i);
                            }
                        }),
                then(() -> assertSame(busy, conversations.open(busy.id()).join())),
                finish(FinishReason.STOP));
        busy.send("Hi");
        assertEquals(MessageStatus.COMPLETE, busy.state().value().messages().getLast().status());
        var first = conversations.list().value().getLast();
        assertEquals(first.id(), conversations.open(first.id()).join().id());
    }

    private ChatSession asked(String question) {
        var session = conversations.create();
        ask(session, question);
        return session;
    }

    private void ask(ChatSession session, String question) {
        backend.script(say("Answer"), finish(FinishReason.STOP));
        assertTrue(session.send(question).join().isEmpty());
    }

    private List<String> titles() {
        return conversations.list().value().stream().map(Conversation::title).toList();
    }
}
