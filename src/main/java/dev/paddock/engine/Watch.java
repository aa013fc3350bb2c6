package dev.paddock.engine;

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
final class Watch {
    /** What a watch tells its run, on the supervisor's thread. */
    interface Owner {
        void answers();

        /** It owes an answer, but may only be slow. */
        void doubted(int misses);

        /** At the miss that is one too many, and at each after it. */
        void silent(NotResponding why);

        void checked(HealthCheck check);
    }

    /** What an answer says. */
    private enum Sign {
        WELL,
        /** It answers, but nothing moves. */
        STILL,
        NONE
    }

    private final Endpoint endpoint;
    private final Run.Tools tools;
    private final Owner owner;
    private final SuspendDetector clocks;
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

    Watch(Endpoint endpoint, Run.Tools tools, Owner owner) {
        this.endpoint = endpoint;
        this.tools = tools;
        this.owner = owner;
        clocks = new SuspendDetector(tools.loop(), tools.times().watching());
        wellNanos = tools.loop().nanos();
        checkedNanos = wellNanos;
    }

    void begin() {
        owner.checked(new HealthCheck.None());
        beatLater();
        if (tools.health().get().checkAfterStart()) {
            check();
        } else {
            askLater(limits().health());
        }
    }

    /** Takes no more notice of anything. */
    void end() {
        over = true;
    }

    /** A trial generation, now; does nothing while there is one. */
    void check() {
        if (!over && !checking) {
            tryToken(limits().check());
        }
    }

    private void beatLater() {
        tools.loop().after(limits().beat(), this::beat);
    }

    private void beat() {
        if (over) {
            return;
        }
        if (clocks.jumped()) {
            // What was asked before the computer slept says nothing about now.
            tryToken(limits().wakeCheck());
        } else if (checkDue()) {
            check();
        }
        beatLater();
    }

    private boolean checkDue() {
        return misses == 0
                && tools.health()
                        .get()
                        .checkEvery()
                        .filter(every -> since(checkedNanos).compareTo(every) >= 0)
                        .isPresent();
    }

    private void askLater(Duration wait) {
        long expected = question;
        tools.loop()
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
                tools.streams()
                        .silence()
                        .filter(lasting -> lasting.compareTo(limits().silence()) >= 0)
                        .isPresent();
        if (!silence) {
            // Nobody waits: slots that stand still are at rest.
            lastWork = Optional.empty();
        }
        switch (open.orElse(silence ? Symptom.ANSWER : Symptom.HEALTH)) {
            case TRIAL -> tryToken(limits().check());
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
                () -> tools.probe().alive(endpoint),
                alive -> answered(Symptom.HEALTH, alive ? Sign.WELL : Sign.NONE));
    }

    private void askForWork() {
        put(() -> tools.probe().work(endpoint), work -> answered(Symptom.ANSWER, signOf(work)));
    }

    private void tryToken(Duration limit) {
        checking = true;
        owner.checked(new HealthCheck.Running(tools.loop().now()));
        put(() -> tools.probe().generate(endpoint, limit), this::tried);
    }

    private void tried(Result came) {
        checking = false;
        checkedNanos = tools.loop().nanos();
        var result = came instanceof Result.Slow && flows() ? new Result.AtWork() : came;
        owner.checked(new HealthCheck.Done(result, tools.loop().now()));
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
        return tools.streams()
                .silence()
                .filter(lasting -> lasting.compareTo(limits().wakeCheck()) < 0)
                .isPresent();
    }

    /** Asks away from this thread; {@code then} gets the answer on it, unless it came too late. */
    private <T> void put(Supplier<T> asking, Consumer<T> then) {
        long mine = ++question;
        tools.workers()
                .execute(
                        () -> {
                            T answer = asking.get();
                            tools.loop()
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
            movedNanos = tools.loop().nanos();
        }
        boolean moves = since(movedNanos).compareTo(limits().silence()) < 0;
        return moves ? Sign.WELL : Sign.STILL;
    }

    private void answered(Symptom asked, Sign sign) {
        switch (sign) {
            case WELL -> {
                misses = 0;
                open = Optional.empty();
                wellNanos = tools.loop().nanos();
                owner.answers();
                askLater(limits().health());
            }
            case STILL -> {
                misses = 1;
                open = Optional.of(asked);
                owner.doubted(misses);
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
            owner.doubted(misses);
        } else {
            owner.silent(new NotResponding(asked, since(wellNanos)));
        }
    }

    private Timeouts.Watching limits() {
        return tools.times().watching();
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(tools.loop().nanos() - nanos);
    }
}
