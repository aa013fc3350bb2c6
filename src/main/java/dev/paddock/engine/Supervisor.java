package dev.paddock.engine;

import dev.paddock.engine.RestartPolicy.Step;
import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Observable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owns the one engine. A platform thread of its own is the only writer of the state; every command
 * is a message to it, and listeners are called on it. That thread also spawns the engine, because
 * on Linux the engine dies with the thread that spawned it.
 */
public final class Supervisor implements EngineControl, AutoCloseable {
    /**
     * What a supervisor needs of the rooms around it.
     *
     * @param health what a person wants done unasked, at the moment of the call; must not block
     */
    public record Ports(
            Launcher launcher, Probe probe, OpenStreams streams, Supplier<HealthPolicy> health) {}

    private final LaunchChecks checks;
    private final EngineContext context;
    private final EngineSignals signals = new EngineSignals();
    private final EventLoop loop;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final PortSearch ports;

    /** Waited for while there is no process. */
    private final PendingStep pending;

    /** Also for the last resort of a closing app, from its thread. */
    private volatile Optional<EngineRun> run = Optional.empty();

    private Optional<LaunchPlan> lastPlan = Optional.empty();

    /** To be started once the present process has ended. */
    private Optional<LaunchPlan> next = Optional.empty();

    private RestartPolicy policy = RestartPolicy.fresh();
    private long startedNanos;
    private boolean closing;

    public Supervisor(Ports ports, LaunchChecks checks) {
        this(
                ports,
                checks,
                new ThreadEventLoop("engine-supervisor"),
                job -> Thread.ofVirtual().name("engine-question").start(job),
                Timeouts.DEFAULT);
    }

    Supervisor(Ports ports, LaunchChecks checks, EventLoop loop, Executor workers, Timeouts times) {
        this.checks = checks;
        this.loop = loop;
        context = new EngineContext(ports, signals, loop, workers, times);
        pending = new PendingStep(context);
        this.ports = new PortSearch(checks);
    }

    @Override
    public Observable<EngineState> state() {
        return signals.state();
    }

    @Override
    public Observable<LoadProgress> progress() {
        return signals.progress();
    }

    @Override
    public Observable<HealthCheck> checked() {
        return signals.checked();
    }

    @Override
    public LogSource log() {
        return signals.log();
    }

    @Override
    public void start(LaunchPlan plan) {
        loop.execute(() -> begin(plan));
    }

    @Override
    public CompletableFuture<Optional<Failure>> preflight(LaunchPlan plan) {
        return new ReplacementCheck(context, checks).of(plan);
    }

    @Override
    public void stop() {
        loop.execute(
                () -> {
                    next = Optional.empty();
                    stopOrCancel();
                });
    }

    @Override
    public void restart() {
        loop.execute(this::beginAgain);
    }

    @Override
    public void check() {
        loop.execute(() -> run.ifPresent(EngineRun::check));
    }

    @Override
    public void waitOn() {
        loop.execute(() -> run.ifPresent(EngineRun::waitOn));
    }

    /** Ends the engine and waits for it, two seconds at most. Later commands do nothing. */
    @Override
    public void close() {
        beginClosing();
        var limit = context.times().ending().quit().limit();
        try {
            if (!closed.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                run.ifPresent(EngineRun::kill);
            }
        } catch (InterruptedException hurry) {
            run.ifPresent(EngineRun::kill);
            Thread.currentThread().interrupt();
        } finally {
            loop.close();
        }
    }

    /** Ends everything for good, without waiting: {@link #close} does that. */
    public void beginClosing() {
        loop.execute(
                () -> {
                    if (!closing) {
                        closing = true;
                        next = Optional.empty();
                        stopOrCancel();
                        run.ifPresentOrElse(EngineRun::hurry, closed::countDown);
                    }
                });
    }

    /** Whether no process is left after {@link #beginClosing}. */
    boolean closed() {
        return closed.getCount() == 0;
    }

