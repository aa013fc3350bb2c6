package dev.paddock.llama;

import dev.paddock.server.Caution;
import dev.paddock.server.EngineInfo;
import dev.paddock.server.GpuLayers;
import dev.paddock.server.LaunchPlan;
import dev.paddock.server.ServerSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds in what a ready engine said while it started, and in what it says of itself, where it did
 * not do as it was asked.
 */
final class CautionRules {
    private static final Pattern DRIVER = caseless("driver version is insufficient");
    private static final Pattern NO_GPU =
            caseless("no usable gpu found|no cuda-capable device|no devices? found");
    private static final Pattern BACKEND =
            caseless("load_backend: failed to load (?:.*[/\\\\])?([^/\\\\:]+)(?:$|:)");
    private static final Pattern NO_DRIVER =
            caseless("load_backend: failed to load .*\\b(libcuda\\.so(?:\\.\\d+)?|nvcuda\\.dll)");
    private static final Pattern PREFIX = Pattern.compile("^[\\d.]+ [A-Z] ");

    /** The engine rounds each slot's share up to a multiple of this. */
    private static final int STEP = 256;

    private CautionRules() {}

    static List<Caution> of(LaunchPlan plan, EngineInfo info, List<String> lines) {
        var found = new ArrayList<Caution>();
        first(DRIVER, lines).map(Caution.GpuDriver::new).ifPresent(found::add);
        lines.stream().flatMap(line -> backend(plan, line).stream()).forEach(found::add);
        if (wantsGpu(plan) && found.stream().noneMatch(CautionRules::explainsNoGpu)) {
            first(NO_GPU, lines).map(Caution.NoGpu::new).ifPresent(gpu -> found.add(0, gpu));
        }
        capped(plan, info).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** With automatic layers a machine without a card is what the engine was told to expect. */
    private static boolean wantsGpu(LaunchPlan plan) {
        return switch (plan.settings().gpuLayers()) {
            case GpuLayers.All _, GpuLayers.Count _ -> true;
            case GpuLayers.Auto _, GpuLayers.None _ -> false;
        };
    }

    private static boolean explainsNoGpu(Caution caution) {
        return caution instanceof Caution.GpuDriver || caution instanceof Caution.NoDriver;
    }

    private static Optional<Caution> backend(LaunchPlan plan, String line) {
        var driver = NO_DRIVER.matcher(line);
        if (driver.find()) {
            // Whoever wants no layer on a card does not miss its driver.
            return plan.settings().gpuLayers() instanceof GpuLayers.None
                    ? Optional.empty()
                    : Optional.of(new Caution.NoDriver(driver.group(1)));
        }
        var matcher = BACKEND.matcher(line);
        return matcher.find()
                ? Optional.of(new Caution.BackendSkipped(matcher.group(1), bare(line)))
                : Optional.empty();
    }

    /** Of the size that every start has before anyone chose one, nobody said that they want it. */
    private static Optional<Caution> capped(LaunchPlan plan, EngineInfo info) {
        var settings = plan.settings();
        if (settings.contextSize() == ServerSettings.DEFAULT.contextSize()) {
            return Optional.empty();
        }
        int slots = settings.parallelSlots();
        int asked = settings.contextSize() / slots;
        boolean less = info.contextPerSlot() > 0 && info.contextPerSlot() <= asked - STEP;
        return less
                ? Optional.of(new Caution.ContextCapped(asked, info.contextPerSlot(), slots))
                : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, List<String> lines) {
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(CautionRules::bare)
                .findFirst();
    }

    private static String bare(String line) {
        return PREFIX.matcher(line).replaceFirst("").strip();
    }

    private static Pattern caseless(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
