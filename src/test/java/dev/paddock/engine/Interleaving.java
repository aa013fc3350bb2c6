package dev.paddock.engine;

import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.Probe.Reply;
import dev.paddock.engine.Probe.Work;
import dev.paddock.option.Options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * One random sequence of commands, answers, crashes, late replies and jumping clocks, played
 * against the state machine in a time of its own. The same seed gives the same sequence.
 */
public final class Interleaving {
    private static final int MOST_STEPS = 80;
    private static final Duration END = Duration.ofSeconds(15);
    private static final Duration LATEST_REPLY = Duration.ofSeconds(20);

    /**
     * What was seen.
     *
     * @param transitions each kind once
     */
    public record Seen(
            List<String> illegal,
            List<String> stuck,
            List<String> others,
            Set<String> transitions) {
        /** Nothing is wrong. */
        public boolean clean() {
            return illegal.isEmpty() && stuck.isEmpty() && others.isEmpty();
        }
    }

    private final Random random;
    private final ManualLoop loop = new ManualLoop();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Supervisor supervisor;
    private final Seen seen =
            new Seen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    private final boolean killable;
    private HealthPolicy health;
    private String state = "Idle";
    private Duration entered = Duration.ZERO;
    private Duration held = Duration.ZERO;
    private boolean behaves;
    private boolean closing;

    private Interleaving(long seed) {
        random = new Random(seed);
        health = otherWishes();
        killable = random.nextInt(20) != 0;
        engine.obeysKill = killable;
        supervisor =
                new Supervisor(
                        new Supervisor.Ports(engine, engine, streams(), () -> health),
                        checks(),
                        loop,
                        this::later,
                        Timeouts.DEFAULT);
        entered = awake();
        supervisor.state().subscribe(next -> moved(next.getClass().getSimpleName()));
    }

    /** Plays the sequence of this seed to its end. */
    public static Seen play(long seed) {
        var one = new Interleaving(seed);
        one.play();
        return one.seen;
    }

    private void play() {
        for (int steps = random.nextInt(MOST_STEPS); steps >= 0; steps--) {
            step();
            expectOneProcess();
        }
        settles();
        ends();
    }

    private void step() {
        switch (random.nextInt(21)) {
            case 0, 1 -> supervisor.start(plan("a"));
            case 2 -> supervisor.start(plan("b"));
            case 3 -> supervisor.stop();
            case 4 -> supervisor.restart();
            case 5 -> supervisor.check();
            case 6 -> supervisor.waitOn();
            case 7 -> quit();
            case 8 -> engine.obeysTerminate = random.nextBoolean();
            case 9 -> engine.children.forEach(child -> child.die(random.nextInt(2) * 139));
            case 10 -> otherAnswers();
            case 11, 12 -> otherHealth();
            case 13 -> otherEnds();
            case 14 -> engine.children.forEach(child -> child.log.accept("reading"));
            case 15 -> loop.sleep(Duration.ofSeconds(random.nextInt(7200) - 600));
            case 16 -> hold(Duration.ofSeconds(random.nextInt(60)));
            case 17 -> health = otherWishes();
            case 18 -> loop.advance(Duration.ofSeconds(random.nextInt(400)));
            default -> loop.advance(Duration.ofMillis(random.nextInt(4000)));
        }
    }

    private void quit() {
        if (random.nextInt(10) == 0) {
            closing = true;
            supervisor.beginClosing();
        }
    }

    private void otherAnswers() {
        engine.answer =
                switch (random.nextInt(8)) {
                    case 0 -> new Reply.Silent();
                    case 1 -> new Reply.Blocked();
                    case 2 -> new Reply.Loading();
                    case 3 -> new Reply.Foreign(new Stranger.NoModel());
                    default -> ScriptedEngine.READY;
                };
        engine.bytesRead = OptionalLong.of(random.nextInt(1000));
        engine.refusal =
                random.nextInt(10) == 0
                        ? Optional.of(new Failure.EngineMissing(Path.of("engine")))
                        : Optional.empty();
    }

    private void otherHealth() {
        engine.alive = random.nextInt(3) > 0;
        engine.work =
                switch (random.nextInt(4)) {
                    case 0 -> new Work.NoAnswer();
                    case 1 -> new Work.Untold();
                    default -> new Work.Told(true, List.of((long) random.nextInt(3)));
                };
        engine.token =
                switch (random.nextInt(6)) {
                    case 0 -> new Result.NoAnswer(LATEST_REPLY);
                    case 1 -> new Result.Slow(LATEST_REPLY);
                    case 2 -> new Result.Refused(500, "no");
                    case 3 -> new Result.AtWork();
                    default -> new Result.Generated(Duration.ofMillis(1));
                };
    }

