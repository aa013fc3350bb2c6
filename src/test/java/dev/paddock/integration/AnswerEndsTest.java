package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatEvent.Finished;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.Role;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Why the real engine ended an answer. */
@Timeout(60)
class AnswerEndsTest {
    private static final int CONTEXT = 512;

    @TempDir Path folder;

    private LaunchPlan plan() throws Exception {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 --ignore-eos");
        return new LaunchPlan(
                plan.engine(),
                plan.model(),
                plan.options().with(EngineOptions.CONTEXT_SIZE, CONTEXT));
    }

    private static List<ChatEvent> ask(RealEngine engine, Options options) throws Exception {
        var events = new ArrayList<ChatEvent>();
        var turns = List.of(new ChatRequest.Turn(Role.USER, "Hello"));
        engine.open(new ChatRequest("", turns, options)).run(events::add);
        return events;
    }

    private static Finished end(List<ChatEvent> events) {
        return assertInstanceOf(Finished.class, events.getLast());
    }

    @Test
    void tellsTheEndsApart() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(plan());
            var limit = Options.of(SamplingOptions.MAX_TOKENS, 20);
            assertEquals(FinishReason.LENGTH, end(ask(engine, limit)).reason());
            var full = end(ask(engine, Options.EMPTY));
            assertEquals(FinishReason.CONTEXT_FULL, full.reason());
            var stop = Options.of(SamplingOptions.STOP_SEQUENCES, List.of("a", "e", "i", "o", "u"));
            assertEquals(FinishReason.STOP_WORD, end(ask(engine, stop)).reason());
        }
    }
}
