package dev.paddock.engine;

import dev.paddock.engine.RestartPolicy.Step;
import dev.paddock.option.EngineOptions;
import dev.paddock.signal.Signal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The state machine. Everything here runs on the supervisor's thread. */
final class Machine implements Run.Owner {
    static final int EVIDENCE_LINES = 200;

    /** Enough for all that an engine says before it is ready, at its usual loudness. */
    static final int STARTING_LINES = 2000;

    private static final int KEY_BYTES = 32;

    /** The checks before a start. */
    record Checks(
            Function<LaunchPlan, Optional<Failure>> files,
            Function<LaunchPlan, Optional<Failure>> port) {}

    /** What others watch; written here alone. */
    record Outputs(
            Signal<EngineState> state, Signal<LoadProgress> progress, Signal<HealthCheck> checked) {
        Outputs() {
            this(
                    new Signal<>(new EngineState.Idle()),
                    new Signal<>(LoadProgress.NONE),
                    new Signal<>(new HealthCheck.None()));
        }
    }

    private final Launcher engine;
    private final Checks checks;
    private final Run.Tools tools;
    private final Outputs outputs;
    private final Signal<EngineState> state;
    private final Runnable closed;
    private final SecureRandom random = new SecureRandom();
    private Optional<LaunchPlan> lastPlan = Optional.empty();
    private Optional<LaunchPlan> next = Optional.empty();
    private RestartPolicy policy = RestartPolicy.fresh();
    private Object turn = new Object();
    private long startedNanos;
    private boolean closing;

    /** For the last resort of a closing app, from its thread. */
    private volatile Optional<Run> run = Optional.empty();

    /**
     * @param closed called once no process is left after {@link #close}
     */
    Machine(Launcher engine, Checks checks, Run.Tools tools, Outputs outputs, Runnable closed) {
        this.engine = engine;
        this.checks = checks;
        this.tools = tools;
        this.outputs = outputs;
        state = outputs.state();
        this.closed = closed;
    }

    void start(LaunchPlan plan) {
        if (closing) {
            return;
        }
        lastPlan = Optional.of(plan);
        policy = RestartPolicy.fresh();
        switch (state.value()) {
            case EngineState.Idle _, EngineState.Failed _ -> preflight(plan);
            case EngineState.BackingOff _, EngineState.Diagnosing _ -> preflight(plan);
            case EngineState.Preflight(var current, _) -> {
                if (!current.equals(plan)) {
                    preflight(plan);
                }
            }
            case EngineState.Stopping _ -> next = Optional.of(plan);
            case EngineState.Spawning(var current, _, _) -> replace(current, plan);
            case EngineState.Loading(var current, _, _) -> replace(current, plan);
            case EngineState.Stalled(var current, _, _, _) -> replace(current, plan);
            case EngineState.Ready(var engine) -> replace(engine.plan(), plan);
            case EngineState.Suspect(var engine, _) -> replace(engine.plan(), plan);
            case EngineState.Unresponsive(var engine, _) -> replace(engine.plan(), plan);
        }
    }

    void stop() {
        next = Optional.empty();
        if (run.isPresent()) {
            run.get().stop();
        } else if (state.value() instanceof EngineState.Preflight
                || state.value() instanceof EngineState.BackingOff) {
            turn = new Object();
            state.set(new EngineState.Idle());
        }
    }

    void check() {
        run.ifPresent(Run::check);
    }

    void waitOn() {
        run.ifPresent(Run::waitOn);
    }

    void restart() {
        if (closing || lastPlan.isEmpty()) {
            return;
        }
        policy = RestartPolicy.fresh();
        next = lastPlan;
        if (run.isPresent()) {
            run.get().stop();
        } else {
            startNext();
        }
    }

    /** Ends everything for good. */
    void close() {
        if (closing) {
            return;
        }
        closing = true;
        if (run.isPresent()) {
            next = Optional.empty();
            run.get().quit();
        } else {
            stop();
            closed.run();
        }
    }

