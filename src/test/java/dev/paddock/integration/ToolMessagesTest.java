package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Part.ToolCall;
import dev.paddock.chat.Part.ToolResult;
import dev.paddock.chat.Role;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real engine takes every kind of message and puts all of it before the model. */
class ToolMessagesTest {
    @TempDir private Path folder;

    @Test
    void callsAndResultsReachTheModel() throws Exception {
        var call = new ToolCall("call-1", "clock", "{\"zone\": \"UTC\"}");
        var result = new ToolResult("call-1", "twelve o'clock", false);
        var turns =
                List.of(
                        new Turn(Role.USER, "What time is it?"),
                        new Turn(Role.ASSISTANT, "Let me see.", List.of(call), List.of()),
                        new Turn(Role.TOOL, "", List.of(), List.of(result)),
                        new Turn(Role.ASSISTANT, "Noon."),
                        new Turn(Role.USER, "Thanks"));
        var without =
                List.of(
                        new Turn(Role.USER, "What time is it?"),
                        new Turn(Role.ASSISTANT, "Let me see."),
                        new Turn(Role.USER, "Thanks"));
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), ""));
            int all = promptTokens(engine, turns);
            int few = promptTokens(engine, without);
            assertEquals(true, all > few + 20, all + " tokens, without tools " + few);
        }
    }

    private static int promptTokens(RealEngine engine, List<Turn> turns) throws Exception {
        var sampling =
                Options.of(SamplingOptions.TEMPERATURE, 0.0)
                        .with(SamplingOptions.TOP_P, 1.0)
                        .with(SamplingOptions.TOP_K, 0)
                        .with(SamplingOptions.MAX_TOKENS, 1);
        var events = new ArrayList<ChatEvent>();
        engine.open(new ChatRequest("Be brief.", turns, sampling)).run(events::add);
        var end = assertInstanceOf(ChatEvent.Finished.class, events.getLast());
        return end.statistics().promptTokens();
    }
}
