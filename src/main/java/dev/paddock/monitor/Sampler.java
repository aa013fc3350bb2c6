package dev.paddock.monitor;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;
import dev.paddock.signal.Subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Watches the engine and the machine while somebody looks: once a second while the engine works,
 * since questions asked oftener keep the request of a client that has gone running in it, and
 * seldom while nothing changes. Listeners are called on its threads. Safe from any thread.
 */
public final class Sampler implements AutoCloseable {
    /** How far {@link #speeds} reaches back. */
    public static final Duration REMEMBERED = Duration.ofSeconds(120);

    private static final Duration WORKING_PAUSE = Duration.ofSeconds(1);
    private static final Duration RESTING_PAUSE = Duration.ofSeconds(5);
    private static final Duration DEVICES_PAUSE = Duration.ofSeconds(2);
    private static final Duration RESTING_DEVICES_PAUSE = Duration.ofSeconds(10);

    private final Sources sources;
    private final InstantSource clock;
    private final Ticker engineTicker;
    private final Ticker devicesTicker;
    private final Signal<StatusSnapshot> status;
    private final Subscriptions listening = new Subscriptions();

    /** Guarded by this, as all below. */
    private final ArrayDeque<SpeedPoint> speeds = new ArrayDeque<>();

    private final List<Ticker.Ticking> tickers = new ArrayList<>();
    private Run run;
    private int watchers;
    private boolean closed;

    /** Held for a poll, of which there is one at a time; guards all below. */
    private final Object polling = new Object();

    private final SpeedMeter meter = new SpeedMeter();
    private final EngineTotals totals;
    private Run shown;
    private Reading last = Reading.NONE;

    /** Whether the engine said the same twice: what ended between two questions is in both. */
    private boolean settled;

    private boolean silent;
    private volatile boolean fresh;
    private volatile boolean resting;
    private volatile Optional<Machine> machine = Optional.empty();

    /**
     * What there is to ask.
     *
     * @param pid the engine's process while there is one
     * @param received what the app has received of its answers
     * @param events when one of these changes, the engine is asked again within a second
     */
    public record Sources(
            EngineMonitor engine,
            Devices devices,
            Supplier<OptionalLong> pid,
            Supplier<AnswerCounts> received,
            List<Observable<?>> events) {
        public Sources {
            events = List.copyOf(events);
        }
    }

    /**
     * One of the engine.
     *
     * @param begin what the app had received by then
     */
    private record Run(OptionalLong pid, AnswerCounts begin) {}

    /** What the engine said of itself, last time. */
    private record Reading(List<SlotSnapshot> slots, Optional<EngineMetrics> totals) {
        static final Reading NONE = new Reading(List.of(), Optional.empty());

        /** An answer that ended between the two questions would count twice. */
        boolean torn() {
            return totals.filter(all -> all.processing() < SlotSnapshot.busy(slots)).isPresent();
        }

        boolean rests() {
            return totals.filter(all -> all.processing() + all.waiting() == 0).isPresent()
                    && SlotSnapshot.busy(slots) == 0;
        }
    }

    public Sampler(Sources sources) {
        this(
                sources,
                InstantSource.system(),
                // Platform threads: drivers block in native code, and the waits of virtual ones
                // wake up two more threads.
                Ticker.on(Thread.ofPlatform().daemon().name("engine-sampler").factory()),
                Ticker.on(Thread.ofPlatform().daemon().name("devices-sampler").factory()));
    }

    Sampler(Sources sources, InstantSource clock, Ticker engineTicker, Ticker devicesTicker) {
        this.sources = sources;
        this.clock = clock;
        this.engineTicker = engineTicker;
        this.devicesTicker = devicesTicker;
        run = new Run(OptionalLong.empty(), sources.received().get());
        shown = run;
        totals = new EngineTotals(run.begin());
        status = new Signal<>(snapshot(clock.instant()));
        sources.events().forEach(event -> listening.add(event.subscribe(_ -> happened())));
    }

    /** The newest; old while nobody is attached. */
    public Observable<StatusSnapshot> status() {
        return status;
    }

    /** Of the last {@link #REMEMBERED}, oldest first; none while nobody looked or all was off. */
    public synchronized List<SpeedPoint> speeds() {
        return List.copyOf(speeds);
    }

