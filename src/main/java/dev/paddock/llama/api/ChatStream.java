package dev.paddock.llama.api;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.connection.ServerInfo;
import dev.paddock.http.ConnectTimeoutException;
import dev.paddock.http.EventStream;
import dev.paddock.http.EventTooLongException;
import dev.paddock.http.Reply;
import dev.paddock.http.StatusException;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One answer on its way from llama-server. */
final class ChatStream implements ChatBackend.Stream {
    /** Who wants no more of it. */
    private enum Ended {
        NOT,
        BY_PERSON,
        WITH_ENGINE,
        WITH_ENGINE_STOPPED_BY_PERSON
    }

    private final ServerInfo server;
    private final EventStream events;
    private final JsonFactory json;
    private final Asked asked;
    private final OpenChats open;
    private final Signal<Integer> ahead = new Signal<>(0);

    /** When an event came last; keep-alive comments are none. */
    private volatile long lastEventNanos = System.nanoTime();

    private final AtomicReference<Ended> ended = new AtomicReference<>(Ended.NOT);

    /**
     * What is known of the server when something went wrong.
     *
     * @param current whether it is still the one behind the connection
     * @param listens whether it still takes connections; may block for a second
     */
    record Asked(BooleanSupplier current, BooleanSupplier listens) {}

    /**
     * @param open has it while it runs
     */
    ChatStream(
            ServerInfo server, EventStream events, JsonFactory json, Asked asked, OpenChats open) {
        this.server = server;
        this.events = events;
        this.json = json;
        this.asked = asked;
        this.open = open;
    }

    @Override
    public ServerInfo server() {
        return server;
    }

    @Override
    public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
        lastEventNanos = System.nanoTime();
        open.add(this);
        try {
            exchange(new ChatEventReader(sink, json, server.contextPerSlot()));
        } catch (IOException broken) {
            if (ended.get() == Ended.NOT) {
                throw failed(failure(broken));
            }
        } finally {
            open.remove(this);
        }
        switch (ended.get()) {
            case NOT, BY_PERSON -> {}
            case WITH_ENGINE -> throw failed(lost(Loss.ENGINE_STOPPING));
            case WITH_ENGINE_STOPPED_BY_PERSON -> throw failed(lost(Loss.ENGINE_STOPPED));
        }
    }

    @Override
    public Observable<Integer> ahead() {
        return ahead;
    }

    /** To be told by {@link #tellPlace}. */
    void place(int others) {
        if (ahead.value() != others) {
            ahead.put(others);
        }
    }

    void tellPlace() {
        ahead.tell();
    }

    @Override
    public void cancel() {
        end(Ended.BY_PERSON);
    }

    /**
     * @param wanted whether a person wants the engine to end
     */
    void closeByEngine(boolean wanted) {
        end(wanted ? Ended.WITH_ENGINE_STOPPED_BY_PERSON : Ended.WITH_ENGINE);
    }

    /** Since the last event, or the request. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastEventNanos);
    }

    /** Only a closed connection makes the engine stop generating. */
    private void end(Ended how) {
        if (ended.compareAndSet(Ended.NOT, how)) {
            events.cancel();
        }
    }

    private void exchange(ChatEventReader answer) throws IOException, ChatFailedException {
        try {
            events.run(
                    (bytes, from, length) -> {
                        lastEventNanos = System.nanoTime();
                        if (ended.get() != Ended.NOT) {
                            return false;
                        }
                        answer.event(bytes, from, length);
                        return !answer.done();
                    });
        } catch (IOException broken) {
            if (!answer.complete()) {
                throw broken;
            }
        }
        if (ended.get() == Ended.NOT) {
            answer.end();
        }
    }

    private ChatFailure failure(IOException broken) {
        return switch (broken) {
            // Another engine at the same place does not know the key.
            case StatusException _ when !asked.current().getAsBoolean() ->
                    lost(Loss.ENGINE_REPLACED);
            case StatusException refused -> refusal(refused.reply());
            case EventTooLongException _ -> new ChatFailure.BrokenStream(Fault.EVENT_TOO_LONG);
            case ConnectException _ -> lost(Loss.REFUSED);
            case ConnectTimeoutException _ -> lost(Loss.TIMED_OUT);
            default -> lost(asked.listens().getAsBoolean() ? Loss.BROKEN : Loss.ENGINE_ENDED);
        };
    }

    private ChatFailure refusal(Reply reply) {
        var chunk = new Chunk();
        try (var parser = json.createParser(ObjectReadContext.empty(), reply.body())) {
            chunk.read(parser);
        } catch (JacksonException | IllegalArgumentException noJson) {
            // Then the status alone has to tell.
        }
        return chunk.error.failure(reply.status());
    }

    private static ChatFailure lost(Loss how) {
        return new ChatFailure.ConnectionLost(how);
    }

    private static ChatFailedException failed(ChatFailure failure) {
        return new ChatFailedException(failure);
    }
}
