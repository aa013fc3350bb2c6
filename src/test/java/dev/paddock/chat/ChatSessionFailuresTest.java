package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.fail;
import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure.BrokenStream;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.ContextOverflow;
import dev.paddock.chat.ChatFailure.EngineNotReady;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ChatFailure.NotSaved;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ChatSessionFailuresTest extends SessionOnOneThread {
    private static final HistoryFailure DISK_FULL =
            new HistoryFailure.DiskFull(Path.of("history.db"));

    @Test
    void aFailureBeforeTheFirstTextIsAFailedAnswer() {
        backend.script(fail(new ContextOverflow(5000, 4096)));
        assertEquals(Optional.empty(), session.send("Hi").join());
        assertEquals(MessageStatus.FAILED, answer().status());
        assertEquals(Optional.of(new ContextOverflow(5000, 4096)), answer().failure());
        assertEquals(answer(), history.kept(answer().id()));
    }

    @Test
    void aFailureAfterSomeTextInterruptsTheAnswer() {
        backend.script(say("par"), fail(new ConnectionLost(Loss.BROKEN)));
        session.send("Hi");
        assertEquals(MessageStatus.INTERRUPTED, answer().status());
        assertEquals("par", answer().content());
        assertEquals(Optional.of(new ConnectionLost(Loss.BROKEN)), answer().failure());
    }

    @Test
    void aStreamWithoutAnEndIsNotComplete() {
        backend.script(say("par"));
        session.send("Hi");
        assertEquals(MessageStatus.INTERRUPTED, answer().status());
        assertTrue(answer().failure().orElseThrow() instanceof BrokenStream);
    }

    @Test
    void aDefectInTheBackendEndsTheAnswerToo() {
        backend.script(
                sink -> {
                    throw new IllegalStateException("defect");
                });
        session.send("Hi");
        assertEquals(MessageStatus.FAILED, answer().status());
        assertEquals(Optional.of(new BrokenStream(ChatFailure.Fault.DEFECT)), answer().failure());
        assertFalse(now().busy());
    }

    @Test
    void withoutAnEngineNothingIsKeptOrSent() {
        backend.model = Optional.empty();
        assertEquals(Optional.of(new EngineNotReady()), session.send("Hi").join());
        assertEquals(List.of(), log);
        assertEquals(List.of(), now().messages());
        assertFalse(now().busy());
    }

    @Test
    void whatCannotBeKeptIsNotSent() {
        history.breakWith(DISK_FULL);
        assertEquals(Optional.of(new NotSaved(DISK_FULL)), session.send("Hi").join());
        assertEquals(List.of(), backend.requests);
        assertEquals(List.of(), now().messages());
        assertEquals("Untitled", now().conversation().title());

        history.mend();
        backend.script(finish(FinishReason.STOP));
        assertEquals(Optional.empty(), session.send("Hi").join());
    }

    @Test
    @Fault(57)
    void aFullDiskInTheMiddleLosesNothing() {
        backend.script(
                say("a"),
                then(() -> history.breakWith(DISK_FULL)),
                then(() -> time.advance(500)),
                then(() -> assertEquals(Optional.of(DISK_FULL), now().unsaved())),
                say("b"),
                then(history::mend),
                then(() -> time.advance(500)),
                then(() -> assertEquals("append |ab", log.getLast())),
                then(() -> assertEquals(Optional.empty(), now().unsaved())),
                finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals(Optional.empty(), now().unsaved());
        assertEquals("ab", history.kept(answer().id()).content());
    }

    @Test
    void anEndThatCouldNotBeKeptIsTriedAgain() {
        backend.script(
                say("a"), then(() -> history.breakWith(DISK_FULL)), finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals("a", answer().content());
        assertTrue(now().unsaved().isPresent());
        time.advance(60_000);
        assertTrue(now().unsaved().isPresent());
        history.mend();
        time.advance(30_000);
        assertEquals(Optional.empty(), now().unsaved());
        assertEquals(answer(), history.kept(answer().id()));
        assertEquals(0, time.pending());
    }
}
