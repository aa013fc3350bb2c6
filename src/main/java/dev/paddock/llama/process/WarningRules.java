package dev.paddock.llama.process;

import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds in what a ready engine said while it started, and in what it says of itself, where it did
 * not do as it was asked.
 */
final class WarningRules {
    private static final Pattern DRIVER = caseless("driver version is insufficient");
    private static final Pattern NO_GPU =
            caseless("no usable gpu found|no cuda-capable device|no devices? found");
    private static final Pattern BACKEND =
            caseless("load_backend: failed to load (?:.*[/\\\\])?([^/\\\\:]+)(?:$|:)");
    private static final Pattern NO_DRIVER =
            caseless("load_backend: failed to load .*\\b(libcuda\\.so(?:\\.\\d+)?|nvcuda\\.dll)");
    private static final Pattern WORKER = caseless("failed to connect to (\\S+:\\d+)");
    private static final List<String> BY_HAND =
            List.of("-dev", "--device", "-ngl", "--gpu-layers", "--n-gpu-layers", "-ot");
    private static final Pattern PREFIX = Pattern.compile("^[\\d.]+ [A-Z] ");

    /** The engine rounds each slot's share up to a multiple of this. */
    private static final int STEP = 256;

    private WarningRules() {}

    static List<EngineWarning> of(LaunchPlan plan, EngineInfo info, List<String> lines) {
        var found =
                new ArrayList<>(
                        PrivacyRules.of(
                                ArgumentLine.split(plan.value(EngineOptions.EXTRA_ARGUMENTS))));
        first(DRIVER, lines).map(EngineWarning.GpuDriver::new).ifPresent(found::add);
        lines.stream().flatMap(line -> backend(plan, line).stream()).forEach(found::add);
        if (wantsGpu(plan) && found.stream().noneMatch(WarningRules::explainsNoGpu)) {
            first(NO_GPU, lines)
                    .or(() -> nothingListed(info))
                    .map(EngineWarning.NoGpu::new)
                    .ifPresent(gpu -> found.add(0, gpu));
        }
        lines.stream().flatMap(line -> worker(line).stream()).distinct().forEach(found::add);
        unused(plan, info).ifPresent(found::add);
        capped(plan, info).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** Some builds end at that, others go on alone. */
    private static Optional<EngineWarning> worker(String line) {
        var away = WORKER.matcher(line);
        return away.find()
                ? Optional.of(new EngineWarning.WorkerLeftOut(away.group(1)))
                : Optional.empty();
    }

    /** With automatic layers a machine without a card is what the engine was told to expect. */
    private static boolean wantsGpu(LaunchPlan plan) {
        return switch (plan.value(EngineOptions.GPU_LAYERS)) {
            case GpuLayers.All _, GpuLayers.Count _ -> true;
            case GpuLayers.Auto _, GpuLayers.None _ -> false;
        };
    }

    /** Some builds say nothing when layers go nowhere. */
    private static Optional<String> nothingListed(EngineInfo info) {
        return info.devices().listed().filter(List::isEmpty).map(_ -> "--list-devices: (none)");
    }

    /** Whoever writes by hand what goes where was answered as they asked. */
    private static Optional<EngineWarning> unused(LaunchPlan plan, EngineInfo info) {
        var extra = plan.value(EngineOptions.EXTRA_ARGUMENTS);
        boolean byHand = BY_HAND.stream().anyMatch(flag -> ArgumentLine.contains(extra, flag));
        return byHand || plan.value(EngineOptions.GPU_LAYERS) instanceof GpuLayers.None
                ? Optional.empty()
                : info.devices()
                        .unused()
                        .map(device -> new EngineWarning.DeviceUnused(device.name()));
    }

    private static boolean explainsNoGpu(EngineWarning warning) {
        return warning instanceof EngineWarning.GpuDriver
                || warning instanceof EngineWarning.NoDriver;
    }

    private static Optional<EngineWarning> backend(LaunchPlan plan, String line) {
        var driver = NO_DRIVER.matcher(line);
        if (driver.find()) {
            // Whoever wants no layer on a card does not miss its driver.
            return plan.value(EngineOptions.GPU_LAYERS) instanceof GpuLayers.None
                    ? Optional.empty()
                    : Optional.of(new EngineWarning.NoDriver(driver.group(1)));
        }
        var matcher = BACKEND.matcher(line);
        return matcher.find()
                ? Optional.of(new EngineWarning.BackendSkipped(matcher.group(1), bare(line)))
                : Optional.empty();
    }

    /** Of the size that every start has before anyone chose one, nobody said that they want it. */
    private static Optional<EngineWarning> capped(LaunchPlan plan, EngineInfo info) {
        int asked = plan.options().get(EngineOptions.CONTEXT_SIZE).orElse(0);
        boolean less = info.contextPerSlot() > 0 && info.contextPerSlot() <= asked - STEP;
        int slots = plan.value(EngineOptions.PARALLEL_SLOTS);
        return less
                ? Optional.of(new EngineWarning.ContextCapped(asked, info.contextPerSlot(), slots))
                : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, List<String> lines) {
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(WarningRules::bare)
                .findFirst();
    }

    private static String bare(String line) {
        return PREFIX.matcher(line).replaceFirst("").strip();
    }

    private static Pattern caseless(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
