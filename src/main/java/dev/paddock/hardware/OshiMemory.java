package dev.paddock.hardware;

import dev.paddock.engine.check.MemorySource;
import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.monitor.Devices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;

import java.util.Optional;
import java.util.OptionalLong;

/** The memory an engine could get now, from OSHI. Safe from any thread. */
public final class OshiMemory implements MemorySource {
    private static final Logger LOG = LoggerFactory.getLogger(OshiMemory.class);

    private final Devices devices;

    /**
     * @param devices asked for the graphics cards
     */
    public OshiMemory(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Optional<FreeMemory> read() {
        try {
            var memory = new SystemInfo().getHardware().getMemory();
            var swap = memory.getVirtualMemory();
            // Only Linux keeps to the swap it was given: elsewhere a shortage enlarges it.
            boolean fixed = System.getProperty("os.name").startsWith("Linux");
            long ram = fixed ? memory.getAvailable() : memory.getTotal();
            long free = Math.max(0, swap.getSwapTotal() - swap.getSwapUsed());
            return ram <= 0 ? Optional.empty() : Optional.of(new FreeMemory(ram, free, video()));
        } catch (LinkageError | RuntimeException notHere) {
            LOG.debug("the free memory cannot be found out", notHere);
            return Optional.empty();
        }
    }

    /** A card whose driver does not say what is in use may be empty. */
    private long video() {
        return devices.read(OptionalLong.empty()).gpus().stream().mapToLong(OshiMemory::free).sum();
    }

    private static long free(DeviceSnapshot.Gpu card) {
        return Math.max(0, card.vramTotalBytes() - card.vramUsedBytes().orElse(0));
    }
}
