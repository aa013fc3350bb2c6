package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.fail;
import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.read;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;
import static dev.paddock.chat.ScriptedBackend.think;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.faults.Fault;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ChatSessionTest extends SessionOnOneThread {
    @Test
    void keepsTheQuestionBeforeItIsSent() {
        backend.script(say("Hello"), say("!"), finish(FinishReason.STOP));
        assertEquals(Optional.empty(), session.send("Hi").join());
        assertEquals(List.of("add Hi", "send", "message COMPLETE Hello!"), log);
        assertEquals(MessageStatus.COMPLETE, answer().status());
        assertEquals(Optional.of(ScriptedBackend.FIGURES), answer().statistics());
        assertEquals(Optional.of("tiny"), answer().model());
        assertEquals(history.tree(session.id()).branch(), now().messages());
        assertFalse(now().busy());
    }

    @Test
    void showsTheAnswerWhileItGrows() {
        var seen = new ArrayList<String>();
        backend.script(
                then(
                        () ->
                                live().onChange(
                                                () ->
                                                        seen.add(
                                                                live().reasoning()
                                                                        + "|"
                                                                        + live().content()))),
                sink -> sink.accept(new ChatEvent.PromptProgress(3, 9, 0, 5)),
                think("hm"),
                say("a"),
                say("b"),
                then(() -> assertEquals("b", live().content().from(1))),
                then(() -> assertEquals(9, live().waiting().read().orElseThrow().total())),
                then(() -> assertEquals(MessageStatus.STREAMING, answer().status())),
                then(() -> assertTrue(now().busy())),
                finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals(List.of("|", "hm|", "hm|a", "hm|ab"), seen);
        assertEquals(Optional.empty(), now().live());
        assertEquals("hm", answer().reasoning());
        assertEquals(MessageStatus.COMPLETE, answer().status());
    }

    @Test
    void keepsNewTextInBatchesOfHalfASecond() {
        backend.script(
                say("a"),
                then(() -> time.advance(499)),
                say("b"),
                then(() -> assertEquals(List.of("add Hi", "send"), log)),
                then(() -> time.advance(1)),
                then(() -> assertEquals("append |ab", log.getLast())),
                then(() -> time.advance(10_000)),
                then(() -> assertEquals(3, log.size())),
                think("c"),
                say("d"),
                then(() -> time.advance(500)),
                then(() -> assertEquals("append c|d", log.getLast())),
                say("e"),
                finish(FinishReason.STOP),
                then(() -> time.advance(500)));
        session.send("Hi");
        assertEquals("message COMPLETE abde", log.getLast());
        assertEquals(5, log.size());
        assertEquals(0, time.pending());
    }

    @Test
    void neverKeepsHalfACharacter() {
        backend.script(
                say("x\uD83E"),
                then(() -> time.advance(500)),
                then(() -> assertEquals("append |x", log.getLast())),
                say("\uDD99"),
                then(() -> time.advance(500)),
                then(() -> assertEquals("append |🦙", log.getLast())),
                finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals("x🦙", answer().content());
    }

    @Test
    @Fault(75)
    void stopKeepsWhatThereIs() {
        backend.script(say("par"), then(session::stop), say("tial"), finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals(MessageStatus.STOPPED, answer().status());
        assertEquals("par", answer().content());
        assertEquals(answer(), history.kept(answer().id()));
        assertEquals(1, backend.cancelled);
        session.stop();
        assertEquals("message STOPPED par", log.getLast());
    }

    @Test
    void anAnswerThatOnlyWaitedTellsThatNoTokenCame() {
        backend.script(then(session::stop));
        session.send("Hi");
        assertEquals(0, answer().statistics().orElseThrow().completionTokens());
        backend.script(fail(new ConnectionLost(Loss.ENGINE_STOPPED)));
        session.send("Hi");
        assertEquals(0, answer().statistics().orElseThrow().completionTokens());
        backend.script(fail(new ChatFailure.Unauthorized()));
        session.send("Hi");
        assertEquals(Optional.empty(), answer().statistics());
    }

    @Test
    void stoppedAndBrokenAnswersHaveTheFiguresThatHadCome() {
        backend.script(read(9, 9), think("p"), say("ar"), then(session::stop));
        session.send("Hi");
        assertEquals(9, answer().statistics().orElseThrow().promptTokens());
        assertEquals(2, answer().statistics().orElseThrow().completionTokens());
        backend.script(say("p"), say("a"), say("r"), fail(new ConnectionLost(Loss.BROKEN)));
        session.send("Again");
        assertEquals(MessageStatus.INTERRUPTED, answer().status());
        assertEquals(3, answer().statistics().orElseThrow().completionTokens());
        assertEquals(answer(), history.kept(answer().id()));
    }

    @Test
    void aTimeLimitEndsTheAnswerAndSaysSo() {
        session.change(now -> now.with("", Options.of(SamplingOptions.TIME_LIMIT, 30)));
        backend.script(
                say("par"),
                then(() -> time.advance(29_999)),
                say("ti"),
                then(() -> time.advance(1)),
                say("al"),
                finish(FinishReason.STOP));
        session.send("Hi");
        assertEquals("parti", answer().content());
        assertEquals(
                Optional.of(new ChatFailure.TimeLimit(Duration.ofSeconds(30))), answer().failure());
        assertEquals(1, backend.cancelled);
    }

    @Test
    void theTimeLimitIsTakenBackWithTheEndOfTheAnswer() {
        session.change(now -> now.with("", Options.of(SamplingOptions.TIME_LIMIT, 30)));
        backend.script(finish(FinishReason.STOP));
        session.send("One");
        backend.script(fail(new ConnectionLost(Loss.BROKEN)));
        session.send("Two");
        backend.script(then(session::stop));
        session.send("Three");
        assertEquals(0, time.pending());
    }

    @Test
    void stopBeforeTheStreamOpensSendsNothing() {
        var conversations = new Conversations(tools, "Untitled");
        var eager = conversations.create();
        eager.state().subscribe(state -> state.live().ifPresent(live -> eager.stop()));
        eager.send("Hi");
        assertEquals(List.of("add Hi", "message STOPPED "), log);
        assertFalse(eager.state().value().busy());
    }

    @Test
    void aLimitCutsTheAnswerOff() {
        backend.script(say("long"), finish(FinishReason.LENGTH));
        session.send("Hi");
        assertEquals(MessageStatus.CUT_OFF, answer().status());
        assertEquals(Optional.of(ScriptedBackend.FIGURES), answer().statistics());
    }

    @Test
    @Fault(73)
    void sendsTheWholeBranchWithoutEmptyAnswers() {
        session.change(
                it -> it.with("Be brief.", it.options().with(SamplingOptions.TEMPERATURE, 0.0)));
        backend.script(say("One"), finish(FinishReason.STOP));
        backend.script(fail(new ConnectionLost(Loss.BROKEN)));
        backend.script(say("Thr"), fail(new ConnectionLost(Loss.BROKEN)));
        backend.script(finish(FinishReason.STOP));
        session.send("1");
        session.send("2");
        session.send("3");
        session.send("4");
        var request = backend.requests.getLast();
        assertEquals("Be brief.", request.systemPrompt());
        assertEquals(0, request.options().value(SamplingOptions.TEMPERATURE));
        assertEquals(
                List.of(
                        new Turn(Role.USER, "1"),
                        new Turn(Role.ASSISTANT, "One"),
                        new Turn(Role.USER, "2\n\n3"),
                        new Turn(Role.ASSISTANT, "Thr"),
                        new Turn(Role.USER, "4")),
                request.turns());
    }

    @Test
    void regeneratesBesideTheOldAnswer() {
        backend.script(say("One"), finish(FinishReason.STOP));
        backend.script(say("Two"), finish(FinishReason.STOP));
        session.send("Hi");
        var first = answer();
        session.regenerate(first.id()).join();
        assertEquals(2, now().messages().size());
        assertEquals("Two", answer().content());
        assertEquals(first.parent(), answer().parent());
        assertEquals(first, history.kept(first.id()));
        assertEquals(backend.requests.getFirst(), backend.requests.getLast());
        assertThrows(IllegalArgumentException.class, () -> session.regenerate(first.id()));
    }

    @Test
    void takesOneQuestionAtATime() {
        backend.script(
                then(() -> assertThrows(IllegalStateException.class, () -> session.send("2"))),
                finish(FinishReason.STOP));
        session.send("1");
        assertEquals(2, now().messages().size());
    }

    @Test
    void theFirstQuestionNamesTheConversation() {
        backend.script(finish(FinishReason.STOP));
        backend.script(finish(FinishReason.STOP));
        session.send("# Why is the *sky* blue?\nTell me.");
        assertEquals("Why is the sky blue?", now().conversation().title());
        session.send("And the sea?");
        assertEquals("Why is the sky blue?", now().conversation().title());
    }

    @Test
    void aChosenNameStays() {
        session.change(it -> it.titled("Mine", true));
        backend.script(finish(FinishReason.STOP));
        session.send("Why?");
        assertEquals("Mine", now().conversation().title());
    }

    private LiveAnswer live() {
        return now().live().orElseThrow();
    }
}
