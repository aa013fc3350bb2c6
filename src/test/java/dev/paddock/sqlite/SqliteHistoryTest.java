package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Part;
import dev.paddock.chat.Searches;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SqliteHistoryTest extends HistoryOnDisk {
    private static final MessageOrigin MODEL =
            new MessageOrigin(
                    Optional.of("local"),
                    Optional.of("model"),
                    Optional.of("b1234"),
                    Optional.of(
                            Options.of(SamplingOptions.TEMPERATURE, 0.3)
                                    .with(SamplingOptions.MAX_TOKENS, 5)));

    @Test
    void isEmptyAtFirst() {
        assertEquals(List.of(), history.conversations());
        assertEquals(List.of(), history.tree(ConversationId.random()).branch());
    }

    @Test
    void keepsAWholeConversationOverAReopening() {
        var sampling =
                Options.of(SamplingOptions.TEMPERATURE, 0.25)
                        .with(SamplingOptions.TOP_P, 0.5)
                        .with(SamplingOptions.TOP_K, 7)
                        .with(SamplingOptions.MAX_TOKENS, 99);
        var conversation = conversation("First", 0).with("Be brief.", sampling);
        var turn = turn(Optional.empty(), "Hi", "Hello!");
        history.add(conversation, turn);

        reopen();

        assertEquals(List.of(conversation), history.conversations());
        assertEquals(turn, history.tree(conversation.id()).branch());
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
    void readsTheChosenBranchAndTheShapeOfTheRest() {
        var conversation = conversation("Tree", 0);
        var question = kept(conversation, Message.question(Optional.empty(), "Q", NOON));
        var first = kept(conversation, Message.emptyAnswer(question, MODEL, NOON));
        var second = kept(conversation, Message.emptyAnswer(question, MODEL, NOON));
        var tree = history.tree(conversation.id());
        assertEquals(List.of(question, second), tree.branch());
        assertEquals(List.of(first.id(), second.id()), tree.siblings(second.id()));

        var next = kept(conversation, Message.question(Optional.of(first.id()), "N", NOON));
        assertEquals(List.of(question, first, next), branch(conversation));

        history.chooseLeaf(conversation.id(), second.id());
        reopen();
        tree = history.tree(conversation.id());
        assertEquals(List.of(question, second), tree.branch());
        assertEquals(next.id(), tree.newestBelow(first.id()));
        assertEquals(List.of(question.id()), tree.siblings(question.id()));
    }

    @Test
    void anOlderMessageOrAnotherBeginningCanEndTheBranch() {
        var conversation = conversation("Back", 0);
        var turn = turn(Optional.empty(), "Q", "A");
        history.add(conversation, turn);
        history.chooseLeaf(conversation.id(), turn.getFirst().id());
        assertEquals(turn.subList(0, 1), branch(conversation));
        var other = kept(conversation, Message.question(Optional.empty(), "Other", NOON));
        assertEquals(List.of(other), branch(conversation));
    }

    @Test
    void aTurnCanBeSeveralMessages() {
        var conversation = conversation("Tools", 0);
        var question = Message.question(Optional.empty(), "Q", NOON);
        var call = new Part.ToolCall("1", "clock", "{\"zone\": \"UTC\"}");
        var asking = Message.emptyAnswer(question, MODEL, NOON).with(List.of(call)).closed();
        var result = new Part.ToolResult("1", "noon", false);
        var told = Message.toolResults(asking, List.of(result), NOON);
        var answer = Message.emptyAnswer(told, MODEL, NOON);
        var all = List.of(question, asking, told, answer);
        history.add(conversation, all);
        assertEquals(all, branch(conversation));
    }

    @Test
    void refusesAMessageWithoutItsParent() {
        var conversation = kept(conversation("Whole", 0));
        var orphan = Message.question(Optional.of(MessageId.random()), "Q", NOON);
        var added = List.of(Message.question(Optional.empty(), "First", NOON), orphan);
        assertThrows(HistoryException.class, () -> history.add(conversation, added));
        assertThrows(HistoryException.class, () -> history.save(orphan));
        assertEquals(List.of(), branch(conversation));
    }

    @Test
    void onlyAMessageOfTheConversationCanBeItsLeaf() {
        var one = conversation("One", 0);
        var other = conversation("Other", 0);
        var question = kept(one, Message.question(Optional.empty(), "Q", NOON));
        var stray = kept(other, Message.question(Optional.empty(), "S", NOON));
        assertThrows(HistoryException.class, () -> history.chooseLeaf(one.id(), stray.id()));
        assertEquals(List.of(question), branch(one));
    }

    @Test
    void readsAnAnswerWhileItGrows() {
        var answer = streaming();
        history.append(answer.id(), "hm ", "One", Optional.empty());
        history.append(answer.id(), "", " two", Optional.empty());
        assertEquals(answer.received("One two", "hm "), answer());
    }

    @Test
    void theEndReplacesTheParts() {
        var answer = streaming();
        history.append(answer.id(), "", "On", Optional.empty());
        var ended =
                answer.received("One.", "")
                        .ended(MessageStatus.COMPLETE, figures(), Optional.empty());
        history.save(ended);
        assertEquals(ended, answer());
        assertThrows(
                HistoryException.class, () -> history.append(answer.id(), "", "more", figures()));
    }

    @Test
    void anAnswerOpenAtACrashIsInterruptedWithAllItsParts() {
        var answer = streaming();
        history.append(answer.id(), "a", "One", Optional.empty());
        history.append(answer.id(), "b", " two", figures());
        reopen();
        history.closeInterrupted();
        var expected =
                answer.received("One two", "ab")
                        .ended(MessageStatus.INTERRUPTED, figures(), Optional.empty());
        assertEquals(expected, answer());
        history.closeInterrupted();
        assertEquals(expected, answer());
    }

    private static final Path FILE = Path.of("/data/history.db");

    static Stream<ChatFailure> failures() {
        return Stream.concat(
                Stream.of(
                        new ChatFailure.EngineNotReady(),
                        new ChatFailure.ConnectionLost(Loss.REFUSED),
                        new ChatFailure.ContextOverflow(5000, 4096),
                        new ChatFailure.ContextFull(),
                        new ChatFailure.TimeLimit(java.time.Duration.ofSeconds(30)),
                        new ChatFailure.Unauthorized(),
                        new ChatFailure.DeviceLost("ErrorDeviceLost"),
                        new ChatFailure.Rejected(500, "no"),
                        new ChatFailure.BrokenStream(Fault.EVENT_TOO_LONG, "half"),
                        new ChatFailure.ConversationClosed()),
                Stream.of(
                                new HistoryFailure.DiskFull(FILE),
                                new HistoryFailure.NoPermission(FILE),
                                new HistoryFailure.Damaged(FILE, Damage.BROKEN),
                                new HistoryFailure.Damaged(FILE, Damage.UNKNOWN_VALUE),
                                new HistoryFailure.InUse(FILE),
                                new HistoryFailure.TooNew(FILE, 9, 2, Optional.empty()),
                                new HistoryFailure.WouldLose(FILE),
                                new HistoryFailure.Unusable(Path.of(""), "says"))
                        .map(ChatFailure.NotSaved::new));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void keepsEveryFailure(ChatFailure failure) {
        var failed =
                streaming().ended(MessageStatus.FAILED, Optional.empty(), Optional.of(failure));
        history.save(failed);
        assertEquals(failed, answer());
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryStatus(MessageStatus status) {
        var answer = streaming().ended(status, figures(), Optional.empty());
        history.save(answer);
        assertEquals(answer, answer());
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
        var conversation = kept(conversation(text, 0).with(text, Options.EMPTY));
        var turn = turn(Optional.empty(), text, text);
        history.add(conversation, turn);
        var growing =
                kept(
                        conversation,
                        Message.emptyAnswer(turn.getFirst(), MessageOrigin.model(text), NOON));
        history.append(growing.id(), text, text, Optional.empty());
        history.append(growing.id(), text, text, Optional.empty());

        reopen();

        assertEquals(List.of(conversation), history.conversations());
        assertEquals(
                List.of(turn.getFirst(), growing.received(text + text, text + text)),
                history.tree(conversation.id()).branch());
        history.closeInterrupted();
        assertEquals(text + text, answer().content());
    }

    @Test
    void aLoneSurrogateDoesNotHarmTheRest() {
        var conversation = kept(conversation("\uD83E", 0));
        kept(conversation, Message.question(Optional.empty(), "a\uD83Eb\uDD99c", NOON));
        assertTrue(answer().content().matches("a.b.c"));
        assertEquals(1, Searches.conversations(history, "b c").size());
        assertEquals(1, Searches.hits(history, "\uD83E").found().size());
    }

    @Test
    void keepsAMessageOfAMegabyte() {
        var text = "0123456789abcdé\n".repeat(65536);
        var conversation = kept(conversation("Big", 0));
        kept(conversation, Message.question(Optional.empty(), text, NOON));
        assertEquals(text, answer().content());
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
        var question = Message.question(Optional.empty(), "Q", NOON);
        var answer = Message.emptyAnswer(question, MODEL, NOON);
        history.add(conversation, List.of(question, answer));
        return answer;
    }

    /** The end of the only conversation. */
    private Message answer() {
        return branch(history.conversations().getFirst()).getLast();
    }
}
