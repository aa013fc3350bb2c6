package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.signal.Signal;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is watched, with every order of jobs and sets under the test's control. */
class UiWatchTest {
    private final Signal<Integer> signal = new Signal<>(0);
    private final List<Integer> shown = new ArrayList<>();
    private final SteppedThread ui = new SteppedThread();

    /** Runs what it was given when the test says so; the test says which thread it plays itself. */
    private static final class SteppedThread implements UiExecutor {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        private boolean current;

        @Override
        public boolean isCurrent() {
            return current;
        }

        @Override
        public void execute(Runnable job) {
            if (current) {
                job.run();
            } else {
                waiting.add(job);
            }
        }

        void on(Runnable job) {
            current = true;
            job.run();
            current = false;
        }

        void runOne() {
            on(waiting.remove());
        }

        void runAll() {
            while (!waiting.isEmpty()) {
                runOne();
            }
        }
    }

    @Test
    void whatWasSetInTheBackgroundEarlierIsNotShownLater() {
        ui.on(() -> ui.watch(signal, shown::add));
        signal.set(1);
        ui.on(() -> signal.set(2));
        ui.runAll();
        assertEquals(List.of(0, 2), shown);
    }

    @Test
    void oneJobWaitsHoweverManyAreSet() {
        ui.watch(signal, shown::add);
        for (int value = 1; value <= 1000; value++) {
            signal.set(value);
        }
        assertEquals(1, ui.waiting.size());
        ui.runAll();
        assertEquals(List.of(1000), shown);
    }

    @Test
    void aListenerThatSetsIsLeftWithTheNewest() {
        var ends = new ArrayList<Integer>();
        ui.watch(
                signal,
                value -> {
                    if (value == 1) {
                        signal.set(2);
                    }
                    ends.add(value);
                });
        ui.runAll();
        signal.set(1);
        ui.runAll();
        assertEquals(List.of(0, 1, 2), ends);
    }

    @Test
    void nothingIsShownAfterTheViewHasClosed() {
        var watching = ui.watch(signal, shown::add);
        ui.runAll();
        signal.set(1);
        ui.on(watching::close);
        ui.runAll();
        assertEquals(List.of(0), shown);
        assertEquals(0, signal.listenerCount());
    }

    @Test
    void aListenerThatFailsIsCalledAgain() throws Exception {
        var told = new ArrayList<Throwable>();
        var thread =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, defect) -> told.add(defect))
                        .start(
                                () -> {
                                    ui.watch(
                                            signal,
                                            value -> {
                                                shown.add(value);
                                                throw new IllegalStateException("fails");
                                            });
                                    ui.runAll();
                                    signal.set(1);
                                    ui.runAll();
                                });
        thread.join();
        assertEquals(List.of(0, 1), shown);
        assertEquals(1, told.size());
    }

    @RepeatedTest(200)
    void theNewestIsShownLastInWhateverOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        ui.watch(signal, shown::add);
        for (int value = 1; value <= 50; value++) {
            int next = value;
            switch (random.nextInt(3)) {
                case 0 -> signal.set(next);
                case 1 -> ui.on(() -> signal.set(next));
                default -> {
                    if (!ui.waiting.isEmpty()) {
                        ui.runOne();
                    }
                }
            }
        }
        ui.runAll();
        assertEquals(signal.value(), shown.getLast());
        assertEquals(shown.stream().sorted().toList(), shown);
    }

    @RepeatedTest(5)
    void theNewestIsShownLastWithTwoRealThreads(RepetitionInfo repetition) throws Exception {
        try (var thread = new OneThread()) {
            var result = SignalInterleaving.play(thread, 1000, repetition.getCurrentRepetition());
            assertEquals(0, result.stale());
            assertTrue(result.sets() >= 1000, result.sets() + " sets");
        }
    }
}
