package dev.paddock.llama.api;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.engine.Endpoint;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One answer on its way from llama-server. */
final class ChatStream implements ChatBackend.Stream {
    private static final String PATH = "/v1/chat/completions";
    private static final int MOST_ERROR_BYTES = 64 * 1024;

    /** Who wants no more of it. */
    private enum Ended {
        NOT,
        BY_PERSON,
        BY_ENGINE
    }

    private final Endpoint endpoint;
    private final byte[] request;
    private final JsonFactory json;
    private final Set<ChatStream> open;
    private final HttpConnection connection = new HttpConnection();

    /** When an event came last; keep-alive comments are none. */
    private volatile long lastEventNanos = System.nanoTime();

    private final AtomicReference<Ended> ended = new AtomicReference<>(Ended.NOT);

    ChatStream(Endpoint endpoint, byte[] request, JsonFactory json, Set<ChatStream> open) {
        this.endpoint = endpoint;
        this.request = request;
        this.json = json;
        this.open = open;
    }

    @Override
    public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
        lastEventNanos = System.nanoTime();
        open.add(this);
        try (connection) {
            exchange(new ChatEventReader(sink, json));
        } catch (IOException broken) {
            if (ended.get() == Ended.NOT) {
                throw failed(new ChatFailure.ConnectionLost(text(broken)));
            }
        } finally {
            open.remove(this);
        }
        if (ended.get() == Ended.BY_ENGINE) {
            throw failed(new ChatFailure.ConnectionLost("the engine is stopping"));
        }
    }

    @Override
    public void cancel() {
        end(Ended.BY_PERSON);
    }

    void closeByEngine() {
        end(Ended.BY_ENGINE);
    }

    /** Since the last event, or the request. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastEventNanos);
    }

    /** Only a closed connection makes the engine stop generating. */
    private void end(Ended how) {
        if (ended.compareAndSet(Ended.NOT, how)) {
            connection.close();
        }
    }

    private void exchange(ChatEventReader answer) throws IOException, ChatFailedException {
        connection.send(endpoint, PATH, request);
        // No limit here: the head of the answer comes only when a slot is free.
        int status = connection.status();
        if (status != ShortGet.OK) {
            throw failed(refusal(status, connection.rest(MOST_ERROR_BYTES)));
        }
        try {
            read(answer);
        } catch (IOException broken) {
            if (!answer.complete()) {
                throw broken;
            }
        }
        if (ended.get() == Ended.NOT) {
            answer.end();
        }
    }

    private void read(ChatEventReader answer) throws IOException, ChatFailedException {
        var events =
                new SseReader(
                        (bytes, from, length) -> {
                            lastEventNanos = System.nanoTime();
                            if (ended.get() == Ended.NOT) {
                                answer.event(bytes, from, length);
                            }
                        });
        var pace = new Pace();
        while (!answer.done() && ended.get() == Ended.NOT && connection.next()) {
            events.feed(connection.bytes(), connection.from(), connection.length());
            pace.piece();
            if (connection.drained() && !answer.done()) {
                pace.gather();
            }
        }
    }

    private ChatFailure refusal(int status, byte[] body) {
        var chunk = new Chunk();
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            chunk.read(parser);
        } catch (JacksonException | IllegalArgumentException noJson) {
            // Then the status alone has to tell.
        }
        return chunk.error.failure(status);
    }

    private static ChatFailedException failed(ChatFailure failure) {
        return new ChatFailedException(failure);
    }

    private static String text(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }
}
