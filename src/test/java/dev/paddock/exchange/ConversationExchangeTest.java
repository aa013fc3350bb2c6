package dev.paddock.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.Exchange.Format;
import dev.paddock.chat.Exchange.Labels;
import dev.paddock.chat.Exchange.UnreadableException;
import dev.paddock.chat.Exchange.UnreadableException.Reason;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.chat.Part;
import dev.paddock.chat.UnknownMembers;
import dev.paddock.chat.WholeConversation;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

class ConversationExchangeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Labels LABELS =
            new Labels("All", "You", "Model", "System prompt", "Tool", "Reasoning", "File");

    private final ConversationExchange exchange = new ConversationExchange();
    @TempDir private Path folder;

    @Test
    void whatIsReadAgainAndWrittenIsTheSame() throws Exception {
        var all = List.of(everything(), empty(), everything());
        exchange.write(file("one.json"), all.iterator(), Format.JSON, LABELS);
        var read = read(file("one.json"));
        assertEquals(all, read);
        exchange.write(file("two.json"), read.iterator(), Format.JSON, LABELS);
        assertArrayEquals(
                Files.readAllBytes(file("one.json")), Files.readAllBytes(file("two.json")));
    }

    @Test
    void readsAsPeopleDo() {
        var markdown = exchange.text(everything(), Format.MARKDOWN, LABELS);
        assertTrue(markdown.startsWith("# Ducks & <geese>\n"), markdown);
        assertTrue(markdown.contains("## System prompt\n\nBe brief."), markdown);
        assertTrue(markdown.contains("## You\n\nHow many **ducks**?"), markdown);
        assertTrue(markdown.contains("## Model (duck.gguf)\n"), markdown);
        assertTrue(markdown.contains("[File: pond.png]"), markdown);
        assertTrue(markdown.contains("> **Reasoning**\n> \n> Hm.\n"), markdown);
        assertFalse(markdown.contains("Three."), "another branch");
        var plain = exchange.text(everything(), Format.TEXT, LABELS);
        assertTrue(plain.contains("\nYou:\nHow many **ducks**? "), plain);
    }

    @Test
    void thePageHoldsNoMarkOfItsOwn() {
        var page = exchange.text(everything(), Format.HTML, LABELS);
        assertTrue(page.contains("<title>Ducks &amp; &lt;geese&gt;</title>"), page);
        assertTrue(page.contains("<strong>ducks</strong>"), page);
        assertTrue(page.contains("prefers-color-scheme: dark"), page);
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.replace("http-equiv", "").contains("http"), "loads nothing");
        assertTrue(
                page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"),
                "nor what a model named");
    }

    @Test
    void afterAFailureTheFileIsAsItWas() throws Exception {
        Files.writeString(file("kept.md"), "before");
        var failing =
                new Iterator<WholeConversation>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public WholeConversation next() {
                        throw new IllegalStateException("gone");
                    }
                };
        assertThrows(
                IllegalStateException.class,
                () -> exchange.write(file("kept.md"), failing, Format.MARKDOWN, LABELS));
        assertEquals("before", Files.readString(file("kept.md")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFileThatIsCutOffGivesWhatIsWhole() throws Exception {
        var all = List.of(empty(), everything());
        exchange.write(file("whole.json"), all.iterator(), Format.JSON, LABELS);
        var text = Files.readString(file("whole.json"));
        Files.writeString(file("cut.json"), text.substring(0, text.length() - 40));
        var read = new ArrayList<WholeConversation>();
        assertEquals(Reason.CUT_OFF, refusal(file("cut.json"), read));
        assertEquals(all.subList(0, 1), read);
    }

    @Test
    void whatIsNoFileOfOursIsRefused() throws Exception {
        assertEquals(Reason.EMPTY, refusal(""));
        assertEquals(Reason.NOT_CONVERSATIONS, refusal("{\"hello\":\"world\"}"));
        assertEquals(Reason.NOT_CONVERSATIONS, refusal("[1,2]"));
        assertEquals(Reason.NOT_CONVERSATIONS, refusal("\u0000\u0001"));
        assertEquals(
                Reason.NEWER, refusal("{\"format\":\"paddock-conversations\",\"version\":99}"));
    }

    private Reason refusal(String text) throws IOException {
        Files.writeString(file("other.json"), text);
        return refusal(file("other.json"), new ArrayList<>());
    }

    private Reason refusal(Path file, List<WholeConversation> read) {
        return assertThrows(UnreadableException.class, () -> exchange.read(file, read::add))
                .reason();
    }

    private List<WholeConversation> read(Path file) throws IOException {
        var all = new ArrayList<WholeConversation>();
        exchange.read(file, all::add);
        return all;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static WholeConversation empty() {
        return new WholeConversation(
                Conversation.untitled("Empty", NOON), List.of(), Optional.empty());
    }

    /** Two answers to one question, one of them chosen, with something of every kind. */
    private static WholeConversation everything() {
        var options = Options.of(SamplingOptions.TEMPERATURE, 0.25);
        var conversation =
                Conversation.untitled("Ducks & <geese>", NOON).with("Be brief.", options);
        var question =
                Message.question(Optional.empty(), "How many **ducks**? <script>\u2028", NOON)
                        .with(
                                List.of(
                                        new Part.Text(
                                                "How many **ducks**? <script>\u2028é😀\\\"",
                                                new UnknownMembers("\"mood\":1e400")),
                                        new Part.Attachment("b1", "pond.png", "image/png"),
                                        new Part.Unknown("{\"type\":\"smell\", \"x\":[1.50]}")));
        var origin =
                new MessageOrigin(
                        Optional.of("local"),
                        Optional.of("duck.gguf"),
                        Optional.of("b1-1"),
                        Optional.of(options),
                        true);
        var chosen =
                Message.emptyAnswer(question, origin, NOON)
                        .with(
                                List.of(
                                        new Part.Reasoning("Hm."),
                                        new Part.ToolCall("c", "count", "{not json"),
                                        new Part.Text("Four.")))
                        .ended(outcome(MessageStatus.COMPLETE, Optional.empty()));
        var results =
                Message.toolResults(chosen, List.of(new Part.ToolResult("c", "4", true)), NOON);
        var other = other(question);
        return new WholeConversation(
                conversation, List.of(question, chosen, results, other), Optional.of(results.id()));
    }

    private static Message other(Message question) {
        return Message.emptyAnswer(question, MessageOrigin.model("goose"), NOON)
                .received("Three.", "")
                .ended(
                        outcome(
                                MessageStatus.FAILED,
                                Optional.of(new ChatFailure.TimeLimit(Duration.ofSeconds(9)))));
    }

    private static Outcome outcome(MessageStatus status, Optional<ChatFailure> why) {
        var figures = new AnswerStatistics(10, 4, 20, 35, 171.5, 12.5, 2000);
        return new Outcome(status, Optional.of(FinishReason.STOP), Optional.of(figures), why);
    }
}