    /** The process, if there is one; from any thread. */
    Optional<Run> run() {
        return run;
    }

    @Override
    public void moved(EngineState to) {
        state.set(to);
    }

    @Override
    public void reading(LoadProgress progress) {
        if (!progress.equals(outputs.progress().value())) {
            outputs.progress().set(progress);
        }
    }

    @Override
    public void checked(HealthCheck check) {
        outputs.checked().set(check);
    }

    @Override
    public void ended(Run ended, EngineExit exit) {
        run = Optional.empty();
        if (ended.stopping()) {
            afterStop(ended, ended.reason());
            return;
        }
        var plan = ended.plan();
        state.set(new EngineState.Diagnosing(plan, exit));
        var lines = ended.lastLines(EVIDENCE_LINES);
        tryAgain(ended, engine.diagnose(plan, exit, lines, ended.wasReady()));
    }

    @Override
    public void abandoned(Run abandoned) {
        run = Optional.empty();
        next = Optional.empty();
        afterStop(abandoned, Optional.of(new Failure.WillNotEnd(abandoned.pid())));
    }

    private void tryAgain(Run ended, Failure failure) {
        var now = Duration.ofNanos(tools.loop().nanos());
        switch (policy.after(failure, now, ended.readyFor())) {
            case Step.GiveUp(var why) -> state.set(new EngineState.Failed(why));
            case Step.Again(var delay, int attempt, var then) -> {
                policy = then;
                backOff(ended.plan(), failure, delay, attempt);
            }
        }
    }

    private void replace(LaunchPlan current, LaunchPlan plan) {
        if (!current.equals(plan)) {
            next = Optional.of(plan);
            run.ifPresent(Run::stop);
        }
    }

    private void afterStop(Run ended, Optional<Failure> reason) {
        if (closing) {
            state.set(new EngineState.Idle());
            closed.run();
        } else if (next.isPresent()) {
            startNext();
        } else if (reason.isPresent()) {
            tryAgain(ended, reason.get());
        } else {
            state.set(new EngineState.Idle());
        }
    }

    private void startNext() {
        var plan = next.orElseThrow();
        next = Optional.empty();
        preflight(plan);
    }

    private void backOff(LaunchPlan plan, Failure failure, Duration delay, int attempt) {
        var mine = new Object();
        turn = mine;
        var until = tools.loop().now().plus(delay);
        state.set(new EngineState.BackingOff(plan, failure, attempt, until));
        tools.loop()
                .after(
                        delay,
                        () -> {
                            if (turn == mine) {
                                preflight(plan);
                            }
                        });
    }

    private void preflight(LaunchPlan plan) {
        var mine = new Object();
        turn = mine;
        startedNanos = tools.loop().nanos();
        state.set(new EngineState.Preflight(plan, tools.loop().now()));
        tools.workers()
                .execute(
                        () -> {
                            var found = checks.files().apply(plan);
                            tools.loop().execute(() -> checked(mine, plan, found));
                        });
        tools.loop()
                .after(
                        tools.times().starting().preflight(),
                        () -> checked(mine, plan, Optional.empty()));
    }

    private void checked(Object whose, LaunchPlan plan, Optional<Failure> found) {
        if (turn != whose) {
            return;
        }
        turn = new Object();
        // The port last and on this thread, so that two checks never stand in each other's way.
        var failure = found.or(() -> checks.port().apply(plan));
        if (failure.isPresent()) {
            state.set(new EngineState.Failed(failure.get()));
        } else {
            spawn(plan);
        }
    }

    private void spawn(LaunchPlan plan) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var endpoint = new Endpoint(plan.value(EngineOptions.PORT), HexFormat.of().formatHex(key));
        try {
            var begun = new Run(new Run.Order(plan, endpoint, startedNanos), engine, tools, this);
            run = Optional.of(begun);
            begun.begin();
        } catch (FailureException refused) {
            state.set(new EngineState.Failed(refused.failure()));
        }
    }
}
