package dev.paddock.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All the status pane shows, taken at one moment.
 *
 * @param promptSpeed tokens/s read since the poll before; 0 when none
 * @param generationSpeed tokens/s generated since the poll before; 0 when none
 */
public record StatusSnapshot(
        Instant taken,
        List<SlotSnapshot> slots,
        Optional<EngineMetrics> totals,
        double promptSpeed,
        double generationSpeed,
        Optional<DeviceSnapshot> devices) {
    public StatusSnapshot {
        slots = List.copyOf(slots);
    }
}
