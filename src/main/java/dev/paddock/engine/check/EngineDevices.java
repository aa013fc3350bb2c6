package dev.paddock.engine.check;

import dev.paddock.engine.ComputeDevice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Port: the devices that an engine listed when it was asked last; never asks, never blocks. */
@FunctionalInterface
public interface EngineDevices {
    EngineDevices UNTOLD = _ -> Optional.empty();

    /** Empty when it could not be asked. */
    Optional<List<ComputeDevice>> of(Path engine);
}
