package dev.paddock.bench;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.LiveAnswer;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaClient;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.api.SocketBackend;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.sqlite.SqliteHistory;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process of its own for {@link StreamBench}: asks what a start asks and prints a line. For each
 * line that it reads it answers through session and history, read by the app's client or by hand,
 * and prints a line of {@code wall cpu first} in nanoseconds.
 */
final class StreamChild {
    static final String BY_HAND = "hand";
    static final String BY_CLIENT = "client";
    static final int TOKENS = 4000;

    private static final String QUESTION = "Tell me a long story.";

    private final CpuClock cpu = new CpuClock();
    private final Conversations conversations;

    private StreamChild(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Arguments: how, port, key, model. */
    static void main(String[] arguments) throws Exception {
        var endpoint = new Endpoint(Integer.parseInt(arguments[1]), new ApiKey(arguments[2]));
        var model = Path.of(arguments[3]);
        Path file = Files.createTempFile("stream", ".db");
        Files.delete(file);
        try (var http = Http.loopback();
                var history = SqliteHistory.open(file);
                var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var backend = backend(arguments[0], endpoint, model, http);
            var tools =
                    new ChatTools(
                            history,
                            backend,
                            ConnectionId.LOCAL,
                            Clock.systemUTC(),
                            background,
                            DelayedExecutor.on(background));
            try (var conversations = new Conversations(tools, "Untitled")) {
                var child = new StreamChild(conversations);
                System.out.println("ready");
                var asked = new BufferedReader(new InputStreamReader(System.in));
                while (asked.readLine() != null) {
                    System.out.println(child.answer());
                }
            }
        }
        System.exit(0);
    }

    /** The app loads its client in the background, before it starts an engine. */
    private static ChatBackend backend(String how, Endpoint endpoint, Path model, Http http)
            throws Exception {
        if (how.equals(BY_HAND)) {
            var byHand = new SocketBackend(endpoint);
            byHand.probe();
            return byHand;
        }
        http.warm();
        var plan = new LaunchPlan(Path.of("engine"), model, Options.EMPTY);
        new LlamaProbe(http).ask(plan, endpoint);
        var info = new EngineInfo(model.toString(), 0, 1, "bench");
        var running = new RunningEngine(plan, endpoint, info, 1, Instant.now(), 0);
        return new LlamaClient(http, _ -> Optional.of(ReadyServer.local(running)));
    }

    private String answer() throws Exception {
        ChatSession session = conversations.create();
        var sampling = Options.of(SamplingOptions.MAX_TOKENS, TOKENS);
        conversations.configure(session.id(), "", sampling).join();
        var ended = new CountDownLatch(1);
        var first = new AtomicLong();
        long cpuStart = cpu.nanos();
        long start = System.nanoTime();
        try (var _ =
                session.state()
                        .subscribe(
                                state -> {
                                    state.live()
                                            .ifPresent(
                                                    live -> live.onChange(() -> note(first, live)));
                                    if (!state.messages().isEmpty() && !state.busy()) {
                                        ended.countDown();
                                    }
                                })) {
            session.send(QUESTION);
            ended.await();
        }
        long wall = System.nanoTime() - start;
        long used = cpu.nanos() - cpuStart;
        var answer = session.state().value().messages().getLast();
        int got = answer.statistics().orElseThrow().completionTokens();
        if (got != TOKENS) {
            throw new IllegalStateException(got + " tokens instead of " + TOKENS);
        }
        return wall + " " + used + " " + (first.get() - start);
    }

    private static void note(AtomicLong first, LiveAnswer live) {
        if (first.get() == 0 && live.content().length() > 0) {
            first.set(System.nanoTime());
        }
    }
}
