package dev.paddock.llama.process;

import dev.paddock.engine.ComputeDevice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what llama-server tells of its devices, asked for them or in its log. Pure. */
final class DeviceList {
    private static final String HEAD = "Available devices:";

    /** {@code Vulkan0: name (LLVM, 256 bits) (2048 MiB, 2000 MiB free)}. */
    private static final String DEVICE =
            "(\\w+)\\s*: (.*) \\((\\d{1,9}) MiB, (\\d{1,9}) MiB free\\)\\s*$";

    private static final Pattern LISTED = Pattern.compile("^\\s+" + DEVICE);

    /** Of a log from {@code -lv 4} on, below {@code device_info:}. */
    private static final Pattern LOGGED = Pattern.compile("common_param:\\s+- " + DEVICE);

    /** Listed in the log beside the devices. */
    private static final String PROCESSOR = "CPU";

    private static final int MIB = 20;

    private DeviceList() {}

    /** Empty when this is no such list. */
    static Optional<List<ComputeDevice>> parse(String text) {
        if (text.lines().noneMatch(line -> line.startsWith(HEAD))) {
            return Optional.empty();
        }
        return Optional.of(found(LISTED, text.lines()));
    }

    /** The devices that the log of a start tells of. */
    static List<ComputeDevice> told(List<String> log) {
        return found(LOGGED, log.stream());
    }

    private static List<ComputeDevice> found(Pattern pattern, Stream<String> lines) {
        return lines.map(pattern::matcher)
                .filter(Matcher::find)
                .map(
                        found ->
                                new ComputeDevice(
                                        found.group(1),
                                        found.group(2),
                                        Long.parseLong(found.group(3)) << MIB,
                                        Long.parseLong(found.group(4)) << MIB))
                .filter(device -> !device.name().equals(PROCESSOR))
                .toList();
    }
}
