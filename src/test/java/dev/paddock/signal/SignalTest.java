package dev.paddock.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class SignalTest {
    private final Signal<Integer> signal = new Signal<>(0);

    @Test
    void tellsTheCurrentValueAndEveryLaterOne() {
        var seen = new ArrayList<Integer>();
        signal.subscribe(seen::add);
        signal.set(1);
        signal.set(2);
        assertEquals(List.of(0, 1, 2), seen);
        assertEquals(2, signal.value());
    }

    @Test
    void aListenerThatSetsMakesNobodySeeAnOlderValueLast() {
        var before = new ArrayList<Integer>();
        var own = new ArrayList<Integer>();
        var after = new ArrayList<Integer>();
        signal.subscribe(before::add);
        signal.subscribe(
                value -> {
                    if (value == 1) {
                        signal.set(2);
                    }
                    own.add(value);
                });
        signal.subscribe(after::add);
        signal.set(1);
        assertEquals(List.of(0, 1, 2), before);
        assertEquals(List.of(0, 1, 2), own);
        assertEquals(List.of(0, 2), after);
    }

    @Test
    void whatAListenerThrowsReachesNeitherTheOthersNorTheSetter() throws Exception {
        var told = new ArrayList<Throwable>();
        var seen = new ArrayList<Integer>();
        var setter =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, defect) -> told.add(defect))
                        .start(
                                () -> {
                                    signal.subscribe(
                                            value -> {
                                                throw new IllegalStateException("at " + value);
                                            });
                                    signal.subscribe(seen::add);
                                    signal.set(1);
                                    signal.set(2);
                                });
        setter.join();
        assertEquals(List.of(0, 1, 2), seen);
        assertEquals(List.of("at 0"), told.stream().map(Throwable::getMessage).toList());
    }

    @Test
    void anErrorIsKeptFromTheSetterToo() throws Exception {
        var told = new ArrayList<Throwable>();
        var setter =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler(
                                (_, defect) -> {
                                    told.add(defect);
                                    throw new IllegalStateException("a handler that fails");
                                })
                        .start(
                                () -> {
                                    signal.subscribe(
                                            value -> {
                                                throw new StackOverflowError();
                                            });
                                    signal.set(1);
                                });
        setter.join();
        assertEquals(1, told.size());
        assertEquals(1, signal.value());
    }

    @Test
    void whoHasClosedHearsNothing() {
        var seen = new ArrayList<Integer>();
        var subscription = signal.subscribe(seen::add);
        assertEquals(1, signal.listenerCount());
        subscription.close();
        subscription.close();
        signal.set(1);
        assertEquals(List.of(0), seen);
        assertEquals(0, signal.listenerCount());
    }

    @Test
    void whoClosesWithinACallHearsNoMore() {
        var seen = new ArrayList<Integer>();
        var bag = new Subscriptions();
        bag.add(
                signal.subscribe(
                        value -> {
                            seen.add(value);
                            if (value == 1) {
                                bag.close();
                                signal.set(2);
                            }
                        }));
        signal.set(1);
        assertEquals(List.of(0, 1), seen);
    }

    @Test
    void aListenerMayWaitForAnotherThreadThatSets() {
        var elsewhere = new Elsewhere();
        var seen = new ArrayList<Integer>();
        signal.subscribe(
                value -> {
                    seen.add(value);
                    if (value == 1) {
                        elsewhere.run(() -> signal.set(2));
                        elsewhere.run(() -> signal.subscribe(_ -> {}).close());
                    }
                });
        signal.set(1);
        elsewhere.assertEnded(2);
        assertEquals(List.of(0, 1, 2), seen);
    }

    @Test
    void whatIsPutIsThereAtOnceAndToldLater() {
        var seen = new ArrayList<Integer>();
        signal.subscribe(seen::add);
        signal.put(1);
        signal.put(2);
        assertEquals(2, signal.value());
        assertEquals(List.of(0), seen);
        signal.tell();
        signal.tell();
        assertEquals(List.of(0, 2), seen);
    }

    @Test
    void whoSubscribesBeforeAPutIsToldHearsItOnce() {
        signal.put(1);
        var seen = new ArrayList<Integer>();
        signal.subscribe(seen::add);
        signal.tell();
        assertEquals(List.of(1), seen);
    }

    @Test
    void anUpdateLosesNothing() throws Exception {
        int times = 20_000;
        Runnable count =
                () -> {
                    for (int i = 0; i < times; i++) {
                        signal.update(value -> value + 1);
                    }
                };
        var other = CompletableFuture.runAsync(count);
        count.run();
        other.get(10, TimeUnit.SECONDS);
        assertEquals(2 * times, signal.value());
    }

    @Test
    void anUpdateThatChangesNothingTellsNobody() {
        var seen = new ArrayList<Integer>();
        signal.subscribe(seen::add);
        signal.update(value -> value);
        assertEquals(List.of(0), seen);
    }
}
