package dev.paddock.llama.process;

import dev.paddock.engine.ComputeDevice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what {@code llama-server --list-devices} prints. Pure. */
final class DeviceList {
    private static final String HEAD = "Available devices:";

    /** {@code Vulkan0: name (LLVM, 256 bits) (2048 MiB, 2000 MiB free)}. */
    private static final Pattern DEVICE =
            Pattern.compile("^\\s+(\\w+): (.*) \\((\\d{1,9}) MiB, (\\d{1,9}) MiB free\\)\\s*$");

    private static final int MIB = 20;

    private DeviceList() {}

    /** Empty when this is no such list. */
    static Optional<List<ComputeDevice>> parse(String text) {
        if (text.lines().noneMatch(line -> line.startsWith(HEAD))) {
            return Optional.empty();
        }
        var devices =
                text.lines()
                        .map(DEVICE::matcher)
                        .filter(found -> found.matches())
                        .map(
                                found ->
                                        new ComputeDevice(
                                                found.group(1),
                                                found.group(2),
                                                Long.parseLong(found.group(3)) << MIB,
                                                Long.parseLong(found.group(4)) << MIB))
                        .toList();
        return Optional.of(devices);
    }
}
