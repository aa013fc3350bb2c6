package dev.paddock.engine;

import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.Probe.Work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches that a ready engine goes on answering, and tells a slow one from a stuck one. There is
 * one question at a time; a newer one makes the answer to an older void. Lives on the supervisor's
 * thread.
 */
final class Watch implements Phase {
    /** What an answer says. */
    private enum Sign {
        WELL,
        /** It answers, but nothing moves. */
        STILL,
        NONE
    }

    /** Between two looks. */
    private static final int MOST_LINES = 500;

    private final EngineContext context;
    private final EngineRun run;
    private final RunningEngine engine;
    private final SuspendDetector clocks;
    private long lastLine;
    private boolean over;
    private long question;
    private boolean checking;
    private int misses;
    private long wellNanos;
    private long checkedNanos;

    /** The question that was not answered well: one that asks for less would prove nothing. */
    private Optional<Symptom> open = Optional.empty();

    private Optional<Work> lastWork = Optional.empty();
    private long movedNanos;

    Watch(EngineContext context, EngineRun run, RunningEngine engine) {
        this.context = context;
        this.run = run;
        this.engine = engine;
        clocks = new SuspendDetector(context.loop(), limits().suspend());
        lastLine = context.signals().log().newest().value();
        wellNanos = context.loop().nanos();
        checkedNanos = wellNanos;
    }

    void begin() {
        context.signals().checked(new HealthCheck.None());
        beatLater();
        if (context.ports().health().get().checkAfterStart()) {
            context.loop().after(limits().trial().afterStart(), this::checkFirst);
        } else {
            askLater(limits().health());
        }
    }

    private void checkFirst() {
        if (question == 0) {
            check();
        }
    }

    @Override
    public void end() {
        over = true;
    }

    /** A trial generation, now; does nothing while there is one. */
    void check() {
        if (!over && !checking) {
            tryToken(limits().trial().usual());
        }
    }

    private void beatLater() {
        context.loop().after(limits().suspend().beat(), this::beat);
    }

    private void beat() {
        if (over) {
            return;
        }
        if (faulty()) {
            return;
        }
        if (clocks.jumped()) {
            // What was asked before the computer slept says nothing about now.
            tryToken(limits().trial().afterSuspend());
        } else if (checkDue()) {
            check();
        }
        beatLater();
    }

    /** A lost device leaves a process that is healthy and answers nothing. */
    private boolean faulty() {
        for (var line : context.signals().log().lastLines(lastLine, MOST_LINES)) {
            lastLine = line.number();
            var fault = context.ports().launcher().fault(line.text());
            if (fault.isPresent()) {
                run.stopBecause(fault.get());
                return true;
            }
        }
        return false;
    }

    private boolean checkDue() {
        return misses == 0
                && context.ports()
                        .health()
                        .get()
                        .checkEvery()
                        .filter(every -> context.since(checkedNanos).compareTo(every) >= 0)
                        .isPresent();
    }

    private void askLater(Duration wait) {
        long expected = question;
        context.loop()
                .after(
                        wait,
                        () -> {
                            if (!over && question == expected) {
                                ask();
                            }
                        });
    }

    private void ask() {
        boolean silence =
                context.ports()
                        .streams()
                        .silence()
                        .filter(lasting -> lasting.compareTo(limits().silence()) >= 0)
                        .isPresent();
        if (!silence) {
            // Nobody waits: slots that stand still are at rest.
            lastWork = Optional.empty();
        }
        switch (open.orElse(silence ? Symptom.ANSWER : Symptom.HEALTH)) {
            case TRIAL -> tryToken(limits().trial().usual());
            case ANSWER -> askForWork();
            case HEALTH -> {
                if (silence) {
                    askForWork();
                } else {
                    askForHealth();
                }
            }
        }
    }

    private void askForHealth() {
        put(
                () -> context.ports().probe().alive(engine.endpoint()),
                alive -> answered(Symptom.HEALTH, alive ? Sign.WELL : Sign.NONE));
    }

    private void askForWork() {
        put(
                () -> context.ports().probe().work(engine.endpoint()),
                work -> answered(Symptom.ANSWER, signOf(work)));
    }

    private void tryToken(Duration limit) {
        checking = true;
        context.signals().checked(new HealthCheck.Running(context.loop().now()));
        put(() -> context.ports().probe().generate(engine.endpoint(), limit), this::tried);
    }

    private void tried(Result came) {
        checking = false;
        checkedNanos = context.loop().nanos();
        var result = came instanceof Result.Slow && flows() ? new Result.AtWork() : came;
        context.signals().checked(new HealthCheck.Done(result, context.loop().now()));
        answered(
                Symptom.TRIAL,
                switch (result) {
                    case Result.Generated _, Result.AtWork _, Result.Refused _ -> Sign.WELL;
                    case Result.Slow _ -> Sign.STILL;
                    case Result.NoAnswer _ -> Sign.NONE;
                });
    }

    /** An answer of our own that took the slot just before the trial is proof as well. */
    private boolean flows() {
        return context.ports()
                .streams()
                .silence()
                .filter(lasting -> lasting.compareTo(limits().trial().afterSuspend()) < 0)
                .isPresent();
    }

    /** Asks away from this thread; {@code then} gets the answer on it, unless it came too late. */
    private <T> void put(Supplier<T> asking, Consumer<T> then) {
        long mine = ++question;
        context.workers()
                .execute(
                        () -> {
                            T answer = asking.get();
                            context.loop()
                                    .execute(
                                            () -> {
                                                if (!over && question == mine) {
                                                    then.accept(answer);
                                                }
                                            });
                        });
    }

    private Sign signOf(Work work) {
        if (work instanceof Work.NoAnswer) {
            return Sign.NONE;
        }
        if (work instanceof Work.Untold || !lastWork.equals(Optional.of(work))) {
            lastWork = Optional.of(work);
            movedNanos = context.loop().nanos();
        }
        boolean moves = context.since(movedNanos).compareTo(limits().silence()) < 0;
        return moves ? Sign.WELL : Sign.STILL;
    }

    private void answered(Symptom asked, Sign sign) {
        switch (sign) {
            case WELL -> {
                misses = 0;
                open = Optional.empty();
                wellNanos = context.loop().nanos();
                context.signals().move(new EngineState.Ready(engine));
                askLater(limits().health());
            }
            case STILL -> {
                misses = 1;
                open = Optional.of(asked);
                context.signals().move(new EngineState.Suspect(engine, misses));
                askLater(limits().suspectHealth());
            }
            case NONE -> {
                misses++;
                open = Optional.of(asked);
                missed(asked);
                askLater(limits().suspectHealth());
            }
        }
    }

    private void missed(Symptom asked) {
        if (misses < limits().misses()) {
            context.signals().move(new EngineState.Suspect(engine, misses));
            return;
        }
        var why = new NotResponding(asked, context.since(wellNanos));
        if (!(context.signals().state().value() instanceof EngineState.Unresponsive)) {
            context.signals().move(new EngineState.Unresponsive(engine, why));
        }
        // Asked at every miss: a person may change the setting meanwhile.
        if (context.ports().health().get().restartUnresponsive()) {
            run.stopBecause(why);
        }
    }

    private Timeouts.Watching limits() {
        return context.times().watching();
    }
}
