package dev.paddock.ui;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogSource;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;
import dev.paddock.model.ModelReader;
import dev.paddock.model.StarterModel;
import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.monitor.EngineMetrics;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.monitor.SpeedPoint;
import dev.paddock.monitor.StatusSnapshot;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Domain objects for pictures and tests of the window: no engine, no disk. */
public final class DemoParts {
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final Path ENGINE = Path.of("/opt/paddock/engine/llama-server");
    public static final Path MODEL =
            Path.of("/home/ada/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf");
    public static final Path SMALL = Path.of("/home/ada/models/Qwen2.5-0.5B-Instruct-Q8_0.gguf");
    public static final Path GONE = Path.of("/media/usb/Llama-3.1-8B-Instruct-Q5_K_M.gguf");

    public static final StarterModel STARTER =
            new StarterModel(
                    Path.of("/home/ada/.local/share/paddock/models/starter.gguf"),
                    3_400_000,
                    List.of("Who are you?"));

    private DemoParts() {}

    /** Settings that live as long as the test. */
    public static final class FakePreferences implements Preferences {
        private final Signal<Settings> settings;

        public FakePreferences(Settings initial) {
            settings = new Signal<>(initial);
        }

        @Override
        public Observable<Settings> settings() {
            return settings;
        }

        @Override
        public void change(UnaryOperator<Settings> change) {
            settings.set(change.apply(settings.value()));
        }
    }

    /** An engine that notes what it is told. */
    public static final class FakeEngineControl implements EngineControl {
        public final Signal<EngineState> state = new Signal<>(new EngineState.Idle());
        public final List<String> told = new ArrayList<>();
        public final List<LaunchPlan> plans = new ArrayList<>();
        public final LogBuffer log = new LogBuffer();
        public final Signal<LoadProgress> progress =
                new Signal<>(new LoadProgress(LoadProgress.Stage.BEGINNING, OptionalLong.empty()));
        public Optional<Failure> wrong = Optional.empty();
        public final Signal<HealthCheck> checked = new Signal<>(new HealthCheck.None());

        @Override
        public Observable<EngineState> state() {
            return state;
        }

        @Override
        public LogSource log() {
            return log;
        }

        @Override
        public Observable<LoadProgress> progress() {
            return progress;
        }

        @Override
        public Observable<HealthCheck> checked() {
            return checked;
        }

        @Override
        public void check() {
            told.add("check");
        }

        @Override
        public void waitOn() {
            told.add("waitOn");
        }

        @Override
        public void start(LaunchPlan plan) {
            told.add("start");
            plans.add(plan);
        }

        @Override
        public CompletableFuture<Optional<Failure>> preflight(LaunchPlan plan) {
            return CompletableFuture.completedFuture(wrong);
        }

        @Override
        public void stop() {
            told.add("stop");
        }

        @Override
        public void restart() {
            told.add("restart");
        }
    }

    /** Knows two models and the starter. */
    public static final ModelReader READER =
            path -> {
                if (path.equals(MODEL)) {
                    return model(
                            MODEL,
                            "Mistral 7B Instruct v0.3",
                            4_372_811_000L,
                            "Q4_K_M",
                            7_248_000_000L);
                }
                if (path.equals(SMALL)) {
                    return model(
                            SMALL, "Qwen2.5 0.5B Instruct", 531_068_000L, "Q8_0", 494_000_000L);
                }
                if (path.equals(STARTER.path())) {
                    return model(path, "Paddock starter", 3_400_000L, "Q8_0", 3_000_000L);
                }
                throw new ModelException(
                        path.equals(GONE)
                                ? new ModelProblem.Missing(path)
                                : new ModelProblem.NotGguf(path, "<!DOCTYPE html>"));
            };

    public static Options options() {
        return Options.of(EngineOptions.CONTEXT_SIZE, 4096)
                .with(EngineOptions.PARALLEL_SLOTS, 4)
                .with(EngineOptions.GPU_LAYERS, new GpuLayers.All());
    }

    public static Settings settings() {
        return Settings.DEFAULT.withOptions(all -> all.withApp(_ -> options()));
    }

    public static LaunchPlan plan() {
        return new LaunchPlan(ENGINE, MODEL, options());
    }

    public static EngineState.Ready ready() {
        return new EngineState.Ready(
                new EngineState.RunningEngine(
                        plan(),
                        new Endpoint(8080, new ApiKey("secret")),
                        new EngineInfo(MODEL.toString(), 4096, 4, "b11669-1f2e3d4"),
                        4711,
                        NOW.minusSeconds(1_325),
                        4_210));
    }

    /** The same, not quite as it was asked for. */
    public static EngineState.Ready ready(EngineWarning warning) {
        var own = ready().engine();
        return new EngineState.Ready(
                new EngineState.RunningEngine(
                        own.plan(),
                        own.endpoint(),
                        own.info(),
                        own.pid(),
                        own.since(),
                        own.startupMillis(),
                        List.of(warning)));
    }

    /** The same, for other computers too. */
    public static EngineState.RunningEngine shared() {
        var own = ready().engine();
        var key = Optional.of(new NetworkKey("7c41f09ab2d35e6881aa0c44"));
        return new EngineState.RunningEngine(
                new LaunchPlan(ENGINE, MODEL, options(), new Sharing(true, key)),
                own.endpoint(),
                own.info(),
                own.pid(),
                own.since(),
                own.startupMillis());
    }

    public static StatusSnapshot sample(Instant taken, double speed, boolean gpu) {
        var slots =
                List.of(
                        new SlotSnapshot(0, 4096, 2_911, 412, Activity.GENERATING),
                        new SlotSnapshot(1, 4096, 1_024, 0, Activity.READING_PROMPT),
                        new SlotSnapshot(2, 4096, 3_950, 96, Activity.GENERATING),
                        new SlotSnapshot(3, 4096, 118, 0, Activity.IDLE));
        List<DeviceSnapshot.Gpu> gpus =
                gpu
                        ? List.of(
                                new DeviceSnapshot.Gpu(
                                        "NVIDIA GeForce RTX 4070",
                                        12_878_610_432L,
                                        OptionalLong.of(6_442_450_944L),
                                        OptionalDouble.of(0.87)))
                        : List.of();
        return new StatusSnapshot(
                new SpeedPoint(taken, 812.4, speed),
                OptionalLong.of(ready().engine().pid()),
                slots,
                true,
                Optional.of(new EngineMetrics(48_213, 61.2, 12_904, 301.4, 2, 1)),
                Optional.of(
                        new DeviceSnapshot(
                                gpus,
                                19_864_223_744L,
                                33_487_056_896L,
                                OptionalLong.of(1_288_490_188L))));
    }

    private static ModelFile model(
            Path path, String title, long bytes, String quantization, long weights) {
        return new ModelFile(
                path,
                Optional.of(title),
                bytes,
                new ModelFile.Architecture(
                        "llama", OptionalInt.of(32_768), OptionalInt.of(32), Optional.empty()),
                Optional.of(quantization),
                OptionalLong.of(weights),
                true);
    }
}