    private void otherEnds() {
        engine.cause =
                switch (random.nextInt(3)) {
                    case 0 -> new Failure.NoModel();
                    case 1 -> new Failure.Killed(new EngineExit(137), List.of());
                    default -> new Failure.Crashed(new EngineExit(139), List.of());
                };
    }

    private HealthPolicy otherWishes() {
        return new HealthPolicy(
                random.nextInt(3) == 0,
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(Duration.ofMinutes(1)) : Optional.empty());
    }

    private Optional<Failure> wrong() {
        return !behaves && random.nextInt(12) == 0
                ? Optional.of(new Failure.NoEngine())
                : Optional.empty();
    }

    private LaunchChecks checks() {
        return new LaunchChecks() {
            @Override
            public Optional<Failure> files(LaunchPlan plan) {
                return wrong();
            }

            @Override
            public Optional<Failure> port(LaunchPlan plan) {
                return wrong();
            }

            @Override
            public Failure explained(LaunchPlan plan, Failure failure) {
                return failure;
            }
        };
    }

    private OpenStreams streams() {
        return new OpenStreams() {
            @Override
            public boolean closeAll(boolean wanted) {
                return random.nextBoolean();
            }

            @Override
            public Optional<Duration> silence() {
                return !behaves && random.nextBoolean()
                        ? Optional.of(Duration.ofSeconds(random.nextInt(120)))
                        : Optional.empty();
            }
        };
    }

    /** What asks is answered soon or late, and in no order. */
    private void later(Runnable job) {
        boolean late = !behaves && random.nextInt(5) == 0;
        loop.after(Duration.ofMillis(random.nextLong(late ? LATEST_REPLY.toMillis() : 1000)), job);
    }

    private void hold(Duration by) {
        held = held.plus(by);
        loop.hold(by);
    }

    /** Time in which this app could do something. */
    private Duration awake() {
        return Duration.ofNanos(loop.nanos()).minus(held);
    }

    private void moved(String next) {
        if (seen.transitions().isEmpty() && next.equals("Idle")) {
            return;
        }
        seen.transitions().add(state + " " + next);
        if (!AllowedTransitions.follows(state, next)) {
            seen.illegal().add(state + " to " + next);
        }
        if (supervisor.closed()) {
            seen.others().add("to " + next + " after the end");
        }
        if (next.equals("Ready") && engine.last().exit.isDone()) {
            seen.others().add("ready without a process");
        }
        expectNotStuck();
        state = next;
        entered = awake();
    }

    private void expectNotStuck() {
        var lasted = awake().minus(entered);
        if (AllowedTransitions.longest(state)
                .filter(longest -> lasted.compareTo(longest) > 0)
                .isPresent()) {
            seen.stuck().add(state + " for " + lasted);
        }
    }

    private long alive() {
        return engine.children.stream().filter(child -> !child.exit.isDone()).count();
    }

    /** One that survives its kill is given up, and another may be started. */
    private void expectOneProcess() {
        if (killable && alive() > 1) {
            seen.others().add(alive() + " engines");
        }
    }

    /** With an engine that does as it should, everything comes to rest. */
    private void settles() {
        behaves = true;
        engine.answer = ScriptedEngine.READY;
        engine.refusal = Optional.empty();
        engine.alive = true;
        engine.work = new Work.Told(false, List.of(0L));
        engine.token = new Result.Generated(Duration.ofMillis(1));
        loop.advance(LATEST_REPLY.plus(END));
        if (!Set.of("Idle", "Failed", "Ready").contains(state)) {
            seen.stuck().add("never leaves " + state);
        }
    }

    private void ends() {
        if (closing || random.nextBoolean()) {
            supervisor.beginClosing();
        } else {
            supervisor.stop();
        }
        loop.advance(END);
        if (!state.equals("Idle") && !state.equals("Failed")) {
            seen.stuck().add("does not stop in " + state);
        }
        if (closing && !supervisor.closed()) {
            seen.stuck().add("does not close");
        }
        if (killable && alive() > 0) {
            seen.others().add("leaves an engine");
        }
    }

    private static LaunchPlan plan(String model) {
        return new LaunchPlan(Path.of("engine"), Path.of(model), Options.EMPTY);
    }
}
