package dev.paddock.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All the status pane shows, taken at one moment.
 *
 * @param speed of the prompts being read or just read, and of the answers under way or just ended;
 *     0 when none
 * @param engine the process that all of this is about, as far as it is about one
 * @param answers whether the engine told of its slots just now; if not, they are as they were last
 * @param totals of this run of the engine, with the answers under way and those that were stopped
 */
public record StatusSnapshot(
        SpeedPoint speed,
        OptionalLong engine,
        List<SlotSnapshot> slots,
        boolean answers,
        Optional<EngineMetrics> totals,
        Optional<DeviceSnapshot> devices) {
    public StatusSnapshot {
        slots = List.copyOf(slots);
    }

    public Instant taken() {
        return speed.taken();
    }

    /** Tokens/s. */
    public double promptSpeed() {
        return speed.prompt();
    }

    /** Tokens/s. */
    public double generationSpeed() {
        return speed.generation();
    }

    /** Nothing is known of that process yet; the machine is the same. */
    public StatusSnapshot ofAnother(OptionalLong process) {
        return new StatusSnapshot(
                new SpeedPoint(taken(), 0, 0),
                process,
                List.of(),
                true,
                process.isPresent() ? Optional.of(EngineMetrics.NONE) : Optional.empty(),
                devices.map(DeviceSnapshot::withoutEngine));
    }

    /** Whether nothing but the time is another. */
    boolean saysTheSameAs(StatusSnapshot other) {
        var then = new SpeedPoint(other.taken(), promptSpeed(), generationSpeed());
        return new StatusSnapshot(then, engine, slots, answers, totals, devices).equals(other);
    }
}
