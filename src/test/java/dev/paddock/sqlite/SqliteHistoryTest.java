package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Sampling;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

class SqliteHistoryTest extends HistoryOnDisk {
    @Test
    void isEmptyAtFirst() {
        assertEquals(List.of(), history.conversations());
        assertEquals(List.of(), history.messages(ConversationId.random()));
    }

    @Test
    void keepsAWholeConversationOverAReopening() {
        var sampling = new Sampling(0.25, 0.5, 7, OptionalInt.of(99));
        var conversation = conversation("First", 0).with("Be brief.", sampling);
        var turn = turn(conversation, Optional.empty(), "Hi", "Hello!");
        history.saveTurn(conversation, turn.getFirst(), turn.getLast());

        reopen();

        assertEquals(List.of(conversation), history.conversations());
        assertEquals(turn, history.messages(conversation.id()));
    }

    @Test
    void listsTheNewestConversationFirst() {
        var old = kept(conversation("Old", 0));
        var young = kept(conversation("Young", 60));
        assertEquals(List.of(young, old), history.conversations());

        var touched = kept(old.touched(NOON.plusSeconds(120)));
        assertEquals(List.of(touched, young), history.conversations());
    }

    @Test
    void readsTheBranchThatWasContinuedLast() {
        var conversation = kept(conversation("Tree", 0));
        var question = kept(Message.question(conversation.id(), Optional.empty(), "Q", NOON));
        var first = kept(Message.emptyAnswer(question, "m", NOON));
        var second = kept(Message.emptyAnswer(question, "m", NOON));
        assertEquals(List.of(question, second), history.messages(conversation.id()));

        var next = kept(Message.question(conversation.id(), Optional.of(first.id()), "N", NOON));
        assertEquals(List.of(question, first, next), history.messages(conversation.id()));
    }

    @Test
    void refusesAMessageWithoutItsParentOrConversation() {
        var conversation = kept(conversation("Whole", 0));
        var orphan =
                Message.question(conversation.id(), Optional.of(MessageId.random()), "Q", NOON);
        var stray = Message.question(ConversationId.random(), Optional.empty(), "Q", NOON);
        assertThrows(HistoryException.class, () -> history.save(orphan));
        assertThrows(HistoryException.class, () -> history.save(stray));
        assertEquals(List.of(), history.messages(conversation.id()));
    }

    @Test
    void readsAnAnswerWhileItGrows() {
        var answer = streaming();
        history.append(answer.id(), "hm ", "One");
        history.append(answer.id(), "", " two");
        assertEquals(answer.received("One two", "hm "), answerOf(answer.conversation()));
    }

    @Test
    void theEndReplacesTheParts() {
        var answer = streaming();
        history.append(answer.id(), "", "On");
        var ended =
                answer.received("One.", "")
                        .ended(MessageStatus.COMPLETE, figures(), Optional.empty());
        history.save(ended);
        assertEquals(ended, answerOf(answer.conversation()));
        assertThrows(HistoryException.class, () -> history.append(answer.id(), "", "more"));
    }

    @Test
    void anAnswerOpenAtACrashIsInterruptedWithAllItsParts() {
        var answer = streaming();
        history.append(answer.id(), "a", "One");
        history.append(answer.id(), "b", " two");
        reopen();
        history.closeInterrupted();
        var expected =
                answer.received("One two", "ab")
                        .ended(MessageStatus.INTERRUPTED, Optional.empty(), Optional.empty());
        assertEquals(expected, answerOf(answer.conversation()));
        history.closeInterrupted();
        assertEquals(expected, answerOf(answer.conversation()));
    }

    static Stream<ChatFailure> failures() {
        return Stream.concat(
                Stream.of(
                        new ChatFailure.EngineNotReady(),
                        new ChatFailure.ConnectionLost("reset"),
                        new ChatFailure.ContextOverflow(5000, 4096),
                        new ChatFailure.ContextFull(),
                        new ChatFailure.Unauthorized(),
                        new ChatFailure.Rejected(500, "no"),
                        new ChatFailure.BrokenStream("half")),
                Stream.of(HistoryException.Kind.values())
                        .map(kind -> new ChatFailure.NotSaved(kind, "x")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void keepsEveryFailure(ChatFailure failure) {
        var failed =
                streaming().ended(MessageStatus.FAILED, Optional.empty(), Optional.of(failure));
        history.save(failed);
        assertEquals(failed, answerOf(failed.conversation()));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryStatus(MessageStatus status) {
        var answer = streaming().ended(status, figures(), Optional.empty());
        history.save(answer);
        assertEquals(answer, answerOf(answer.conversation()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "a\0b\0",
                "🦙 👩‍👩‍👧 é e\u0301",
                "\r\n\t",
                "' \" ; -- %",
                "‮mirror‬",
                "\uFEFF"
            })
    void keepsAnyText(String text) {
        var conversation = kept(conversation(text, 0).with(text, Sampling.DEFAULT));
        var turn = turn(conversation, Optional.empty(), text, text);
        turn.forEach(history::save);
        var growing = kept(Message.emptyAnswer(turn.getFirst(), text, NOON));
        history.append(growing.id(), text, text);
        history.append(growing.id(), text, text);

        reopen();

        assertEquals(List.of(conversation), history.conversations());
        assertEquals(
                List.of(turn.getFirst(), growing.received(text + text, text + text)),
                history.messages(conversation.id()));
        history.closeInterrupted();
        assertEquals(text + text, answerOf(conversation.id()).content());
    }

    @Test
    void aLoneSurrogateDoesNotHarmTheRest() {
        var conversation = kept(conversation("\uD83E", 0));
        kept(Message.question(conversation.id(), Optional.empty(), "a\uD83Eb\uDD99c", NOON));
        assertTrue(answerOf(conversation.id()).content().matches("a.b.c"));
        assertEquals(1, history.search("\uD83E").size() + history.search("").size() - 1);
    }

    @Test
    void keepsAMessageOfAMegabyte() {
        var text = "0123456789abcdé\n".repeat(65536);
        var conversation = kept(conversation("Big", 0));
        kept(Message.question(conversation.id(), Optional.empty(), text, NOON));
        assertEquals(text, answerOf(conversation.id()).content());
    }

    @Test
    void othersOnTheMachineCannotReadTheFile() throws Exception {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            for (Path one : List.of(file(), folder.resolve("history.db-wal"))) {
                assertEquals(2, Files.getPosixFilePermissions(one).size(), one.toString());
            }
        }
    }

    private void reopen() {
        history.close();
        history = SqliteHistory.open(file());
    }

    private Message streaming() {
        var conversation = conversation("Streaming", 0);
        var question = Message.question(conversation.id(), Optional.empty(), "Q", NOON);
        var answer = Message.emptyAnswer(question, "model", NOON);
        history.saveTurn(conversation, question, answer);
        return answer;
    }

    private Message answerOf(ConversationId conversation) {
        return history.messages(conversation).getLast();
    }
}
