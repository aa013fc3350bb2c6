package dev.paddock.engine;

import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.Probe.Reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Waits until a spawned engine is ready. Never gives up by itself: when nothing comes for long, a
 * person is asked. Lives on the supervisor's thread.
 */
final class Startup implements Phase {
    /** Of more than so many since the last question, the oldest tell nothing new. */
    private static final int STAGE_LINES = 500;

    private static final Duration TELLING = Duration.ofMillis(200);

    private final EngineContext context;
    private final EngineRun run;
    private final Instant spawned;
    private final long spawnedNanos;
    private volatile long lastLine;
    private volatile Stage stage = Stage.BEGINNING;
    private long bytesRead;
    private Stage toldStage = Stage.BEGINNING;
    private long toldNanos;
    private long blockedSince;
    private boolean blocked;
    private boolean loading;
    private boolean over;

    Startup(EngineContext context, EngineRun run) {
        this.context = context;
        this.run = run;
        lastLine = run.lineBefore();
        spawned = context.loop().now();
        spawnedNanos = context.loop().nanos();
        toldNanos = spawnedNanos;
    }

    void begin() {
        context.signals().progress(LoadProgress.NONE);
        move();
        askLater();
    }

    @Override
    public void end() {
        over = true;
    }

    /** A person has patience. */
    void waitOn() {
        run.sign();
        blockedSince = context.loop().nanos();
        move();
    }

    private void askLater() {
        var waited = context.since(spawnedNanos);
        context.loop().after(context.times().starting().poll(waited), this::ask);
    }

    private void ask() {
        if (over) {
            return;
        }
        context.workers()
                .execute(
                        () -> {
                            var reply = context.ports().probe().ask(run.plan(), run.endpoint());
                            var read = run.process().bytesRead();
                            noteStage();
                            context.loop().execute(() -> replied(reply, read));
                        });
    }

    private void replied(Reply reply, OptionalLong read) {
        // A finished process whose exit is still in the queue must not become ready.
        if (over || run.process().exit().isDone()) {
            return;
        }
        noteReading(read);
        noteBlocked(reply instanceof Reply.Blocked);
        switch (reply) {
            case Reply.Silent _, Reply.Blocked _ -> keepWaiting();
            case Reply.Loading _ -> {
                if (!loading) {
                    loading = true;
                    run.sign();
                }
                keepWaiting();
            }
            case Reply.Ready(var info) -> run.ready(info);
            case Reply.Foreign(var who) ->
                    run.stopBecause(new Failure.StrangerOnPort(run.endpoint().port(), who));
        }
    }

    private void noteReading(OptionalLong read) {
        if (read.isPresent() && read.getAsLong() > bytesRead) {
            bytesRead = read.getAsLong();
            run.sign();
        }
        // A young engine is asked far more often than anyone could look.
        if (stage != toldStage || context.since(toldNanos).compareTo(TELLING) >= 0) {
            toldStage = stage;
            toldNanos = context.loop().nanos();
            var known = bytesRead > 0 ? OptionalLong.of(bytesRead) : OptionalLong.empty();
            context.signals().progress(new LoadProgress(stage, known));
        }
    }

    /** On a worker, of which one at a time is at it. */
    private void noteStage() {
        for (var line : context.signals().log().lastLines(lastLine, STAGE_LINES)) {
            context.ports()
                    .launcher()
                    .stage(line.text())
                    .filter(reached -> reached.compareTo(stage) > 0)
                    .ifPresent(reached -> stage = reached);
            lastLine = line.number();
        }
    }

    private void noteBlocked(boolean now) {
        if (now && !blocked) {
            blockedSince = context.loop().nanos();
        }
        blocked = now;
    }

    private void keepWaiting() {
        move();
        askLater();
    }

    private void move() {
        context.signals().move(state());
    }

    private EngineState state() {
        var plan = run.plan();
        long pid = run.process().pid();
        var hitch = hitch();
        if (hitch.isPresent()) {
            return new EngineState.Stalled(plan, spawned, pid, hitch.get());
        }
        return loading
                ? new EngineState.Loading(plan, spawned, pid)
                : new EngineState.Spawning(plan, spawned, pid);
    }

    private Optional<Failure> hitch() {
        var limits = context.times().starting();
        if (blocked && context.since(blockedSince).compareTo(limits.blocked()) >= 0) {
            return Optional.of(new Failure.PortBlocked(run.endpoint().port()));
        }
        if (run.sinceLastSign().compareTo(limits.stall()) >= 0) {
            var lines = run.lastLines(EngineRun.EVIDENCE_LINES);
            return Optional.of(new Failure.NotReadyInTime(limits.stall(), lines));
        }
        return Optional.empty();
    }
}
