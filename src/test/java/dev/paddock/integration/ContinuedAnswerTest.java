package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real engine goes on with an answer: it streams what is new, and not what it was given. */
class ContinuedAnswerTest {
    /** Its tokens come out of its own text again; those of the tiny model do not. */
    private static final Path STARTER =
            Path.of("target/classes/dev/paddock/starter/paddock-starter.gguf").toAbsolutePath();

    /** That of a model that thinks first. */
    private static final String THINKING =
            """
            {%- for message in messages -%}
            {{- '<|im_start|>' + message.role + '\\n' -}}
            {%- if message.role == 'assistant' and message.reasoning_content -%}
            {{- '<think>\\n' + message.reasoning_content + '\\n</think>\\n\\n' -}}
            {%- endif -%}
            {{- message.content + '<|im_end|>\\n' -}}
            {%- endfor -%}
            {%- if add_generation_prompt -%}
            {{- '<|im_start|>assistant\\n<think>\\n' -}}
            {%- endif -%}
            """;

    private static final int MOST = 100;
    private static final int HALF = 15;

    @TempDir private Path folder;

    /** All that was said, and how it ended. */
    private record Reply(String text, String reasoning, ChatEvent.Finished end) {}

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

    /** The request has it as {@code reasoning_content}, and with an answer after it the answer. */
    @Test
    void aThoughtIsContinuedAsOne() throws Exception {
        var template = Files.writeString(folder.resolve("think.jinja"), THINKING);
        var question = new Turn(Role.USER, "What is it?");
        var thinking = new Turn(Role.ASSISTANT, "", List.of(), List.of(), "Hm, well");
        var answering = new Turn(Role.ASSISTANT, "So it", List.of(), List.of(), "Hm, well");
        var arguments = "-t 1 --ignore-eos --chat-template-file " + template;
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), arguments));
            var thought = reply(engine, List.of(question, thinking), HALF);
            assertEquals("", thought.text());
            assertFalse(thought.reasoning().isEmpty());
            assertFalse(thought.reasoning().startsWith("Hm"), "it repeats nothing");
            var answer = reply(engine, List.of(question, answering), HALF);
            assertEquals("", answer.reasoning());
            assertFalse(answer.text().isEmpty() || answer.text().startsWith("So it"));
        }
    }

    private static Reply reply(RealEngine engine, List<Turn> turns, int tokens) throws Exception {
        var options =
                Options.of(SamplingOptions.TEMPERATURE, 0.0)
                        .with(SamplingOptions.MAX_TOKENS, tokens);
        var events = new ArrayList<ChatEvent>();
        engine.open(new ChatRequest("", turns, options)).run(events::add);
        var text = new StringBuilder();
        var reasoning = new StringBuilder();
        for (var event : events) {
            switch (event) {
                case ChatEvent.Content(var delta) -> text.append(delta);
                case ChatEvent.Reasoning(var delta) -> reasoning.append(delta);
                case ChatEvent.PromptProgress _, ChatEvent.Finished _ -> {}
            }
        }
        return new Reply(
                text.toString(),
                reasoning.toString(),
                assertInstanceOf(ChatEvent.Finished.class, events.getLast()));
    }
}
