package dev.paddock.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All the status pane shows, taken at one moment.
 *
 * @param answers whether the engine told of its slots just now; if not, they are as they were last
 * @param totals of this run of the engine, with the answers under way and those that were stopped
 * @param promptSpeed tokens/s, of the prompts being read or just read; 0 when none
 * @param generationSpeed tokens/s, of the answers under way or just ended; 0 when none
 */
public record StatusSnapshot(
        Instant taken,
        List<SlotSnapshot> slots,
        boolean answers,
        Optional<EngineMetrics> totals,
        double promptSpeed,
        double generationSpeed,
        Optional<DeviceSnapshot> devices) {
    public StatusSnapshot {
        slots = List.copyOf(slots);
    }

    /** Whether nothing but the time is another. */
    boolean saysTheSameAs(StatusSnapshot other) {
        return new StatusSnapshot(
                        other.taken, slots, answers, totals, promptSpeed, generationSpeed, devices)
                .equals(other);
    }
}
