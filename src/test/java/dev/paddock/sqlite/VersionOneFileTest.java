package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Searches;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the Paddock of version 1 wrote is all there today: the n-th message it wrote has id n. */
class VersionOneFileTest {
    private static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final Optional<AnswerStatistics> FIGURES =
            Optional.of(new AnswerStatistics(10, 4, 20, 35, 0, 12.5, 2000));

    @TempDir private Path folder;
    private SqliteHistory history;

    @BeforeEach
    void open() throws Exception {
        history = SqliteHistory.open(VersionOne.copyOfReal(folder.resolve("history.db")));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void aConversationWithEverythingInIt() {
        var sampling =
                Options.of(SamplingOptions.TEMPERATURE, 0.25)
                        .with(SamplingOptions.TOP_P, 0.5)
                        .with(SamplingOptions.TOP_K, 7)
                        .with(SamplingOptions.MAX_TOKENS, 99);
        assertEquals(
                new Conversation(
                        conversation(1),
                        "Chosen title",
                        true,
                        "Be brief.",
                        sampling,
                        START.plusMillis(1),
                        START.plusMillis(1001)),
                found(1));
        assertEquals(
                List.of(
                        question(1, 0, "First question"),
                        answer(2, 1, "First answer", "I think.", MessageStatus.COMPLETE, FIGURES),
                        question(3, 2, "Second question"),
                        answer(4, 3, "Second answer", "", MessageStatus.COMPLETE, FIGURES)),
                branch(1));
    }

    @Test
    void anyText() {
        var texts =
                List.of(
                        "",
                        "\0",
                        "a\0b\0",
                        "🦙 👩‍👩‍👧 é e\u0301",
                        "\r\n\t\b\f\u001f",
                        "' \" \\ ; -- % / </script>",
                        "‮mirror‬",
                        "\uFEFF",
                        "\u2028\u2029\u007f\u0085");
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            assertEquals(text, found(10 + i).title());
            assertEquals(text, found(10 + i).systemPrompt());
            assertEquals(Options.EMPTY, found(10 + i).options());
            int n = 5 + 2 * i;
            var none = Optional.<AnswerStatistics>empty();
            assertEquals(
                    List.of(
                            question(n, 0, text),
                            answer(n + 1, n, text, text, MessageStatus.COMPLETE, none)),
                    branch(10 + i));
        }
    }

    @Test
    void theNewestBranchIsTheChosenOneAndTheOthersAreBesideIt() {
        var tree = history.tree(conversation(30));
        assertEquals(
                List.of("Root", "Sibling 1", "Next", "Leaf"),
                tree.branch().stream().map(Message::content).toList());
        assertEquals(List.of(id(24), id(25), id(26)), tree.siblings(id(24)));
        history.chooseLeaf(conversation(30), id(25));
        assertEquals(MessageStatus.STOPPED, branch(30).getLast().status());
        history.chooseLeaf(conversation(30), id(26));
        assertEquals(MessageStatus.CUT_OFF, branch(30).getLast().status());
    }

    @Test
    void everyFailure() {
        var failures =
                new ArrayList<ChatFailure>(
                        List.of(
                                new ChatFailure.EngineNotReady(),
                                new ChatFailure.ConnectionLost(Loss.BROKEN),
                                new ChatFailure.ContextOverflow(5000, 4096),
                                new ChatFailure.ContextFull(),
                                new ChatFailure.Unauthorized(),
                                new ChatFailure.Rejected(500, "no"),
                                new ChatFailure.BrokenStream(Fault.NOT_AN_EVENT)));
        var file = Path.of("x");
        Stream.of(
                        new HistoryFailure.DiskFull(file),
                        new HistoryFailure.NoPermission(file),
                        new HistoryFailure.Damaged(file, Damage.BROKEN),
                        new HistoryFailure.InUse(file),
                        new HistoryFailure.TooNew(file, 0, 0, Optional.empty()),
                        new HistoryFailure.Unusable(Path.of(""), "x"))
                .map(ChatFailure.NotSaved::new)
                .forEach(failures::add);
        for (int i = 0; i < failures.size(); i++) {
            var answer = branch(40 + i).getLast();
            assertEquals(Optional.of(failures.get(i)), answer.failure());
            assertEquals(i % 2 == 0 ? "" : "part", answer.content());
            assertEquals(
                    i % 2 == 0 ? MessageStatus.FAILED : MessageStatus.INTERRUPTED, answer.status());
        }
    }

    @Test
    void anAnswerThatWasReceivedAtACrash() {
        var growing =
                answer(
                        56,
                        55,
                        "One two\0",
                        "thinking on",
                        MessageStatus.STREAMING,
                        Optional.empty());
        assertEquals(growing, branch(70).getLast());
        assertEquals(
                Options.of(SamplingOptions.TEMPERATURE, 0.0)
                        .with(SamplingOptions.TOP_P, 1.0)
                        .with(SamplingOptions.TOP_K, 0),
                found(70).options());
        history.closeInterrupted();
        assertEquals(
                growing.ended(MessageStatus.INTERRUPTED, Optional.empty(), Optional.empty()),
                branch(70).getLast());
    }

    @Test
    void whatWasEmptyOrDeleted() {
        assertEquals(List.of(), branch(80));
        assertEquals(Optional.empty(), find(81));
        history.restore(conversation(81));
        assertEquals("Deleted answer", branch(81).getLast().content());
        assertEquals(List.of(found(81)), Searches.conversations(history, "delet"));
        history.delete(conversation(81));
        history.purgeDeleted();
        assertEquals(List.of(), branch(81));
    }

    private static Message question(int n, int parent, String text) {
        var any = Message.question(parent(parent), text, START.plusMillis(n));
        return withId(n, any);
    }

    private static Message answer(
            int n,
            int parent,
            String text,
            String thoughts,
            MessageStatus how,
            Optional<AnswerStatistics> figures) {
        var question = question(parent, 0, "");
        return withId(
                n,
                Message.emptyAnswer(question, MessageOrigin.model("Llama-3"), START.plusMillis(n))
                        .received(text, thoughts)
                        .ended(how, figures, Optional.empty()));
    }

    private static Message withId(int n, Message any) {
        return new Message(
                id(n),
                any.parent(),
                any.role(),
                any.parts(),
                any.outcome(),
                any.origin(),
                any.created());
    }

    private static Optional<MessageId> parent(int n) {
        return n == 0 ? Optional.empty() : Optional.of(id(n));
    }

    private static MessageId id(int n) {
        return new MessageId(new UUID(2, n));
    }

    private static ConversationId conversation(int n) {
        return new ConversationId(new UUID(1, n));
    }

    private List<Message> branch(int n) {
        return history.tree(conversation(n)).branch();
    }

    private Optional<Conversation> find(int n) {
        return history.conversations().stream()
                .filter(one -> one.id().equals(conversation(n)))
                .findFirst();
    }

    private Conversation found(int n) {
        return find(n).orElseThrow();
    }
}
