package dev.paddock.app;

import dev.paddock.engine.check.EngineDevices;
import dev.paddock.engine.check.Preflight;
import dev.paddock.hardware.LinuxOutOfMemoryKills;
import dev.paddock.hardware.OshiMemory;
import dev.paddock.hardware.OshiPorts;
import dev.paddock.model.ModelReader;
import dev.paddock.monitor.Devices;

import java.time.Duration;

/** The checks around a start, with all that they ask this computer. */
final class SystemChecks {
    private static final Duration PORTS = Duration.ofSeconds(8);

    private SystemChecks() {}

    static Preflight of(ModelReader models, Devices machine, EngineDevices engine) {
        return new Preflight(
                models,
                new OshiMemory(machine),
                new OshiPorts(PORTS),
                new LinuxOutOfMemoryKills(),
                engine);
    }
}
