package dev.paddock.bench;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.Role;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Supervisor;
import dev.paddock.engine.check.Preflight;
import dev.paddock.http.Http;
import dev.paddock.integration.FakeLauncher;
import dev.paddock.llama.api.LlamaClient;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.model.GgufReader;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * From Stop to the end of the process: of the real engine at rest, at a random moment of its start
 * and in the middle of an answer, and of one that ignores SIGTERM. {@code [COUNT]} stops of each of
 * the first three kinds, and a twentieth of the last, which take ten seconds each.
 */
final class StopsBench {
    private static final int STOPS = 350;
    private static final int SHARE_IGNORED = 20;
    private static final int LANES = 6;
    private static final int MANY = 30_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long SLOWEST_START_NANOS = TimeUnit.MILLISECONDS.toNanos(90);

    private final Http http = Http.loopback();
    private final LlamaClient client =
            new LlamaClient(http, _ -> running().map(ReadyServer::local));
    private final Supervisor supervisor;
    private final Random random = new Random(7);
    private int hangs;

    private StopsBench(LlamaLauncher engine) {
        supervisor =
                new Supervisor(
                        new Supervisor.Ports(
                                engine,
                                new LlamaProbe(http),
                                client.streamsTo(ConnectionId.LOCAL),
                                () -> HealthPolicy.NONE),
                        new Preflight(new GgufReader()));
    }

    static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STOPS;
        var engine = new LlamaLauncher();
        engine.learn(BenchEngine.plan().engine());
        var bench = new StopsBench(engine);
        int hangs = bench.real(count);
        hangs += ignored(engine, Math.max(LANES, count / SHARE_IGNORED));
        Figures.print("stops.hangs", hangs, "", Goal.exactly(0));
        System.exit(0);
    }

    private int real(int count) throws Exception {
        var idle = new ArrayList<Double>();
        var loading = new ArrayList<Double>();
        var streaming = new ArrayList<Double>();
        for (int round = 0; round < count; round++) {
            start(BenchEngine.plan());
            idle.add(stop());
            supervisor.start(BenchEngine.plan());
            await(state -> state instanceof EngineState.Spawning);
            LockSupport.parkNanos(random.nextLong(SLOWEST_START_NANOS));
            loading.add(stop());
            start(BenchEngine.plan());
            stream();
            streaming.add(stop());
        }
        supervisor.close();
        print("idle", idle, 500);
        print("loading", loading, 1000);
        print("streaming", streaming, 6000);
        return hangs;
    }

    private static int ignored(LlamaLauncher engine, int count) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "bench", "deaf"));
        var fake = new FakeLauncher(folder, "--ignore-term");
        var took = new ArrayList<Double>();
        int hangs = 0;
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var running = new ArrayList<CompletableFuture<StopsBench>>();
            for (int i = 0; i < count; i++) {
                running.add(
                        CompletableFuture.supplyAsync(() -> ignored(engine, fake, took), lanes));
            }
            for (var each : running) {
                hangs += each.get().hangs;
            }
        }
        print("ignored", took, 11_000);
        return hangs;
    }

    private static StopsBench ignored(LlamaLauncher engine, FakeLauncher fake, List<Double> took) {
        var bench = new StopsBench(engine);
        try {
            var real = BenchEngine.plan();
            bench.start(
                    new LaunchPlan(
                            fake.executable(),
                            real.model(),
                            real.options().with(EngineOptions.EXTRA_ARGUMENTS, "")));
            double millis = bench.stop();
            synchronized (took) {
                took.add(millis);
            }
            bench.supervisor.close();
            return bench;
        } catch (IOException | InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void start(LaunchPlan plan) throws InterruptedException, ExecutionException {
        supervisor.start(plan);
        await(state -> state instanceof EngineState.Ready);
    }

    private double stop() throws InterruptedException, ExecutionException {
        long asked = System.nanoTime();
        supervisor.stop();
        if (!await(state -> state instanceof EngineState.Idle)) {
            hangs++;
        }
        return (System.nanoTime() - asked) / 1e6;
    }

    /** Goes on until the stop. */
    private void stream() throws Exception {
        var sampling = Options.of(SamplingOptions.MAX_TOKENS, MANY);
        var turns = List.of(new ChatRequest.Turn(Role.USER, "Hello"));
        var stream = client.open(ConnectionId.LOCAL, new ChatRequest("", turns, sampling));
        var flows = new CompletableFuture<Void>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                stream.run(
                                        event -> {
                                            if (event instanceof ChatEvent.Content) {
                                                flows.complete(null);
                                            }
                                        });
                            } catch (ChatFailedException stopped) {
                                flows.completeExceptionally(stopped);
                            }
                        });
        flows.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private Optional<EngineState.RunningEngine> running() {
        return supervisor.state().value().running();
    }

    /** Whether it came so far in time. */
    private boolean await(Predicate<EngineState> wanted)
            throws InterruptedException, ExecutionException {
        try {
            States.await(supervisor, wanted, LIMIT);
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }

    private static void print(String kind, List<Double> took, double millis) {
        Figures.print("stops." + kind + ".count", took.size(), "");
        Figures.print("stops." + kind + ".p50", Figures.median(took), "ms");
        double slow = Figures.quantile(took, 0.99);
        Figures.print("stops." + kind + ".p99", slow, "ms", Goal.atMost(millis));
        Figures.print("stops." + kind + ".max", Figures.quantile(took, 1), "ms");
    }
}
