package dev.paddock.ui.status;

import dev.paddock.engine.BufferShare;
import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the gauges of slots and memory say. Pure. */
final class Gauges {
    private static final double NEARLY_FULL = 0.92;

    /** Each is drawn, whether it is in sight or not. */
    static final int MOST_SLOTS = 64;

    private Gauges() {}

    /**
     * @param share 0 to 1; empty draws no bar
     */
    record Line(String name, String figure, OptionalDouble share, Severity tone) {}

    /**
     * Of so many, as many as can be read: those at work first, and a line for the rest.
     *
     * @param known whether they are so now, not only when the engine told of them last
     */
    static List<Line> slots(Words words, List<SlotSnapshot> slots, boolean known) {
        if (slots.size() <= MOST_SLOTS) {
            return slots.stream().map(slot -> slot(words, slot, known)).toList();
        }
        var lines = new ArrayList<Line>();
        slots.stream()
                .sorted(Comparator.comparing(slot -> slot.activity() == Activity.IDLE))
                .limit(MOST_SLOTS)
                .map(slot -> slot(words, slot, known))
                .forEach(lines::add);
        String rest = words.of("status.slots.more", slots.size() - MOST_SLOTS);
        lines.add(new Line(rest, "", OptionalDouble.empty(), Severity.NEUTRAL));
        return lines;
    }

    static List<Line> memory(Words words, DeviceSnapshot devices) {
        var lines = new ArrayList<Line>();
        devices.gpus().forEach(gpu -> gpu(words, gpu, lines));
        lines.add(
                share(
                        words,
                        words.of("status.memory.machine"),
                        devices.ramUsedBytes(),
                        devices.ramTotalBytes()));
        devices.engineBytes()
                .ifPresent(
                        bytes ->
                                lines.add(
                                        new Line(
                                                words.of("status.memory.engine"),
                                                words.figures().bytes(bytes),
                                                OptionalDouble.empty(),
                                                Severity.NEUTRAL)));
        return lines;
    }

    /** Where the engine says to have put what. */
    static List<Line> buffers(Words words, List<BufferShare> shares) {
        var lines = new ArrayList<Line>();
        for (var share : shares) {
            String memory = share.device().orElseGet(() -> words.of("status.memory.here"));
            buffer(words, "weights", memory, share.weightsBytes()).ifPresent(lines::add);
            buffer(words, "kvCache", memory, share.kvCacheBytes()).ifPresent(lines::add);
            buffer(words, "compute", memory, share.computeBytes()).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> buffer(Words words, String key, String memory, long bytes) {
        return bytes == 0
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                words.of("status.memory." + key, memory),
                                words.figures().bytes(bytes),
                                OptionalDouble.empty(),
                                Severity.NEUTRAL));
    }

    private static void gpu(Words words, DeviceSnapshot.Gpu gpu, List<Line> lines) {
        if (gpu.vramUsedBytes().isPresent() && gpu.vramTotalBytes() > 0) {
            long used = gpu.vramUsedBytes().getAsLong();
            lines.add(share(words, gpu.name(), used, gpu.vramTotalBytes()));
        } else {
            String total =
                    gpu.vramTotalBytes() > 0
                            ? words.figures().bytes(gpu.vramTotalBytes())
                            : words.of("status.memory.unknown");
            lines.add(new Line(gpu.name(), total, OptionalDouble.empty(), Severity.NEUTRAL));
        }
        gpu.load()
                .ifPresent(
                        load ->
                                lines.add(
                                        new Line(
                                                words.of("status.memory.gpuLoad"),
                                                words.figures().percent(load),
                                                OptionalDouble.of(load),
                                                Severity.NEUTRAL)));
    }

    private static Line slot(Words words, SlotSnapshot slot, boolean known) {
        String activity =
                switch (slot.activity()) {
                    case IDLE -> words.of("status.slot.idle");
                    case READING_PROMPT -> words.of("status.slot.reading");
                    case GENERATING -> words.of("status.slot.generating");
                };
        Severity tone =
                switch (slot.activity()) {
                    case IDLE -> Severity.NEUTRAL;
                    case READING_PROMPT -> Severity.BUSY;
                    case GENERATING -> Severity.GOOD;
                };
        return new Line(
                words.of(known ? "status.slot" : "status.slot.silent", slot.id(), activity),
                words.of(
                        "status.slot.tokens",
                        words.figures().count(slot.tokensInUse()),
                        words.figures().count(slot.contextSize())),
                OptionalDouble.of((double) slot.tokensInUse() / Math.max(1, slot.contextSize())),
                known ? tone : Severity.NEUTRAL);
    }

    private static Line share(Words words, String name, long used, long total) {
        double share = (double) used / Math.max(1, total);
        return new Line(
                name,
                words.of(
                        "status.memory.share",
                        words.figures().bytes(used),
                        words.figures().bytes(total)),
                OptionalDouble.of(share),
                share >= NEARLY_FULL ? Severity.WARNING : Severity.NEUTRAL);
    }
}
