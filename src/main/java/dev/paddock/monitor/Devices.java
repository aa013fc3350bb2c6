package dev.paddock.monitor;

import java.util.OptionalLong;

/** Port: figures of this machine. The first call may take a second; never call it on FX. */
public interface Devices {
    /**
     * @param enginePid the engine's process, when it runs
     */
    DeviceSnapshot read(OptionalLong enginePid);
}
