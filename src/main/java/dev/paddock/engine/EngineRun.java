package dev.paddock.engine;

import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.log.LogLine;
import dev.paddock.option.EngineOptions;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One engine process from its spawn to its end, in one {@link Phase} after another. Lives on the
 * supervisor's thread; only {@link #kill} and what the process writes come from others.
 */
final class EngineRun {
    /** Enough to find the cause of an end in. */
    static final int EVIDENCE_LINES = 200;

    /** Enough for all that an engine says before it is ready, at its usual loudness. */
    private static final int STARTING_LINES = 2000;

    private final EngineContext context;
    private final LaunchPlan plan;
    private final long startedNanos;
    private final Consumer<EngineRun> ended;
    private final Endpoint endpoint;
    private final long lineBefore;
    private final Launcher.Process process;
    private volatile long lastSignNanos;
    private Optional<Phase> phase = Optional.empty();
    private Optional<RunningEngine> ready = Optional.empty();
    private Optional<Failure> reason = Optional.empty();
    private Optional<EngineExit> exit = Optional.empty();
    private long readyNanos;
    private boolean over;

    /**
     * Spawns the engine on the calling thread; nothing is told before {@link #begin}.
     *
     * @param port where it shall listen
     * @param startedNanos when it was asked for
     * @param ended told once, at the end
     */
    EngineRun(
            EngineContext context,
            LaunchPlan plan,
            int port,
            long startedNanos,
            Consumer<EngineRun> ended)
            throws FailureException {
        this.context = context;
        this.plan = plan;
        this.startedNanos = startedNanos;
        this.ended = ended;
        endpoint = new Endpoint(port, ApiKey.random());
        var log = context.signals().log();
        lineBefore = log.newest().value();
        sign();
        var output = log.output(context.loop().now(), secrets(), this::sign);
        process = context.ports().launcher().launch(launched(), endpoint, output);
    }

    void begin() {
        process.exit().thenAccept(how -> context.loop().execute(() -> exited(how)));
        var startup = new Startup(context, this);
        enter(startup);
        startup.begin();
    }

    /** As it was asked for. */
    LaunchPlan plan() {
        return plan;
    }

    boolean startsLike(LaunchPlan other) {
        return plan.startsLike(other, endpoint.port());
    }

    /** As it was carried out: with the port it has. */
    LaunchPlan launched() {
        boolean moved = plan.value(EngineOptions.PORT) != endpoint.port();
        return moved ? plan.with(EngineOptions.PORT, endpoint.port()) : plan;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Launcher.Process process() {
        return process;
    }

    boolean stopping() {
        return phase.orElse(null) instanceof Shutdown;
    }

    /** Why it is being stopped, unless a person wanted it. */
    Optional<Failure> reason() {
        return reason;
    }

    /** Empty while it runs, and for good when it outlived every attempt to end it. */
    Optional<EngineExit> exit() {
        return exit;
    }

    private boolean wasReady() {
        return ready.isPresent();
    }

    /** Empty when it never was. */
    Optional<Duration> readyFor() {
        return ready.map(_ -> context.since(readyNanos));
    }

    /** The last line of the log before its own. */
    long lineBefore() {
        return lineBefore;
    }

    List<String> lastLines(int most) {
        return context.signals().log().lastLines(lineBefore, most).stream()
                .map(LogLine::text)
                .toList();
    }

    /** It has written or read something; from any thread. */
    void sign() {
        lastSignNanos = context.loop().nanos();
    }

    Duration sinceLastSign() {
        return context.since(lastSignNanos);
    }

    void waitOn() {
        if (phase.orElse(null) instanceof Startup startup) {
            startup.waitOn();
        }
    }

    void check() {
        if (phase.orElse(null) instanceof Watch watch) {
            watch.check();
        }
    }

    /** Why it has ended, by what it said last. */
    Failure diagnosis(EngineExit how) {
        var lines = lastLines(EVIDENCE_LINES);
        return context.ports().launcher().diagnose(launched(), how, lines, wasReady());
    }

    /** Ends it because a person wants so: whatever it was ended for before is forgotten. */
    void stop() {
        reason = Optional.empty();
        shutDown();
    }

    void stopBecause(Failure why) {
        reason = Optional.of(why);
        shutDown();
    }

    /** Has less patience with an end already asked for. */
    void hurry() {
        if (phase.orElse(null) instanceof Shutdown shutdown) {
            shutdown.hurry();
        }
    }

    /** Ends it now; from any thread, as a last resort. */
    void kill() {
        process.kill();
    }

    /** The startup found it ready. */
    void ready(EngineInfo told) {
        readyNanos = context.loop().nanos();
        var launcher = context.ports().launcher();
        var lines = lastLines(STARTING_LINES);
        var info = told.with(launcher.devices(plan, lines));
        var running =
                new RunningEngine(
                        plan,
                        endpoint,
                        info,
                        process.pid(),
                        context.loop().now(),
                        Duration.ofNanos(readyNanos - startedNanos).toMillis(),
                        launcher.warnings(plan, info, lines));
        ready = Optional.of(running);
        context.signals().log().ready();
        context.signals().move(new EngineState.Ready(running));
        var watch = new Watch(context, this, running);
        enter(watch);
        watch.begin();
    }

    /** The shutdown gave up: the process outlived every attempt to end it. */
    void abandon() {
        end(Optional.of(new Failure.WillNotEnd(process.pid())));
    }

    private void shutDown() {
        if (!stopping() && !over) {
            var shutdown = new Shutdown(context, this);
            enter(shutdown);
            shutdown.begin();
        }
    }

    private void exited(EngineExit how) {
        if (!over) {
            exit = Optional.of(how);
            end(reason);
        }
    }

    private void end(Optional<Failure> why) {
        over = true;
        reason = why;
        phase.ifPresent(Phase::end);
        ended.accept(this);
    }

    private void enter(Phase entered) {
        phase.ifPresent(Phase::end);
        phase = Optional.of(entered);
    }

    private Set<String> secrets() {
        var secrets = new HashSet<String>();
        secrets.add(endpoint.key().text());
        plan.sharing().key().map(NetworkKey::text).ifPresent(secrets::add);
        return secrets;
    }
}