    /** Somebody looks, until the subscription is closed. */
    public synchronized Subscription attach() {
        if (closed) {
            return () -> {};
        }
        if (watchers++ == 0) {
            fresh = true;
            tickers.add(engineTicker.start(this::pollEngine));
            tickers.add(devicesTicker.start(this::pollDevices));
        }
        var attached = new AtomicBoolean(true);
        return () -> {
            if (attached.getAndSet(false)) {
                detach();
            }
        };
    }

    /** Stops for good; does not wait for a poll that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        stop();
    }

    private synchronized void detach() {
        if (--watchers == 0) {
            stop();
        }
    }

    /** Another run of the engine is noticed also while nobody looks. */
    private synchronized void happened() {
        run();
        tickers.forEach(Ticker.Ticking::soon);
    }

    private synchronized Run run() {
        var pid = sources.pid().get();
        if (!pid.equals(run.pid())) {
            run = new Run(pid, sources.received().get());
        }
        return run;
    }

    private void stop() {
        tickers.forEach(Subscription::close);
        tickers.clear();
    }

    private Duration pollDevices() {
        var pid = sources.pid().get();
        machine = Optional.of(new Machine(pid, sources.devices().read(pid)));
        return resting ? RESTING_DEVICES_PAUSE : DEVICES_PAUSE;
    }

    private Duration pollEngine() {
        boolean off = sources.pid().get().isEmpty();
        sample(off);
        status.tell();
        return resting ? RESTING_PAUSE : WORKING_PAUSE;
    }

    private void sample(boolean off) {
        synchronized (polling) {
            forgetWhatIsNotComparable();
            var received = sources.received().get();
            var reading = off ? Reading.NONE : ask();
            if (reading.torn()) {
                resting = false;
                return;
            }
            take(reading, reading.equals(Reading.NONE) ? sources.received().get() : received);
            // Of an engine that does not answer yet nothing is known: it may be ready in a moment.
            resting = off || reading.rests() && !received.busy();
            show(clock.instant());
        }
    }

    /** While nothing happens one question tells that. */
    private Reading ask() {
        if (resting
                && settled
                && last.rests()
                && sources.engine().metrics().equals(last.totals())) {
            return last;
        }
        var slots = sources.engine().slots();
        if (silent && slots.isEmpty()) {
            return Reading.NONE;
        }
        return new Reading(slots.orElse(List.of()), sources.engine().metrics());
    }

    private void forgetWhatIsNotComparable() {
        var now = run();
        if (!now.equals(shown)) {
            shown = now;
            last = Reading.NONE;
            silent = false;
            resting = false;
            totals.restart(now.begin(), now.pid().isPresent());
            meter.begin();
        }
        if (fresh) {
            fresh = false;
            resting = false;
            meter.reset();
        }
    }

    private void take(Reading reading, AnswerCounts received) {
        if (reading.equals(Reading.NONE)) {
            // It reads a long prompt, or is stuck: what it said before is what is known.
            silent = !last.slots().isEmpty();
            totals.update(received);
            meter.update(received);
            return;
        }
        silent = false;
        settled = reading.equals(last);
        last = reading;
        if (reading.totals().isPresent()) {
            totals.update(reading.totals().get(), reading.slots(), received);
            meter.update(clock.instant(), reading.slots(), reading.totals().get(), received);
        } else {
            totals.update(received);
            meter.update(received);
        }
    }

    /** Nothing that is set wakes up those who look, if it is the same as before. */
    private void show(Instant now) {
        var next = snapshot(now);
        boolean moves = remember(next.speed());
        if (moves || !next.saysTheSameAs(status.value())) {
            status.put(next);
        }
    }

    /** Whether any speed was to be seen up to now. */
    private synchronized boolean remember(SpeedPoint point) {
        speeds.addLast(point);
        boolean moves = speeds.stream().anyMatch(one -> one.prompt() + one.generation() > 0);
        while (speeds.getFirst().taken().isBefore(point.taken().minus(REMEMBERED))) {
            speeds.removeFirst();
        }
        return moves;
    }

    private StatusSnapshot snapshot(Instant now) {
        return new StatusSnapshot(
                new SpeedPoint(now, meter.promptSpeed(), meter.generationSpeed()),
                shown.pid(),
                last.slots(),
                !silent,
                totals.shown(),
                machine.map(read -> read.beside(shown.pid())));
    }
}
