package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.FIGURES;
import static dev.paddock.chat.ScriptedBackend.fail;
import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;
import static dev.paddock.chat.ScriptedBackend.think;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.ConversationTree.Fork;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Messages that are changed, go on, go and come back. */
class EditingTest extends SessionOnOneThread {
    private Message question;
    private Message first;

    @BeforeEach
    void ask() {
        answerWith("One");
        session.send("Q");
        question = now().messages().getFirst();
        first = answer();
    }

    @Test
    void anEditedQuestionIsAskedAndTheOldOneStaysBesideIt() {
        answerWith("Two");
        assertEquals(Optional.empty(), session.ask(question.id(), "Q2").join());
        assertEquals(List.of("Q2", "Two"), texts());
        assertEquals(new Fork(2, 2), now().tree().forks().get(now().messages().getFirst().id()));
        assertEquals(List.of(new Turn(Role.USER, "Q2")), backend.requests.getLast().turns());
        session.choose(question.id()).join();
        assertEquals(List.of("Q", "One"), texts());
        assertEquals(now().tree(), history.tree(session.id()));
    }

    @Test
    void anEditIsKeptWithoutAsking() {
        session.edit(question.id(), "Q2").join();
        assertEquals(List.of("Q2"), texts());
        assertEquals(1, backend.requests.size());
        answerWith("Three");
        session.send("and more");
        assertEquals(
                List.of(new Turn(Role.USER, "Q2\n\nand more")), backend.requests.getLast().turns());
    }

    @Test
    void anEditedAnswerSaysSoAndIsWhatTheModelIsTold() {
        session.edit(first.id(), "Uno").join();
        assertEquals(List.of("Q", "Uno"), texts());
        assertTrue(answer().origin().edited());
        assertFalse(first.origin().edited());
        assertEquals(Optional.of("tiny"), answer().model());
        assertEquals(Optional.empty(), answer().statistics());
        assertEquals(history.tree(session.id()), now().tree());
        answerWith("next");
        session.send("More");
        assertEquals(
                List.of(
                        new Turn(Role.USER, "Q"),
                        new Turn(Role.ASSISTANT, "Uno"),
                        new Turn(Role.USER, "More")),
                backend.requests.getLast().turns());
    }

    @Test
    void anyAnswerIsAskedForAgain() {
        answerWith("after");
        session.send("More");
        answerWith("Two");
        session.regenerate(first.id());
        assertEquals(List.of("Q", "Two"), texts());
        session.choose(first.id()).join();
        assertEquals(List.of("Q", "One", "More", "after"), texts());
    }

    @Test
    void aStoppedAnswerGoesOnInItsOwnMessage() {
        backend.script(think("Hm"), say("It "), then(session::stop), say("never"));
        session.send("More");
        var stopped = answer();
        assertEquals("It ", stopped.content());
        var figures = stopped.statistics().orElseThrow();

        backend.script(say("goes on"), finish(FinishReason.STOP));
        assertEquals(Optional.empty(), session.continueAnswer(stopped.id()).join());
        assertEquals(stopped.id(), answer().id());
        assertEquals("It goes on", answer().content());
        assertEquals("Hm", answer().reasoning());
        assertEquals(MessageStatus.COMPLETE, answer().status());
        assertEquals(
                new Turn(Role.ASSISTANT, "It ", List.of(), List.of(), "Hm"),
                backend.requests.getLast().turns().getLast());
        assertEquals(history.kept(stopped.id()), answer());
        var whole = answer().statistics().orElseThrow();
        assertEquals(
                figures.completionTokens() + FIGURES.completionTokens(), whole.completionTokens());
        assertEquals(figures.totalMillis() + FIGURES.totalMillis(), whole.totalMillis());
        assertEquals(figures.firstTokenMillis(), whole.firstTokenMillis());
    }

    @Test
    void whatWasThereIsNotLostWhenGoingOnFails() {
        backend.script(say("Half"), finish(FinishReason.LENGTH));
        session.send("More");
        assertEquals(MessageStatus.CUT_OFF, answer().status());
        backend.script(fail(new ChatFailure.BrokenStream(ChatFailure.Fault.ENDED_EARLY)));
        session.continueAnswer(answer().id());
        assertEquals("Half", answer().content());
        assertEquals(MessageStatus.INTERRUPTED, answer().status());
        assertEquals(history.kept(answer().id()), answer());
        assertTrue(answer().canContinue());
    }

    @Test
    void onlyTheLastAnswerThatBrokeOffCanGoOn() {
        assertFalse(first.canContinue());
        assertThrows(Exception.class, () -> session.continueAnswer(first.id()).join());
        backend.script(say("full"), finish(FinishReason.CONTEXT_FULL));
        session.send("More");
        assertFalse(answer().canContinue());
        assertFalse(now().busy());
    }

    @Test
    void anAnswerThatAnotherModelWentOnWithNamesBoth() {
        backend.script(say("Half"), finish(FinishReason.LENGTH));
        session.send("More");
        backend.model = Optional.of("large");
        backend.script(say("."), finish(FinishReason.STOP));
        session.continueAnswer(answer().id());
        assertEquals(Optional.of("tiny → large"), answer().model());
    }

    @Test
    void aMessageGoesAloneOrWithWhatFollowsAndComesBack() {
        answerWith("after");
        session.send("More");
        var all = now().tree();

        var alone = all.without(first.id());
        session.remove(alone).join();
        assertEquals(List.of("Q", "More", "after"), texts());
        assertEquals(history.tree(session.id()), now().tree());
        session.restore(alone).join();
        assertEquals(all, now().tree());

        var rest = all.withoutFrom(first.id());
        session.remove(rest).join();
        assertEquals(List.of("Q"), texts());
        session.restore(rest).join();
        assertEquals(all, now().tree());
    }

    @Test
    void aMessageComesBackWhileAnAnswerIsUnderWay() {
        answerWith("after");
        session.send("More");
        var removal = now().tree().without(first.id());
        session.remove(removal).join();
        backend.script(
                say("Third "),
                then(() -> session.restore(removal).join()),
                say("answer"),
                finish(FinishReason.STOP));
        session.send("Even more");
        assertEquals(List.of("Q", "One", "More", "after", "Even more", "Third answer"), texts());
        assertEquals(MessageStatus.COMPLETE, answer().status());
        assertEquals(history.tree(session.id()), now().tree());
    }

    @Test
    void whenOneVersionGoesTheNextOneIsShown() {
        answerWith("Two");
        session.regenerate(first.id());
        session.remove(now().tree().withoutFrom(answer().id())).join();
        assertEquals(List.of("Q", "One"), texts());
        session.remove(now().tree().withoutFrom(question.id())).join();
        assertEquals(List.of(), texts());
        answerWith("new");
        session.send("Anew");
        assertEquals(List.of("Anew", "new"), texts());
    }

    private void answerWith(String text) {
        backend.script(say(text), finish(FinishReason.STOP));
    }

    private List<String> texts() {
        return now().messages().stream().map(Message::content).toList();
    }
}
