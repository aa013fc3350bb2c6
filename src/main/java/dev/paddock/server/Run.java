package dev.paddock.server;

import dev.paddock.server.EngineProbe.Answer;
import dev.paddock.server.ServerState.RunningEngine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * One engine process from its spawn to its end: waits until it is ready, watches that it stays so,
 * and ends it. Lives on the supervisor's thread; only {@link #sign} is called from others.
 */
final class Run {
    /** What a run tells the machine, on the supervisor's thread. */
    interface Owner {
        void moved(ServerState next);

        /** The last call of a run. */
        void ended(Run run, EngineExit exit);

        /** The last call of a run whose process outlived every attempt to end it. */
        void abandoned(Run run);
    }

    /** What a run works with. */
    record Tools(
            EngineProbe probe,
            BooleanSupplier closeStreams,
            LogBuffer log,
            Loop loop,
            Executor workers,
            Times times) {}

    /** Everything that is known when it begins. */
    record Order(LaunchPlan plan, Endpoint endpoint, long startedNanos) {}

    private final Order order;
    private final Tools tools;
    private final Owner owner;
    private final Engine engine;
    private final Engine.Process process;
    private final long firstLine;
    private final long spawnedNanos;
    private final Instant spawned;
    private volatile long lastSignNanos;
    private boolean loading;
    private boolean stopping;
    private boolean over;
    private int misses;
    private Optional<RunningEngine> ready = Optional.empty();
    private Optional<Failure> reason = Optional.empty();
    private long readyNanos;

    /** Spawns the engine; the first {@code moved} comes before this returns. */
    Run(Order order, Engine engine, Tools tools, Owner owner) throws FailureException {
        this.order = order;
        this.tools = tools;
        this.owner = owner;
        this.engine = engine;
        firstLine = tools.log().newest().value();
        spawnedNanos = tools.loop().nanos();
        lastSignNanos = spawnedNanos;
        spawned = tools.loop().now();
        var output = tools.log().output(spawned, order.endpoint().apiKey(), this::sign);
        process = engine.launch(order.plan(), order.endpoint(), output);
    }

    void begin() {
        owner.moved(new ServerState.Spawning(order.plan(), spawned, process.pid()));
        process.exit().thenAccept(exit -> tools.loop().execute(() -> exited(exit)));
        askLater();
    }

    LaunchPlan plan() {
        return order.plan();
    }

    boolean stopping() {
        return stopping;
    }

    /** Why it is being stopped, unless a person wanted it. */
    Optional<Failure> reason() {
        return reason;
    }

    boolean wasReady() {
        return ready.isPresent();
    }

    Duration readyFor() {
        return wasReady() ? since(readyNanos) : Duration.ZERO;
    }

    java.util.List<String> lastLines(int most) {
        return tools.log().lastLines(firstLine, most).stream().map(LogLine::text).toList();
    }

    /** Ends it now; from any thread, as a last resort. */
    void kill() {
        process.kill();
    }

    /** Asks it to end, then insists. Doing so twice changes nothing. */
    void stop() {
        if (stopping || over) {
            return;
        }
        stopping = true;
        owner.moved(new ServerState.Stopping(order.plan(), tools.loop().now()));
        var times = tools.times();
        if (tools.closeStreams().getAsBoolean()) {
            insist(times.hangUp(), process::terminate);
        } else {
            process.terminate();
        }
        insist(times.secondTerminate(), process::terminate);
        insist(times.kill(), process::kill);
        insist(times.giveUp(), this::abandon);
    }

    /** Stops it with the shorter patience of a closing app. */
    void quit() {
        stop();
        insist(tools.times().quitKill(), process::kill);
    }

    private void insist(Duration after, Runnable step) {
        tools.loop()
                .after(
                        after,
                        () -> {
                            if (!over) {
                                step.run();
                            }
                        });
    }

    private void sign() {
        lastSignNanos = tools.loop().nanos();
    }

    private void askLater() {
        tools.loop().after(tools.times().poll(since(spawnedNanos)), this::ask);
    }

    private void ask() {
        if (over || stopping) {
            return;
        }
        tools.workers()
                .execute(
                        () -> {
                            var answer = tools.probe().ask(order.plan(), order.endpoint());
                            tools.loop().execute(() -> answered(answer));
                        });
    }

    private void answered(Answer answer) {
        // A finished process whose exit is still in the queue must not become ready.
        if (over || stopping || process.exit().isDone()) {
            return;
        }
        switch (answer) {
            case Answer.Silent _ -> keepWaiting();
            case Answer.Loading _ -> {
                if (!loading) {
                    loading = true;
                    lastSignNanos = tools.loop().nanos();
                    owner.moved(new ServerState.Loading(order.plan(), spawned, process.pid()));
                }
                keepWaiting();
            }
            case Answer.Ready(var info) -> becomeReady(info);
            case Answer.Stranger(var why) ->
                    stopBecause(new Failure.StrangerOnPort(order.endpoint().port(), why));
        }
    }

    private void keepWaiting() {
        var silence = since(lastSignNanos);
        if (silence.compareTo(tools.times().stall()) >= 0) {
            stopBecause(new Failure.NotReadyInTime(silence, lastLines(Machine.EVIDENCE_LINES)));
        } else {
            askLater();
        }
    }

    private void stopBecause(Failure failure) {
        reason = Optional.of(failure);
        stop();
    }

    private void becomeReady(EngineInfo info) {
        readyNanos = tools.loop().nanos();
        var running =
                new RunningEngine(
                        order.plan(),
                        order.endpoint(),
                        info,
                        process.pid(),
                        tools.loop().now(),
                        since(order.startedNanos()).toMillis(),
                        engine.cautions(order.plan(), info, lastLines(Machine.STARTING_LINES)));
        ready = Optional.of(running);
        tools.log().ready();
        owner.moved(new ServerState.Ready(running));
        tools.loop().after(tools.times().health(), () -> checkHealth(running));
    }

    private void checkHealth(RunningEngine engine) {
        if (over || stopping) {
            return;
        }
        tools.workers()
                .execute(
                        () -> {
                            boolean alive = tools.probe().alive(order.endpoint());
                            tools.loop().execute(() -> healthChecked(engine, alive));
                        });
    }

    private void healthChecked(RunningEngine engine, boolean alive) {
        if (over || stopping) {
            return;
        }
        int before = misses;
        misses = alive ? 0 : misses + 1;
        int most = tools.times().misses();
        if (alive && before > 0) {
            owner.moved(new ServerState.Ready(engine));
        } else if (!alive && misses < most) {
            owner.moved(new ServerState.Suspect(engine, misses));
        } else if (!alive && misses == most) {
            owner.moved(new ServerState.Unresponsive(engine));
        }
        var wait = alive ? tools.times().health() : tools.times().suspectHealth();
        tools.loop().after(wait, () -> checkHealth(engine));
    }

    private void exited(EngineExit exit) {
        if (!over) {
            over = true;
            owner.ended(this, exit);
        }
    }

    private void abandon() {
        over = true;
        owner.abandoned(this);
    }

    long pid() {
        return process.pid();
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(tools.loop().nanos() - nanos);
    }
}
