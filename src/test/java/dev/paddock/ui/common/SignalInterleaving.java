package dev.paddock.ui.common;

import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;
import dev.paddock.signal.Subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sets one signal at random from a background thread and from the thread of {@code ui}, with
 * listeners of every kind: some only look, some set it again, some fail. A value is the number of
 * its set, so that every listener can be held to the order.
 */
public final class SignalInterleaving {
    private static final int SETS_A_ROUND = 20;
    private static final long NESTED_EVERY = 7;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UiExecutor ui;
    private final Random random;
    private final Signal<Long> signal = new Signal<>(0L);
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<Look> looks = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param stale how often a listener was left with, or went back to, an older value
     */
    public record Result(long sets, long shown, long stale) {}

    /** One listener with all it was called with. */
    private record Look(String name, ConcurrentLinkedQueue<Long> seen) {}

    private SignalInterleaving(UiExecutor ui, long seed) {
        this.ui = ui;
        random = new Random(seed);
    }

    /** Plays until so many sets were made from outside; those of the listeners come on top. */
    public static Result play(UiExecutor ui, int sets, long seed) throws Exception {
        return new SignalInterleaving(ui, seed).play(sets);
    }

    private Result play(int sets) throws Exception {
        listen("direct", signal::subscribe);
        listen("nested", this::subscribeAndSet);
        listen("failing", this::subscribeAndFail);
        listen("after both", signal::subscribe);
        listen("watching", listener -> ui.watch(signal, listener));
        listen("watching and setting", this::watchAndSet);
        listen("watching after it", listener -> ui.watch(signal, listener));
        long stale = 0;
        for (int done = 0; done < sets; done += SETS_A_ROUND) {
            round();
            stale += looks.stream().filter(look -> last(look) != signal.value()).count();
        }
        subscriptions.close();
        stale += looks.stream().mapToLong(SignalInterleaving::backward).sum();
        long shown = looks.stream().mapToLong(look -> look.seen().size()).sum();
        return new Result(signal.value(), shown, stale);
    }

    private interface Subscribing {
        Subscription to(Consumer<Long> listener);
    }

    private void listen(String name, Subscribing how) {
        var look = new Look(name, new ConcurrentLinkedQueue<>());
        looks.add(look);
        subscriptions.add(how.to(look.seen()::add));
    }

    private Subscription subscribeAndSet(Consumer<Long> look) {
        return signal.subscribe(settingNow(look));
    }

    private Subscription watchAndSet(Consumer<Long> look) {
        return ui.watch(signal, settingNow(look));
    }

    /** It fails for the first time where nobody prints it. */
    private Subscription subscribeAndFail(Consumer<Long> look) {
        var subscribed = new CompletableFuture<Subscription>();
        Thread.ofPlatform()
                .uncaughtExceptionHandler((_, _) -> {})
                .start(
                        () ->
                                subscribed.complete(
                                        signal.subscribe(
                                                value -> {
                                                    look.accept(value);
                                                    throw new IllegalStateException("fails");
                                                })));
        return subscribed.join();
    }

    private Consumer<Long> settingNow(Consumer<Long> look) {
        return value -> {
            if (value % NESTED_EVERY == 1) {
                signal.update(now -> now + 1);
            }
            look.accept(value);
        };
    }

    /** Both threads at once; ends when everything that was due has been shown. */
    private void round() throws Exception {
        int here = random.nextInt(SETS_A_ROUND + 1);
        var pauses = random.ints(SETS_A_ROUND, 0, 400).toArray();
        var shown = new CompletableFuture<Void>();
        var set = new CompletableFuture<Void>();
        Thread.ofPlatform()
                .start(
                        () -> {
                            for (int i = here; i < SETS_A_ROUND; i++) {
                                setAfter(pauses[i]);
                            }
                            set.complete(null);
                        });
        for (int i = 0; i < here; i++) {
            int pause = pauses[i];
            boolean last = i == here - 1;
            ui.execute(
                    () -> {
                        setAfter(pause);
                        if (last) {
                            shown.complete(null);
                        }
                    });
        }
        if (here == 0) {
            shown.complete(null);
        }
        set.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        shown.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        rest();
    }

    /** What is due is shown in the order it was asked for, so one more job is the last. */
    private void rest() throws Exception {
        var rested = new CompletableFuture<Void>();
        ui.execute(() -> rested.complete(null));
        rested.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void setAfter(int spins) {
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        signal.update(now -> now + 1);
    }

    private static long last(Look look) {
        return look.seen().stream().reduce((_, newest) -> newest).orElse(-1L);
    }

    private static long backward(Look look) {
        long steps = 0;
        long before = -1;
        for (long value : look.seen()) {
            steps += value < before ? 1 : 0;
            before = value;
        }
        return steps;
    }
}
