package dev.paddock.monitor;

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
 * Watches the engine and the machine while somebody looks. Listeners are called on its threads,
 * about twice a second while an engine runs. Safe from any thread.
 */
public final class Sampler implements AutoCloseable {
    /** How far {@link #speeds} reaches back. */
    public static final Duration REMEMBERED = Duration.ofSeconds(120);

    private static final Duration ENGINE_PAUSE = Duration.ofMillis(500);
    private static final Duration OFF_PAUSE = Duration.ofSeconds(1);
    private static final Duration DEVICES_PAUSE = Duration.ofSeconds(2);

    private final EngineMonitor engine;
    private final Devices devices;
    private final Supplier<OptionalLong> enginePid;
    private final InstantSource clock;
    private final Ticker engineTicker;
    private final Ticker devicesTicker;
    private final Signal<StatusSnapshot> status;

    /** Guarded by this, as all below. */
    private final ArrayDeque<SpeedPoint> speeds = new ArrayDeque<>();

    private final List<Subscription> tickers = new ArrayList<>();
    private int watchers;
    private boolean closed;

    /** Used by polls alone, and of those there is one at a time. */
    private final Object polling = new Object();

    private final SpeedMeter meter = new SpeedMeter();
    private OptionalLong meteredPid = OptionalLong.empty();
    private Optional<EngineMetrics> lastTotals = Optional.empty();
    private volatile boolean fresh;
    private volatile Optional<DeviceSnapshot> machine = Optional.empty();

    /**
     * @param enginePid the engine's process while there is one
     */
    public Sampler(EngineMonitor engine, Devices devices, Supplier<OptionalLong> enginePid) {
        this(
                engine,
                devices,
                enginePid,
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
            InstantSource clock,
            Ticker engineTicker,
            Ticker devicesTicker) {
        this.engine = engine;
        this.devices = devices;
        this.enginePid = enginePid;
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

    private void stop() {
        tickers.forEach(Subscription::close);
        tickers.clear();
    }

    private Duration pollDevices() {
        machine = Optional.of(devices.read(enginePid.get()));
        return DEVICES_PAUSE;
    }

    private Duration pollEngine() {
        boolean off = enginePid.get().isEmpty();
        sample(off);
        status.tell();
        return off ? OFF_PAUSE : ENGINE_PAUSE;
    }

    private void sample(boolean off) {
        synchronized (polling) {
            if (off && offIsShown()) {
                return;
            }
            forgetWhatIsNotComparable();
            var slots = engine.slots().orElse(List.of());
            var totals = engine.metrics();
            if (answerEndedSince(totals)) {
                // it may have ended between the two questions and would count twice
                slots = engine.slots().orElse(List.of());
            }
            lastTotals = totals;
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
            lastTotals = Optional.empty();
            meter.reset();
        }
    }

    private boolean answerEndedSince(Optional<EngineMetrics> totals) {
        return totals.isPresent()
                && lastTotals.isPresent()
                && totals.get().generatedTokens() != lastTotals.get().generatedTokens();
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