    private void begin(LaunchPlan plan) {
        if (closing) {
            return;
        }
        lastPlan = Optional.of(plan);
        policy = RestartPolicy.fresh();
        ports.reset();
        switch (signals.state().value()) {
            case EngineState.Idle _, EngineState.Failed _ -> checkFirst(plan);
            case EngineState.BackingOff _, EngineState.Diagnosing _ -> checkFirst(plan);
            case EngineState.Preflight(var current, _) -> {
                if (!current.equals(plan)) {
                    checkFirst(plan);
                }
            }
            case EngineState.Stopping _ -> next = Optional.of(plan);
            case EngineState.Spawning _, EngineState.Loading _, EngineState.Stalled _ ->
                    replaceWith(plan);
            case EngineState.Ready _, EngineState.Suspect _, EngineState.Unresponsive _ ->
                    replaceWith(plan);
        }
    }

    private void beginAgain() {
        if (closing || lastPlan.isEmpty()) {
            return;
        }
        policy = RestartPolicy.fresh();
        ports.reset();
        if (run.isPresent()) {
            next = lastPlan;
            stopOrCancel();
        } else {
            checkFirst(lastPlan.get());
        }
    }

    private void replaceWith(LaunchPlan plan) {
        if (!run.orElseThrow().startsLike(plan)) {
            next = Optional.of(plan);
            stopOrCancel();
        }
    }

    private void stopOrCancel() {
        if (run.isPresent()) {
            run.get().stop();
        } else if (!(signals.state().value() instanceof EngineState.Failed)) {
            pending.cancel();
            signals.move(new EngineState.Idle());
        }
    }

    private void checkFirst(LaunchPlan plan) {
        startedNanos = loop.nanos();
        signals.move(new EngineState.Preflight(plan, loop.now()));
        pending.<Optional<Failure>>ask(
                () -> {
                    context.ports().launcher().prepare(plan);
                    return checks.files(plan);
                },
                Optional.empty(),
                context.times().starting().preflight(),
                found -> launch(plan, found));
    }

    private void launch(LaunchPlan plan, Optional<Failure> found) {
        if (found.isPresent()) {
            fail(plan, found.get());
            return;
        }
        try {
            // The port last and on this thread, so that two checks never stand in each other's way.
            var spawned = new EngineRun(context, plan, ports.find(plan), startedNanos, this::ended);
            run = Optional.of(spawned);
            spawned.begin();
        } catch (FailureException refused) {
            fail(plan, refused.failure());
        }
    }

    private void fail(LaunchPlan plan, Failure why) {
        explain(plan, why, explained -> signals.move(new EngineState.Failed(explained)));
    }

    private void ended(EngineRun ended) {
        run = Optional.empty();
        if (ended.stopping()) {
            afterShutdown(ended);
        } else {
            diagnose(ended, ended.exit().orElseThrow());
        }
    }

    private void afterShutdown(EngineRun ended) {
        if (closing) {
            signals.move(new EngineState.Idle());
            closed.countDown();
        } else if (next.isPresent() && ended.exit().isPresent()) {
            checkFirst(next.get());
        } else if (ended.reason().isPresent()) {
            tryAgain(ended.plan(), ended.reason().get(), ended.readyFor());
        } else {
            signals.move(new EngineState.Idle());
        }
        next = Optional.empty();
    }

    private void diagnose(EngineRun ended, EngineExit exit) {
        var plan = ended.plan();
        signals.move(new EngineState.Diagnosing(plan, exit));
        var failure = ended.diagnosis(exit);
        if (failure instanceof Failure.PortTaken) {
            // The engine does not tell a port that is taken from one it may not have.
            failure = checks.port(ended.launched()).orElse(failure);
        }
        var readyFor = ended.readyFor();
        explain(plan, failure, explained -> tryAgain(plan, explained, readyFor));
    }

    /** Away from this thread: who holds a port, or what memory is left, may take a second. */
    private void explain(LaunchPlan plan, Failure failure, Consumer<Failure> then) {
        pending.ask(
                () -> checks.explained(plan, failure), failure, context.times().explaining(), then);
    }

    private void tryAgain(LaunchPlan plan, Failure failure, Optional<Duration> readyFor) {
        if (ports.goesOn(plan, failure)) {
            checkFirst(plan);
            return;
        }
        var now = Duration.ofNanos(loop.nanos());
        switch (policy.after(failure, now, readyFor)) {
            case Step.GiveUp(var why) -> signals.move(new EngineState.Failed(why));
            case Step.Again(var delay, int attempt, var then) -> {
                policy = then;
                var until = loop.now().plus(delay);
                signals.move(new EngineState.BackingOff(plan, failure, attempt, until));
                pending.after(delay, () -> checkFirst(plan));
            }
        }
    }
}
