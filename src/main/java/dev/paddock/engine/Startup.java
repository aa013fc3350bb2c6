package dev.paddock.engine;

import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.Probe.Answer;
import dev.paddock.engine.log.LogLine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Waits until a spawned engine is ready. Never gives up by itself: when nothing comes for long, a
 * person is asked. Lives on the supervisor's thread; only {@link #sign} is called from others.
 */
final class Startup {
    /** What a startup tells its run, on the supervisor's thread. */
    interface Owner {
        void moved(EngineState next);

        void reading(LoadProgress progress);

        void ready(EngineInfo info);

        void stranger(String why);
    }

    /** Of more than so many since the last question, the oldest tell nothing new. */
    private static final int STAGE_LINES = 500;

    private static final Duration TELLING = Duration.ofMillis(200);

    private final Run.Order order;
    private final Run.Tools tools;
    private final Launcher engine;
    private final Owner owner;
    private final Instant spawned;
    private final long spawnedNanos;
    private final long firstLine;
    private volatile long lastLine;
    private volatile long lastSignNanos;
    private volatile Stage stage = Stage.BEGINNING;
    private Optional<Launcher.Process> process = Optional.empty();
    private long bytesRead;
    private Stage toldStage = Stage.BEGINNING;
    private long toldNanos;
    private long blockedSince;
    private boolean blocked;
    private boolean loading;
    private boolean over;

    Startup(Run.Order order, Launcher engine, Run.Tools tools, Owner owner) {
        this.order = order;
        this.engine = engine;
        this.tools = tools;
        this.owner = owner;
        firstLine = tools.log().newest().value();
        lastLine = firstLine;
        spawned = tools.loop().now();
        spawnedNanos = tools.loop().nanos();
        lastSignNanos = spawnedNanos;
        toldNanos = spawnedNanos;
    }

    void begin(Launcher.Process spawnedProcess) {
        process = Optional.of(spawnedProcess);
        owner.reading(LoadProgress.NONE);
        move();
        askLater();
    }

    /** Takes no more notice of anything. */
    void end() {
        over = true;
    }

    /** It has written or read something; from any thread. */
    void sign() {
        lastSignNanos = tools.loop().nanos();
    }

    /** A person has patience. */
    void waitOn() {
        if (!over) {
            sign();
            blockedSince = tools.loop().nanos();
            move();
        }
    }

    private void askLater() {
        var waited = since(spawnedNanos);
        tools.loop().after(tools.times().starting().poll(waited), this::ask);
    }

    private void ask() {
        if (over) {
            return;
        }
        var asked = process.orElseThrow();
        tools.workers()
                .execute(
                        () -> {
                            var answer = tools.probe().ask(order.plan(), order.endpoint());
                            var read = asked.bytesRead();
                            noteStage();
                            tools.loop().execute(() -> answered(asked, answer, read));
                        });
    }

    private void answered(Launcher.Process asked, Answer answer, OptionalLong read) {
        // A finished process whose exit is still in the queue must not become ready.
        if (over || asked.exit().isDone()) {
            return;
        }
        noteReading(read);
        noteBlocked(answer instanceof Answer.Blocked);
        switch (answer) {
            case Answer.Silent _, Answer.Blocked _ -> keepWaiting();
            case Answer.Loading _ -> {
                if (!loading) {
                    loading = true;
                    sign();
                }
                keepWaiting();
            }
            case Answer.Ready(var info) -> owner.ready(info);
            case Answer.Stranger(var why) -> owner.stranger(why);
        }
    }

    private void noteReading(OptionalLong read) {
        if (read.isPresent() && read.getAsLong() > bytesRead) {
            bytesRead = read.getAsLong();
            sign();
        }
        // A young engine is asked far more often than anyone could look.
        if (stage != toldStage || since(toldNanos).compareTo(TELLING) >= 0) {
            toldStage = stage;
            toldNanos = tools.loop().nanos();
            var known = bytesRead > 0 ? OptionalLong.of(bytesRead) : OptionalLong.empty();
            owner.reading(new LoadProgress(stage, known));
        }
    }

    /** On a worker, of which one at a time is at it. */
    private void noteStage() {
        for (var line : tools.log().lastLines(lastLine, STAGE_LINES)) {
            engine.stage(line.text()).ifPresent(reached -> stage = reached);
            lastLine = line.number();
        }
    }

    private void noteBlocked(boolean now) {
        if (now && !blocked) {
            blockedSince = tools.loop().nanos();
        }
        blocked = now;
    }

    private void keepWaiting() {
        move();
        askLater();
    }

    private void move() {
        long pid = process.orElseThrow().pid();
        var hitch = hitch();
        if (hitch.isPresent()) {
            owner.moved(new EngineState.Stalled(order.plan(), spawned, pid, hitch.get()));
        } else if (loading) {
            owner.moved(new EngineState.Loading(order.plan(), spawned, pid));
        } else {
            owner.moved(new EngineState.Spawning(order.plan(), spawned, pid));
        }
    }

    private Optional<Failure> hitch() {
        var limits = tools.times().starting();
        if (blocked && since(blockedSince).compareTo(limits.blocked()) >= 0) {
            return Optional.of(new Failure.PortBlocked(order.endpoint().port()));
        }
        if (since(lastSignNanos).compareTo(limits.stall()) >= 0) {
            var lines =
                    tools.log().lastLines(firstLine, Machine.EVIDENCE_LINES).stream()
                            .map(LogLine::text)
                            .toList();
            return Optional.of(new Failure.NotReadyInTime(limits.stall(), lines));
        }
        return Optional.empty();
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(tools.loop().nanos() - nanos);
    }
}
