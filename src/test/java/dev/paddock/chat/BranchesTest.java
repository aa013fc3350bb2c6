package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Part.ToolCall;
import dev.paddock.chat.Part.ToolResult;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

class BranchesTest extends SessionOnOneThread {
    @Test
    void showsAnotherAnswerAndWhatFollowedIt() {
        answerWith("One");
        session.send("Q");
        var first = answer();
        answerWith("after one");
        session.send("And then?");
        var end = answer();
        answerWith("Two");
        session.regenerate(first.id());
        assertEquals(List.of("Q", "Two"), texts());
        assertEquals(List.of(first.id(), answer().id()), now().tree().siblings(answer().id()));

        session.choose(first.id()).join();
        assertEquals(List.of("Q", "One", "And then?", "after one"), texts());
        assertEquals(now().tree(), history.tree(session.id()));
        assertEquals(Optional.of(end.id()), now().tree().leaf());
    }

    @Test
    void theNextQuestionFollowsTheBranchThatIsShown() {
        answerWith("One");
        session.send("Q");
        var first = answer();
        answerWith("Two");
        session.regenerate(first.id());
        session.choose(first.id()).join();
        answerWith("three");
        session.send("More");
        assertEquals(List.of("Q", "One", "More", "three"), texts());
        assertEquals(
                List.of(
                        new Turn(Role.USER, "Q"),
                        new Turn(Role.ASSISTANT, "One"),
                        new Turn(Role.USER, "More")),
                backend.requests.getLast().turns());
    }

    @Test
    void noOtherBranchIsShownWhileAnAnswerIsUnderWay() {
        answerWith("One");
        session.send("Q");
        var first = answer().id();
        backend.script(
                then(() -> assertThrows(IllegalStateException.class, () -> session.choose(first))),
                finish(FinishReason.STOP));
        session.regenerate(first);
        assertEquals(2, now().messages().size());
    }

    @Test
    void aBranchThatCannotBeReadIsNotShown() {
        answerWith("One");
        session.send("Q");
        history.breakWith(new HistoryFailure.DiskFull(Path.of("history.db")));
        var before = now();
        var error =
                assertThrows(CompletionException.class, () -> session.choose(answer().id()).join());
        assertInstanceOf(HistoryException.class, error.getCause());
        assertEquals(before, now());
    }

    /** Another part of the app, or another Paddock, may have put tools into the history. */
    @Test
    void aTurnWithToolsIsSentWholeAndAnsweredAnewWhole() {
        answerWith("Call");
        session.send("What time is it?");
        var call = new ToolCall("7", "clock", "{}");
        var lost = new ToolCall("8", "lost", "{}");
        var result = new ToolResult("7", "noon", false);
        var asking = answer().with(List.of(new Part.Text("Let me see."), call, lost));
        history.save(asking);
        var told = Message.toolResults(asking, List.of(result), tools.now());
        var last = Message.emptyAnswer(told, MessageOrigin.model("tiny"), tools.now());
        var end =
                last.received("Noon.", "")
                        .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
        history.add(now().conversation(), List.of(told, end));
        session.choose(end.id()).join();

        answerWith("Bye.");
        session.send("Thanks");
        assertEquals(
                List.of(
                        new Turn(Role.USER, "What time is it?"),
                        new Turn(Role.ASSISTANT, "Let me see.", List.of(call), List.of()),
                        new Turn(Role.TOOL, "", List.of(), List.of(result)),
                        new Turn(Role.ASSISTANT, "Noon."),
                        new Turn(Role.USER, "Thanks")),
                backend.requests.getLast().turns());

        answerWith("Midnight.");
        session.regenerate(end.id());
        assertEquals(List.of("What time is it?", "Midnight."), texts());
    }

    @Test
    void anAnswerKeepsWhoWroteItAndHowItWasAsked() {
        answerWith("One");
        session.send("Q");
        assertEquals(
                new MessageOrigin(
                        Optional.of("local"),
                        Optional.of("tiny"),
                        Optional.of("b1"),
                        Optional.of(now().conversation().options())),
                history.kept(answer().id()).origin());
    }

    private void answerWith(String text) {
        backend.script(say(text), finish(FinishReason.STOP));
    }

    private List<String> texts() {
        return now().messages().stream().map(Message::content).toList();
    }
}
