package dev.paddock.hardware;

import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.monitor.DeviceSnapshot.Gpu;
import dev.paddock.monitor.Devices;
import dev.paddock.monitor.MachineFacts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;
import oshi.software.os.OSProcess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Figures of this machine from OSHI. Nothing of it is touched before the first {@link #read}, which
 * may take a second; later ones take milliseconds. Where OSHI cannot work here, figures are zero or
 * missing. Safe from any thread. {@link #close} lets go of the drivers; reading again reopens them.
 */
public final class OshiDevices implements Devices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OshiDevices.class);

    private final Supplier<SystemInfo> start;
    private final ProcessTree processes = new ProcessTree();
    private Optional<SystemInfo> system = Optional.empty();
    private Optional<Gpus> gpus = Optional.empty();
    private boolean unusable;

    public OshiDevices() {
        this(SystemInfo::new);
    }

    OshiDevices(Supplier<SystemInfo> start) {
        this.start = start;
    }

    @Override
    public synchronized DeviceSnapshot read(OptionalLong enginePid) {
        if (!unusable) {
            try {
                return readAll(enginePid);
            } catch (LinkageError neverHere) {
                LOG.warn("no figures of this machine", neverHere);
                unusable = true;
            } catch (RuntimeException failed) {
                LOG.debug("no figures of this machine just now", failed);
            }
        }
        return new DeviceSnapshot(List.of(), 0, 0, OptionalLong.empty());
    }

    /** What does not change while the app runs; may take a second. */
    public synchronized MachineFacts facts() {
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            var info = system.orElseGet(start);
            system = Optional.of(info);
            var processor = info.getHardware().getProcessor().getProcessorIdentifier().getName();
            var cards = info.getHardware().getGraphicsCards().stream().map(OshiDevices::card);
            return new MachineFacts(
                    info.getOperatingSystem().toString(), processor, threads, cards.toList());
        } catch (LinkageError | RuntimeException notHere) {
            LOG.debug("what this machine is cannot be found out", notHere);
            String name = System.getProperty("os.name") + " " + System.getProperty("os.version");
            return new MachineFacts(name, "", threads, List.of());
        }
    }

    private static String card(GraphicsCard card) {
        return card.getVendor() + " " + card.getName() + ", " + card.getVersionInfo();
    }

    @Override
    public synchronized void close() {
        gpus.ifPresent(Gpus::close);
        gpus = Optional.empty();
    }

    private DeviceSnapshot readAll(OptionalLong enginePid) {
        if (system.isEmpty()) {
            system = Optional.of(start.get());
        }
        var info = system.get();
        var memory = info.getHardware().getMemory();
        long total = memory.getTotal();
        return new DeviceSnapshot(
                readGpus(info), total - memory.getAvailable(), total, engineBytes(info, enginePid));
    }

    private List<Gpu> readGpus(SystemInfo info) {
        if (gpus.isEmpty()) {
            var cards = info.getHardware().getGraphicsCards();
            gpus = Optional.of(new Gpus(cards, new NvidiaDriver.Oshi()));
        }
        return gpus.get().read();
    }

    private OptionalLong engineBytes(SystemInfo info, OptionalLong enginePid) {
        if (enginePid.isEmpty()) {
            return OptionalLong.empty();
        }
        long pid = enginePid.getAsLong();
        var engine = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (engine.isEmpty()) {
            return OptionalLong.empty();
        }
        if (processes.knows(pid)) {
            return processes.residentBytes(pid);
        }
        var children = engine.get().descendants().mapToLong(ProcessHandle::pid);
        return OptionalLong.of(
                LongStream.concat(LongStream.of(pid), children)
                        .map(each -> residentBytes(info, each))
                        .sum());
    }

    private static long residentBytes(SystemInfo info, long pid) {
        return Optional.ofNullable(info.getOperatingSystem().getProcess((int) pid))
                .map(OSProcess::getResidentMemory)
                .orElse(0L);
    }
}
