package dev.paddock.llama.api;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Turns the events of one stream into chat events and keeps its figures. */
final class ChatEventReader {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_QUOTED = 80;

    /** Tokens that the engine leaves free of a context it calls full. */
    private static final int SPARE = 2;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Consumer<ChatEvent> sink;
    private final JsonFactory json;
    private final int context;
    private final Chunk chunk = new Chunk();
    private final long started = System.nanoTime();
    private long firstToken;
    private boolean done;
    private boolean ended;

    /**
     * @param context tokens that prompt and answer may fill together
     */
    ChatEventReader(Consumer<ChatEvent> sink, JsonFactory json, int context) {
        this.sink = sink;
        this.json = json;
        this.context = context;
    }

    /** The engine said why it ended: nothing of the text is missing. */
    boolean complete() {
        return !chunk.finishReason.isEmpty();
    }

    /** Nothing more will come. */
    boolean done() {
        return done;
    }

    void event(byte[] bytes, int from, int length) throws ChatFailedException {
        if (Arrays.equals(bytes, from, from + length, DONE, 0, DONE.length)) {
            done = true;
            return;
        }
        if (!parsed(bytes, from, length)) {
            // Bytes that are no UTF-8 are worth a replacement character, not the whole answer.
            byte[] repaired =
                    new String(bytes, from, length, StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8);
            if (!parsed(repaired, 0, repaired.length)) {
                throw broken(new String(repaired, StandardCharsets.UTF_8));
            }
        }
        deliver();
    }

    /** Delivers the end, or says that there was none. */
    void end() throws ChatFailedException {
        if (ended) {
            return;
        }
        ended = true;
        if (!complete()) {
            throw new ChatFailedException(new ChatFailure.BrokenStream(Fault.ENDED_EARLY));
        }
        var figures = figures(System.nanoTime());
        sink.accept(new ChatEvent.Finished(reason(figures), figures));
    }

    /** The engine calls both a full context and the maximum of tokens a length. */
    private FinishReason reason(AnswerStatistics figures) {
        return switch (chunk.finishReason) {
            case "length" ->
                    figures.totalTokens() + SPARE >= context
                            ? FinishReason.CONTEXT_FULL
                            : FinishReason.LENGTH;
            case "tool_calls" -> FinishReason.TOOL_CALLS;
            default -> chunk.stopType.equals("word") ? FinishReason.STOP_WORD : FinishReason.STOP;
        };
    }

    private boolean parsed(byte[] bytes, int from, int length) {
        try (var parser = json.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            chunk.read(parser);
            return true;
        } catch (JacksonException | IllegalArgumentException garbage) {
            return false;
        }
    }

    private void deliver() throws ChatFailedException {
        if (chunk.failed) {
            throw new ChatFailedException(chunk.error.failure(0));
        }
        if (chunk.progressDone >= 0) {
            sink.accept(
                    new ChatEvent.PromptProgress(
                            chunk.progressDone,
                            chunk.progressTotal,
                            chunk.progressCached,
                            chunk.progressMillis));
        }
        if (!chunk.reasoning.isEmpty()) {
            begun();
            sink.accept(new ChatEvent.Reasoning(chunk.reasoning));
        }
        if (!chunk.content.isEmpty()) {
            begun();
            sink.accept(new ChatEvent.Content(chunk.content));
        }
    }

    private void begun() {
        if (firstToken == 0) {
            firstToken = System.nanoTime();
        }
    }

    private AnswerStatistics figures(long now) {
        long first = firstToken == 0 ? now : firstToken;
        return new AnswerStatistics(
                Math.max(0, chunk.promptTokens),
                Math.max(0, chunk.cachedTokens),
                Math.max(0, chunk.completionTokens),
                (first - started) / NANOS_PER_MILLI,
                Math.max(0, chunk.promptTokensPerSecond),
                Math.max(0, chunk.tokensPerSecond),
                (now - started) / NANOS_PER_MILLI);
    }

    private static ChatFailedException broken(String event) {
        String quoted = event.substring(0, Math.min(event.length(), MOST_QUOTED));
        return new ChatFailedException(new ChatFailure.BrokenStream(Fault.NOT_AN_EVENT, quoted));
    }
}
