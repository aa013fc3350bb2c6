package dev.paddock.bench;

import com.sun.management.OperatingSystemMXBean;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.Later;
import dev.paddock.llama.api.LlamaClient;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.sqlite.SqliteHistory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A long answer through the app's client, session and history, against a bare socket that reads the
 * answer to the same request and looks at nothing but its end. The two take turns.
 */
final class StreamBench {
    private static final int TOKENS = 4000;
    private static final int ROUNDS = 15;
    private static final int SHORT_ROUNDS = 60;
    private static final String QUESTION = "Tell me a long story.";
    private static final byte[] DONE = "data: [DONE]".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT = "\"content\":\"".getBytes(StandardCharsets.US_ASCII);

    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final BenchEngine engine;
    private final Conversations conversations;

    private StreamBench(BenchEngine engine, Conversations conversations) {
        this.engine = engine;
        this.conversations = conversations;
    }

    /** One timed answer, in seconds. */
    private record Timing(double wall, double first, double cpu) {}

    static void main() throws Exception {
        Path file = Files.createTempFile("stream", ".db");
        Files.delete(file);
        try (var http = dev.paddock.http.Http.loopback();
                var engine = BenchEngine.launch(BenchEngine.plan());
                var history = SqliteHistory.open(file);
                var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = new LlamaClient(http, () -> Optional.of(engine.running()));
            var tools =
                    new ChatTools(
                            history, client, Clock.systemUTC(), background, Later.on(background));
            try (var conversations = new Conversations(tools, "Untitled")) {
                var bench = new StreamBench(engine, conversations);
                bench.longAnswers();
                bench.firstTokens();
            }
        }
    }

    private void longAnswers() throws Exception {
        var bare = new ArrayList<Timing>();
        var app = new ArrayList<Timing>();
        for (int round = -1; round < ROUNDS; round++) {
            Timing reader = bare(TOKENS);
            Timing paddock = app(TOKENS);
            if (round >= 0) {
                bare.add(reader);
                app.add(paddock);
            }
        }
        Figures.print("stream.bare.wall", median(bare, Timing::wall) * 1e3, "ms");
        Figures.print("stream.app.wall", median(app, Timing::wall) * 1e3, "ms");
        Figures.print("stream.wall.ratio", ratio(app, bare), "x", Goal.atMost(1.02));
        Figures.print("stream.bare.cpu", median(bare, Timing::cpu) * 1e6 / TOKENS, "us/token");
        Figures.print("stream.app.cpu", median(app, Timing::cpu) * 1e6 / TOKENS, "us/token");
        Figures.print("stream.app.speed", TOKENS / median(app, Timing::wall), "tokens/s");
    }

    private void firstTokens() throws Exception {
        var bare = new ArrayList<Timing>();
        var app = new ArrayList<Timing>();
        for (int round = 0; round < SHORT_ROUNDS; round++) {
            bare.add(bare(8));
            app.add(app(8));
        }
        Figures.print("stream.bare.first", median(bare, Timing::first) * 1e3, "ms");
        Figures.print("stream.app.first", median(app, Timing::first) * 1e3, "ms");
        Figures.print(
                "stream.first.overhead",
                (median(app, Timing::first) - median(bare, Timing::first)) * 1e3,
                "ms",
                Goal.atMost(3));
    }

    private Timing app(int tokens) throws Exception {
        ChatSession session = conversations.create();
        var sampling = Options.of(SamplingOptions.MAX_TOKENS, tokens);
        conversations.configure(session.id(), "", sampling).join();
        var ended = new CountDownLatch(1);
        var first = new AtomicLong();
        long cpu = CPU.getProcessCpuTime();
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
        long end = System.nanoTime();
        var answer = session.state().value().messages().getLast();
        int got = answer.statistics().orElseThrow().completionTokens();
        if (got != tokens) {
            throw new IllegalStateException(got + " tokens instead of " + tokens);
        }
        return timing(start, first.get(), end, cpu);
    }

    private static void note(AtomicLong first, dev.paddock.chat.LiveAnswer live) {
        if (first.get() == 0 && live.content().length() > 0) {
            first.set(System.nanoTime());
        }
    }

    private Timing bare(int tokens) throws IOException {
        byte[] body =
                """
                {"stream":true,"stream_options":{"include_usage":true},"return_progress":true,
                "temperature":0.8,"top_p":0.95,"top_k":40,"max_tokens":%d,
                "messages":[{"role":"user","content":"%s"}]}
                """
                        .formatted(tokens, QUESTION)
                        .getBytes(StandardCharsets.UTF_8);
        var buffer = new byte[64 * 1024];
        long first = 0;
        int kept = 0;
        long cpu = CPU.getProcessCpuTime();
        long start = System.nanoTime();
        try (var socket = engine.send("POST", "/v1/chat/completions", body)) {
            var input = socket.getInputStream();
            while (true) {
                int read = input.read(buffer, kept, buffer.length - kept);
                if (read < 0) {
                    break;
                }
                int filled = kept + read;
                if (first == 0 && contains(buffer, filled, CONTENT)) {
                    first = System.nanoTime();
                }
                if (contains(buffer, filled, DONE)) {
                    break;
                }
                kept = Math.min(filled, DONE.length);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            }
        }
        return timing(start, first, System.nanoTime(), cpu);
    }

    private static boolean contains(byte[] bytes, int length, byte[] wanted) {
        for (int at = 0; at + wanted.length <= length; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static Timing timing(long start, long first, long end, long cpu) {
        return new Timing(
                (end - start) / 1e9, (first - start) / 1e9, (CPU.getProcessCpuTime() - cpu) / 1e9);
    }

    private static double median(List<Timing> timings, Function<Timing, Double> figure) {
        return Figures.median(timings.stream().map(figure).toList());
    }

    private static double ratio(List<Timing> app, List<Timing> bare) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < app.size(); round++) {
            ratios.add(app.get(round).wall() / bare.get(round).wall());
        }
        return Figures.median(ratios);
    }
}
