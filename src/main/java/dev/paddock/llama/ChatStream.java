package dev.paddock.llama;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One answer on its way from llama-server. */
final class ChatStream implements ChatBackend.Stream {
    private static final int READ_BYTES = 16 * 1024;
    private static final int MOST_ERROR_BYTES = 64 * 1024;
    private static final int OK = 200;

    /** Who wants no more of it. */
    private enum Ended {
        NOT,
        BY_PERSON,
        BY_ENGINE
    }

    private final HttpClient http;
    private final HttpRequest request;
    private final JsonFactory json;
    private final Set<ChatStream> open;
    private final AtomicReference<Ended> ended = new AtomicReference<>(Ended.NOT);
    private final CompletableFuture<CompletableFuture<HttpResponse<InputStream>>> sent =
            new CompletableFuture<>();

    ChatStream(HttpClient http, HttpRequest request, JsonFactory json, Set<ChatStream> open) {
        this.http = http;
        this.request = request;
        this.json = json;
        this.open = open;
    }

    @Override
    public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
        open.add(this);
        try {
            if (ended.get() == Ended.NOT) {
                exchange(sink);
            }
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

    private void end(Ended how) {
        if (ended.compareAndSet(Ended.NOT, how)) {
            sent.thenAccept(ChatStream::abort);
        }
    }

    /** Closes the connection, whether its answer has begun or not: only that stops the engine. */
    private static void abort(CompletableFuture<HttpResponse<InputStream>> exchange) {
        exchange.cancel(true);
        exchange.thenAccept(response -> close(response.body()));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // It was to be closed, and it is.
        }
    }

    private void exchange(Consumer<ChatEvent> sink) throws IOException, ChatFailedException {
        var answer = new Answer(sink, json);
        var exchange = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        sent.complete(exchange);
        try (var body = accepted(exchange)) {
            read(body, answer);
        } catch (IOException broken) {
            if (!answer.complete() || ended.get() != Ended.NOT) {
                throw broken;
            }
        }
        if (ended.get() == Ended.NOT) {
            answer.end();
        }
    }

    private void read(InputStream body, Answer answer) throws IOException, ChatFailedException {
        var events =
                new SseReader(
                        (bytes, from, length) -> {
                            if (ended.get() == Ended.NOT) {
                                answer.event(bytes, from, length);
                            }
                        });
        var buffer = new byte[READ_BYTES];
        while (!answer.done() && ended.get() == Ended.NOT) {
            int read = body.read(buffer);
            if (read < 0) {
                return;
            }
            events.feed(buffer, 0, read);
        }
    }

    /** Waits for the headers, however long: they come only when a slot is free. */
    private InputStream accepted(CompletableFuture<HttpResponse<InputStream>> exchange)
            throws IOException, ChatFailedException {
        try {
            var response = exchange.get();
            if (response.statusCode() == OK) {
                return response.body();
            }
            try (var body = response.body()) {
                throw failed(refusal(response.statusCode(), body.readNBytes(MOST_ERROR_BYTES)));
            }
        } catch (ExecutionException broken) {
            throw new IOException(broken.getCause());
        } catch (CancellationException cancelled) {
            throw new IOException(cancelled);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cancel();
            throw new IOException(stopped);
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

    /** The innermost reason that has a text. */
    private static String text(Throwable broken) {
        String text = broken.getClass().getSimpleName();
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at.getMessage() != null) {
                text = at.getMessage();
            }
        }
        return text;
    }
}
