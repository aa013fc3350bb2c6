package dev.paddock.monitor;

import java.util.OptionalLong;

/**
 * This machine as it was once.
 *
 * @param engine the process whose memory was asked for
 */
record Machine(OptionalLong engine, DeviceSnapshot devices) {
    /** The memory of an engine that has ended is not that of the one there is now. */
    DeviceSnapshot beside(OptionalLong pid) {
        return pid.equals(engine) ? devices : devices.withoutEngine();
    }
}
