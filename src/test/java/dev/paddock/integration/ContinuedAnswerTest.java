package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Role;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real engine goes on with an answer: it streams what is new, and not what it was given. */
class ContinuedAnswerTest {
    /** Its tokens come out of its own text again; those of the tiny model do not. */
    private static final Path STARTER =
            Path.of("target/classes/dev/paddock/starter/paddock-starter.gguf").toAbsolutePath();

    private static final int MOST = 100;
    private static final int HALF = 15;

    /** All that was said, and how it ended. */
    private record Reply(String text, ChatEvent.Finished end) {}

    @Test
    void bothPartsAreWhatItWouldHaveSaidAtOnce() throws Exception {
        var question = new Turn(Role.USER, "What is a context size?");
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(STARTER, "-t 1"));
            var whole = reply(engine, List.of(question), MOST);
            var half = reply(engine, List.of(question), HALF);
            var begun = new Turn(Role.ASSISTANT, half.text());
            var rest = reply(engine, List.of(question, begun), MOST);

            assertEquals(whole.text(), half.text() + rest.text());
            assertEquals(FinishReason.LENGTH, half.end().reason());
            assertEquals(FinishReason.STOP, rest.end().reason());
            int before = half.end().statistics().promptTokens();
            assertTrue(rest.end().statistics().promptTokens() > before, "with what it began with");
        }
    }

    private static Reply reply(RealEngine engine, List<Turn> turns, int tokens) throws Exception {
        var options =
                Options.of(SamplingOptions.TEMPERATURE, 0.0)
                        .with(SamplingOptions.MAX_TOKENS, tokens);
        var events = new ArrayList<ChatEvent>();
        engine.open(new ChatRequest("", turns, options)).run(events::add);
        var text = new StringBuilder();
        for (var event : events) {
            if (event instanceof ChatEvent.Content(var delta)) {
                text.append(delta);
            }
        }
        return new Reply(
                text.toString(), assertInstanceOf(ChatEvent.Finished.class, events.getLast()));
    }
}
