package dev.paddock.engine;

import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogLine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One engine process from its spawn to its end: waits until it is ready, watches that it stays so,
 * and ends it. Lives on the supervisor's thread; only {@link #kill} and what it writes come from
 * others.
 */
final class Run implements Startup.Owner, Watch.Owner {
    /** What a run tells the machine, on the supervisor's thread. */
    interface Owner {
        void moved(EngineState next);

        void reading(LoadProgress progress);

        void checked(HealthCheck check);

        /** The last call of a run. */
        void ended(Run run, EngineExit exit);

        /** The last call of a run whose process outlived every attempt to end it. */
        void abandoned(Run run);
    }

    /**
     * What a run works with.
     *
     * @param health as a person wants it at this moment
     */
    record Tools(
            Probe probe,
            OpenStreams streams,
            Supplier<HealthPolicy> health,
            LogBuffer log,
            EventLoop loop,
            Executor workers,
            Timeouts times) {}

    /** Everything that is known when it begins. */
    record Order(LaunchPlan plan, Endpoint endpoint, long startedNanos) {}

    private final Order order;
    private final Tools tools;
    private final Owner owner;
    private final Startup startup;
    private final Launcher engine;
    private final Launcher.Process process;
    private final long firstLine;
    private boolean stopping;
    private boolean over;
    private Optional<Watch> watch = Optional.empty();
    private Optional<RunningEngine> ready = Optional.empty();
    private Optional<Failure> reason = Optional.empty();
    private Optional<EngineState> told = Optional.empty();
    private long readyNanos;

    /** Spawns the engine; nothing is told before {@link #begin}. */
    Run(Order order, Launcher engine, Tools tools, Owner owner) throws FailureException {
        this.order = order;
        this.tools = tools;
        this.owner = owner;
        this.engine = engine;
        firstLine = tools.log().newest().value();
        startup = new Startup(order, engine, tools, this);
        var output = tools.log().output(tools.loop().now(), secrets(order), startup::sign);
        process = engine.launch(order.plan(), order.endpoint(), output);
    }

    void begin() {
        process.exit().thenAccept(exit -> tools.loop().execute(() -> exited(exit)));
        startup.begin(process);
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
        return wasReady() ? Duration.ofNanos(tools.loop().nanos() - readyNanos) : Duration.ZERO;
    }

    List<String> lastLines(int most) {
        return tools.log().lastLines(firstLine, most).stream().map(LogLine::text).toList();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it now; from any thread, as a last resort. */
    void kill() {
        process.kill();
    }

    void waitOn() {
        startup.waitOn();
    }

    void check() {
        watch.ifPresent(Watch::check);
    }

    /** Ends it because a person wants so: whatever it was ended for before is forgotten. */
    void stop() {
        reason = Optional.empty();
        end();
    }

    /** Asks it to end, then insists. Doing so twice changes nothing. */
    private void end() {
        if (stopping || over) {
            return;
        }
        stopping = true;
        leaveAlone();
        moved(new EngineState.Stopping(order.plan(), tools.loop().now()));
        var limits = tools.times().ending();
        if (tools.streams().closeAll()) {
            insist(limits.hangUp(), process::terminate);
        } else {
            process.terminate();
        }
        boolean young = readyFor().compareTo(limits.young()) < 0;
        insist(young ? limits.secondToYoung() : limits.secondTerminate(), process::terminate);
        insist(limits.kill(), process::kill);
        insist(limits.giveUp(), this::abandon);
    }

    /** Stops it with the shorter patience of a closing app. */
    void quit() {
        stop();
        insist(tools.times().ending().quitKill(), process::kill);
    }

    @Override
    public void moved(EngineState next) {
        if (!told.equals(Optional.of(next))) {
            told = Optional.of(next);
            owner.moved(next);
        }
    }

    @Override
    public void reading(LoadProgress progress) {
        owner.reading(progress);
    }

    @Override
    public void ready(EngineInfo info) {
        startup.end();
        readyNanos = tools.loop().nanos();
        var running =
                new RunningEngine(
                        order.plan(),
                        order.endpoint(),
                        info,
                        process.pid(),
                        tools.loop().now(),
                        Duration.ofNanos(readyNanos - order.startedNanos()).toMillis(),
                        engine.warnings(order.plan(), info, lastLines(Machine.STARTING_LINES)));
        ready = Optional.of(running);
        tools.log().ready();
        moved(new EngineState.Ready(running));
        var begun = new Watch(order.endpoint(), tools, this);
        watch = Optional.of(begun);
        begun.begin();
    }

    @Override
    public void stranger(String why) {
        stopBecause(new Failure.StrangerOnPort(order.endpoint().port(), why));
    }

    @Override
    public void answers() {
        moved(new EngineState.Ready(ready.orElseThrow()));
    }

    @Override
    public void doubted(int misses) {
        moved(new EngineState.Suspect(ready.orElseThrow(), misses));
    }

    @Override
    public void silent(Failure.NotResponding why) {
        if (!(told.orElseThrow() instanceof EngineState.Unresponsive)) {
            moved(new EngineState.Unresponsive(ready.orElseThrow(), why));
        }
        // Asked at every miss: a person may change the setting meanwhile.
        if (tools.health().get().restartUnresponsive()) {
            stopBecause(why);
        }
    }

    @Override
    public void checked(HealthCheck check) {
        owner.checked(check);
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

    private static Set<String> secrets(Order order) {
        var secrets = new HashSet<String>();
        secrets.add(order.endpoint().apiKey());
        order.plan().sharing().key().map(NetworkKey::text).ifPresent(secrets::add);
        return secrets;
    }

    private void stopBecause(Failure failure) {
        reason = Optional.of(failure);
        end();
    }

    private void leaveAlone() {
        startup.end();
        watch.ifPresent(Watch::end);
    }

    private void exited(EngineExit exit) {
        if (!over) {
            over = true;
            leaveAlone();
            owner.ended(this, exit);
        }
    }

    private void abandon() {
        over = true;
        owner.abandoned(this);
    }
}
