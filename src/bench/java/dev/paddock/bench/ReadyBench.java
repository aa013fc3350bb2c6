package dev.paddock.bench;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.OpenStreams;
import dev.paddock.engine.Supervisor;
import dev.paddock.engine.check.Preflight;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.model.GgufReader;
import dev.paddock.option.EngineOptions;

import java.time.Duration;
import java.util.ArrayList;

/**
 * From Start to Ready, checks before the start included, against launching the same engine by hand
 * and asking for its health every 5 ms. The two take turns.
 */
final class ReadyBench {
    private static final int ROUNDS = 25;
    private static final int WARM_UP = 3;
    private static final Goal OVERHEAD = Goal.atMost(25);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ReadyBench() {}

    static void main() throws Exception {
        var engine = new LlamaLauncher();
        engine.learn(BenchEngine.plan().engine());
        var hand = new ArrayList<Double>();
        var app = new ArrayList<Double>();
        try (var http = Http.loopback();
                var supervisor =
                        new Supervisor(
                                new Supervisor.Ports(
                                        engine,
                                        new LlamaProbe(http),
                                        OpenStreams.none(),
                                        () -> HealthPolicy.DEFAULT),
                                new Preflight(new GgufReader()))) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double byHand = byHand(BenchEngine.plan());
                double supervised = supervised(supervisor, BenchEngine.plan());
                if (round >= 0) {
                    hand.add(byHand);
                    app.add(supervised);
                }
            }
        }
        Figures.print("ready.hand", Figures.median(hand), "ms");
        Figures.print("ready.app", Figures.median(app), "ms");
        Figures.print("ready.app.p90", Figures.quantile(app, 0.9), "ms");
        Figures.print("ready.ratio", Figures.median(app) / Figures.median(hand), "x");
        double overhead = Figures.median(app) - Figures.median(hand);
        Figures.print("ready.overhead", overhead, "ms", OVERHEAD);
    }

    private static double byHand(LaunchPlan plan) throws Exception {
        long start = System.nanoTime();
        try (var engine = BenchEngine.launch(plan)) {
            if (engine.endpoint().port() != plan.value(EngineOptions.PORT)) {
                throw new IllegalStateException("another port");
            }
            return millisSince(start);
        }
    }

    private static double supervised(Supervisor supervisor, LaunchPlan plan) throws Exception {
        long start = System.nanoTime();
        supervisor.start(plan);
        States.await(supervisor, state -> state instanceof EngineState.Ready, LIMIT);
        double took = millisSince(start);
        supervisor.stop();
        States.await(supervisor, state -> state instanceof EngineState.Idle, LIMIT);
        return took;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
