package dev.paddock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.server.EngineProbe.Answer;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Commands, answers, crashes and time in random orders: only legal steps, never stuck. */
class SupervisorRaceTest {
    private static final int ORDERS = 400;
    private static final int STEPS = 60;

    private static final Map<String, Set<String>> LEGAL =
            Map.ofEntries(
                    Map.entry("Idle", Set.of("Preflight", "Idle")),
                    Map.entry("Preflight", Set.of("Preflight", "Spawning", "Failed", "Idle")),
                    Map.entry("Spawning", Set.of("Loading", "Ready", "Stopping", "Diagnosing")),
                    Map.entry("Loading", Set.of("Ready", "Stopping", "Diagnosing")),
                    Map.entry("Ready", Set.of("Suspect", "Stopping", "Diagnosing")),
                    Map.entry(
                            "Suspect",
                            Set.of("Suspect", "Ready", "Unresponsive", "Stopping", "Diagnosing")),
                    Map.entry("Unresponsive", Set.of("Ready", "Stopping", "Diagnosing")),
                    Map.entry("Stopping", Set.of("Idle", "Preflight", "Failed")),
                    Map.entry("Diagnosing", Set.of("BackingOff", "Failed")),
                    Map.entry("BackingOff", Set.of("Preflight", "Idle")),
                    Map.entry("Failed", Set.of("Preflight")));

    @Test
    void everyOrderIsLegalAndEndsWithoutAProcess() {
        for (int seed = 0; seed < ORDERS; seed++) {
            new Order(new Random(seed), "seed " + seed).play();
        }
    }

    private static final class Order {
        private final Random random;
        private final String name;
        private final ManualLoop loop = new ManualLoop();
        private final FakeEngine engine = new FakeEngine();
        private final List<Runnable> workers = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();
        private final Supervisor supervisor =
                new Supervisor(
                        new Supervisor.Ports(engine, engine, EngineStreams.none(), () -> Care.NONE),
                        new Machine.Checks(_ -> wrong(), _ -> wrong()),
                        loop,
                        workers::add,
                        Times.DEFAULT);

        Order(Random random, String name) {
            this.random = random;
            this.name = name;
            supervisor.state().subscribe(state -> seen.add(state.getClass().getSimpleName()));
        }

        private boolean streaming() {
            return random.nextBoolean();
        }

        private Optional<Failure> wrong() {
            return random.nextInt(12) == 0
                    ? Optional.of(new Failure.PortTaken(1))
                    : Optional.empty();
        }

        void play() {
            for (int i = 0; i < STEPS; i++) {
                step();
                long live = engine.children.stream().filter(c -> !c.exit.isDone()).count();
                assertTrue(live <= 1, () -> name + " has two engines " + seen);
            }
            for (int i = 1; i < seen.size(); i++) {
                String from = seen.get(i - 1);
                String to = seen.get(i);
                int at = i;
                assertTrue(
                        LEGAL.get(from).contains(to),
                        () -> name + " step " + at + ": " + from + " to " + to + " in " + seen);
            }
            endsQuietly();
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1 -> supervisor.start(plan("a"));
                case 2 -> supervisor.start(plan("b"));
                case 3 -> supervisor.stop();
                case 4 -> supervisor.restart();
                case 5 -> engine.answer = new Answer.Loading();
                case 6 -> engine.answer = FakeEngine.READY;
                case 7 -> engine.answer = new Answer.Stranger("x");
                case 8 -> engine.alive = random.nextBoolean();
                case 9 -> engine.obeysTerminate = random.nextBoolean();
                case 10 -> engine.children.forEach(child -> child.die(random.nextInt(2) * 139));
                case 11 -> work();
                case 12 -> loop.settle();
                default -> loop.advance(Duration.ofMillis(random.nextInt(4000)));
            }
        }

        /** Runs some of what waits, in any order, as threads would. */
        private void work() {
            for (int i = random.nextInt(4); i > 0 && !workers.isEmpty(); i--) {
                workers.remove(random.nextInt(workers.size())).run();
            }
        }

        private void endsQuietly() {
            supervisor.stop();
            loop.advance(Duration.ofSeconds(15));
            var end = supervisor.state().value();
            assertTrue(
                    end instanceof ServerState.Idle || end instanceof ServerState.Failed,
                    () -> name + " is stuck in " + end);
            assertEquals(0, engine.children.stream().filter(c -> !c.exit.isDone()).count(), name);
        }

        private static LaunchPlan plan(String model) {
            return new LaunchPlan(Path.of("engine"), Path.of(model), ServerSettings.DEFAULT);
        }
    }
}
