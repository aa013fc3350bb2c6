package dev.paddock.monitor;

import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

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

    private final EngineMonitor engine;
    private final Devices devices;
    private final Supplier<OptionalLong> enginePid;
    private final List<Observable<?>> events;
    private final InstantSource clock;
    private final Ticker engineTicker;
    private final Ticker devicesTicker;
    private final Signal<StatusSnapshot> status;

    /** Guarded by this, as all below. */
    private final ArrayDeque<SpeedPoint> speeds = new ArrayDeque<>();

    private final List<Ticker.Ticking> tickers = new ArrayList<>();
    private final List<Subscription> listening = new ArrayList<>();
    private int watchers;
    private boolean closed;

    /** Used by polls alone, and of those there is one at a time. */
    private final Object polling = new Object();

    private final SpeedMeter meter = new SpeedMeter();
    private OptionalLong meteredPid = OptionalLong.empty();
    private volatile boolean fresh;
    private volatile boolean resting;
    private volatile Optional<DeviceSnapshot> machine = Optional.empty();

    /**
     * @param enginePid the engine's process while there is one
     * @param events when one of these changes, the engine is asked again within a second
     */
    public Sampler(
            EngineMonitor engine,
            Devices devices,
            Supplier<OptionalLong> enginePid,
            List<Observable<?>> events) {
        this(
                engine,
                devices,
                enginePid,
                events,
                InstantSource.system(),
                // Platform threads: drivers block in native code, and the waits of virtual ones
                // wake up two more threads.
                Ticker.on(Thread.ofPlatform().daemon().name("engine-sampler").factory()),
                Ticker.on(Thread.ofPlatform().daemon().name("devices-sampler").factory()));
    }

    Sampler(
            EngineMonitor engine,
            Devices devices,
            Supplier<OptionalLong> enginePid,
            List<Observable<?>> events,
            InstantSource clock,
            Ticker engineTicker,
            Ticker devicesTicker) {
        this.engine = engine;
        this.devices = devices;
        this.enginePid = enginePid;
        this.events = List.copyOf(events);
        this.clock = clock;
        this.engineTicker = engineTicker;
        this.devicesTicker = devicesTicker;
        this.status = new Signal<>(snapshot(clock.instant(), List.of(), Optional.empty()));
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
            events.forEach(event -> listening.add(event.subscribe(_ -> lookAgain())));
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
        stop();
    }

    private synchronized void detach() {
        if (--watchers == 0) {
            stop();
        }
    }

    private synchronized void lookAgain() {
        tickers.forEach(Ticker.Ticking::soon);
    }

    private void stop() {
        listening.forEach(Subscription::close);
        listening.clear();
        tickers.forEach(Subscription::close);
        tickers.clear();
    }

    private Duration pollDevices() {
        machine = Optional.of(devices.read(enginePid.get()));
        return resting ? RESTING_DEVICES_PAUSE : DEVICES_PAUSE;
    }

    private Duration pollEngine() {
        boolean off = enginePid.get().isEmpty();
        sample(off);
        status.tell();
        resting = off || rests(status.value());
        return resting ? RESTING_PAUSE : WORKING_PAUSE;
    }

    /** Of an engine that does not answer yet nothing is known: it may be ready in a moment. */
    private static boolean rests(StatusSnapshot shown) {
        return shown.totals()
                        .filter(totals -> totals.processing() + totals.waiting() == 0)
                        .isPresent()
                && busy(shown.slots()) == 0
                && shown.promptSpeed() == 0
                && shown.generationSpeed() == 0;
    }

    private static long busy(List<SlotSnapshot> slots) {
        return slots.stream().filter(slot -> slot.activity() != Activity.IDLE).count();
    }

    private void sample(boolean off) {
        synchronized (polling) {
            if (off && offIsShown()) {
                return;
            }
            forgetWhatIsNotComparable();
            var slots = engine.slots().orElse(List.of());
            var totals = engine.metrics();
            if (totals.isPresent() && totals.get().processing() < busy(slots)) {
                // An answer ended between the two questions and would count twice.
                return;
            }
            var now = clock.instant();
            if (totals.isPresent()) {
                meter.update(now, slots, totals.get());
            } else {
                meter.reset();
            }
            remember(new SpeedPoint(now, meter.promptSpeed(), meter.generationSpeed()));
            status.put(snapshot(now, slots, totals));
        }
    }

    /** Nothing changes of an engine that is off, and what is set wakes up those who look. */
    private boolean offIsShown() {
        var shown = status.value();
        return !fresh
                && shown.slots().isEmpty()
                && shown.totals().isEmpty()
                && shown.devices().equals(machine);
    }

    private void forgetWhatIsNotComparable() {
        var pid = enginePid.get();
        if (fresh || !pid.equals(meteredPid)) {
            fresh = false;
            meteredPid = pid;
            meter.reset();
        }
    }

    private synchronized void remember(SpeedPoint point) {
        speeds.addLast(point);
        while (speeds.getFirst().taken().isBefore(point.taken().minus(REMEMBERED))) {
            speeds.removeFirst();
        }
    }

    private StatusSnapshot snapshot(
            Instant now, List<SlotSnapshot> slots, Optional<EngineMetrics> totals) {
        return new StatusSnapshot(
                now, slots, totals, meter.promptSpeed(), meter.generationSpeed(), machine);
    }
}
