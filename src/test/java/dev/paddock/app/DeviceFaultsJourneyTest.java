package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can go wrong with a graphics card: each has its words, and a button that mends it. */
@EnabledOnOs(OS.LINUX)
class DeviceFaultsJourneyTest extends Journey {
    private static final String PROCESSOR = "Start on the processor only";

    /** So the first token need not wait until the driver has prepared its programs. */
    private static final String EXTRA = "-t 1 --no-warmup ";

    /** Of 65,536 tokens it is 32 MiB. */
    private static final int CONTEXT = 65_536;

    private static final long MIB = 1 << 20;

    private FaultyDevice device;

    @BeforeEach
    void device() throws Exception {
        device = FaultyDevice.in(folder);
    }

    private AppUnderTest open(Path engine, String extra, String... arguments) throws Exception {
        AppUnderTest.prepare(data, List.of(model), EXTRA + extra);
        var line = Stream.of("--engine=" + engine, model.toString());
        return AppUnderTest.open(
                data, Stream.concat(line, Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static RunningEngine started(AppUnderTest app) {
        app.window.startEngine();
        app.awaitReady();
        return running(app);
    }

    private static RunningEngine running(AppUnderTest app) {
        return app.state().running().orElseThrow();
    }

    private static void fails(AppUnderTest app, String... words) {
        app.window.startEngine();
        app.await("the start to fail", () -> app.state() instanceof EngineState.Failed);
        Stream.of(words).forEach(app::awaitShown);
    }

    private static void mends(AppUnderTest app, String remedy) {
        app.click(remedy);
        app.awaitReady();
        app.await("the failure to go", () -> !app.shows(remedy));
        ask(app, "Tell me");
        awaitEnd(app);
        app.await("the answer's figures", () -> app.shows("tokens/s"));
    }

    @Test
    void noDriver() throws Exception {
        try (var app = open(device.withoutDriver(), "", "--gpu-layers=all")) {
            started(app);
            app.awaitShown("Running on the processor only");
            app.awaitShown("this engine finds none it can use");
            mends(app, PROCESSOR);
            assertEquals(List.of(), running(app).warnings());
        }
    }

    @Test
    void wrongName() throws Exception {
        try (var app = open(device.engine(), "--device Vulkan7", "--gpu-layers=all")) {
            fails(app, "Engine does not accept --device", "invalid device: Vulkan7");
            mends(app, "Start without --device");
        }
    }

    @Test
    void noMemoryForTheWeights() throws Exception {
        var engine = device.engine(Files.size(model) / 2);
        try (var app = open(engine, "-ub 32", "--gpu-layers=all", "--ctx-size=256")) {
            fails(
                    app,
                    "Not enough memory on the graphics card",
                    "too small for so much of the model’s weights",
                    "at once on Vulkan0");
            assertFalse(app.shows("Start with a context of"), "it would not help");
            mends(app, "Start with automatic GPU layers");
        }
    }

    @Test
    void noMemoryForTheCache() throws Exception {
        try (var app =
                open(
                        device.engine(31 * MIB),
                        "-ub 64",
                        "--gpu-layers=all",
                        "--ctx-size=" + CONTEXT)) {
            fails(
                    app,
                    "but not the KV cache for such a context",
                    "It asked for 32 MiB at once on Vulkan0.");
            mends(app, "Start with a context of 32,768");
        }
    }

    @Test
    void noMemoryForTheComputeBuffers() throws Exception {
        try (var app =
                open(device.engine(66 * MIB), "", "--gpu-layers=all", "--ctx-size=" + CONTEXT)) {
            fails(app, "but not the buffers it computes in", "at once on Vulkan0.");
            mends(app, "Start with a context of 32,768");
        }
    }

    @Test
    void oneLayerTooLarge() throws Exception {
        try (var app =
                open(device.engine(), "--fit off", "--gpu-layers=all", "--ctx-size=1100000")) {
            fails(
                    app,
                    "Context too large for the graphics card",
                    "Vulkan0 takes only so much in one piece",
                    "Starting again changes nothing.");
            assertFalse(app.shows("Start again"));
            mends(app, "Start with the KV cache in RAM");
        }
    }

    @Test
    void lostAtLoad() throws Exception {
        device.lose();
        AppUnderTest.prepare(data, List.of(model), "-t 1");
        try (var app =
                AppUnderTest.open(
                        data,
                        "--engine=" + device.engine(),
                        model.toString(),
                        "--gpu-layers=all")) {
            fails(app, "Graphics card failed", "ErrorDeviceLost");
            mends(app, PROCESSOR);
        }
    }

    @Test
    void lostWhileAnswering() throws Exception {
        try (var app = open(device.engine(), "--ignore-eos", "--gpu-layers=all")) {
            long before = started(app).pid();
            writing(app);
            device.lose();
            app.awaitShown("The graphics card was lost while the engine answered.");
            app.await("the engine to be away", () -> !(app.state() instanceof EngineState.Ready));
            device.found();
            app.await(
                    "another engine",
                    () ->
                            app.state()
                                    .running()
                                    .filter(engine -> engine.pid() != before)
                                    .isPresent());
            app.awaitShown("The engine is back, with tiny.");
            assertFalse(app.shows("The answer is complete"));
        }
    }

    @Test
    void lostForGood() throws Exception {
        try (var app = open(device.engine(), "--ignore-eos -n 2000", "--gpu-layers=all")) {
            started(app);
            writing(app);
            device.lose();
            app.await("to be given up", () -> app.state() instanceof EngineState.Failed);
            app.awaitShown("Graphics card failed");
            mends(app, PROCESSOR);
        }
    }

    @Test
    void fullWhileAnswering() throws Exception {
        try (var app = open(device.engine(), "", "--gpu-layers=all")) {
            started(app);
            device.fill();
            ask(app, "Tell me ".repeat(20).strip());
            app.await("the engine to end", () -> !(app.state() instanceof EngineState.Ready));
            app.awaitShown("Not enough memory on the graphics card");
            assertFalse(app.shows("in the computer’s own memory"), "it was the card’s");
            mends(app, PROCESSOR);
        }
    }

    private static void writing(AppUnderTest app) {
        ask(app, "Tell me a long story.");
        app.await(
                "the answer to begin",
                () -> !app.wiring.conversations().answering().value().isEmpty());
        app.await("words of it", () -> !app.shows("Waiting for") && !app.shows("Reading the"));
    }
}
