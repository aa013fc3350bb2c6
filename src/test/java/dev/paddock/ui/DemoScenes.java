package dev.paddock.ui;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.log.LogLines;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.FlashAttention;
import dev.paddock.option.Options;
import dev.paddock.settings.ModelSelection;
import dev.paddock.settings.Settings;
import dev.paddock.ui.common.Shortcut;

import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The states {@link ShellDemo} draws the window in, by name. */
final class DemoScenes {
    private DemoScenes() {}

    static Map<String, Consumer<DemoWindow>> all() {
        var scenes = new LinkedHashMap<String, Consumer<DemoWindow>>();
        addStarting(scenes);
        addReady(scenes);
        addFailing(scenes);
        addOptions(scenes);
        addCards(scenes);
        return scenes;
    }

    private static void addStarting(Map<String, Consumer<DemoWindow>> scenes) {
        scenes.put("notices", DemoNotices::showIn);
        scenes.put(
                "no-model",
                demo -> {
                    demo.preferences.change(DemoScenes::noModel);
                    demo.showWelcome();
                    demo.chooser.lookAtRecent();
                });
        scenes.put("idle", _ -> {});
        scenes.put(
                "loading",
                demo -> {
                    demo.engine.progress.set(
                            new LoadProgress(Stage.READING, OptionalLong.of(2_100_000_000L)));
                    demo.engine.state.set(
                            new EngineState.Loading(
                                    DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 4711));
                });
        scenes.put(
                "stalled",
                demo ->
                        demo.engine.state.set(
                                new EngineState.Stalled(
                                        DemoParts.plan(),
                                        DemoParts.NOW.minusSeconds(312),
                                        4711,
                                        new Failure.NotReadyInTime(
                                                Duration.ofSeconds(300), List.of()))));
    }

    private static void addReady(Map<String, Consumer<DemoWindow>> scenes) {
        scenes.put(
                "stuck",
                demo -> {
                    ready(demo);
                    demo.engine.state.set(
                            new EngineState.Unresponsive(
                                    DemoParts.ready().engine(),
                                    new NotResponding(Symptom.HEALTH, Duration.ofSeconds(13))));
                });
        scenes.put(
                "shared",
                demo -> {
                    ready(demo);
                    demo.preferences.change(
                            now -> now.withSharing(DemoParts.shared().plan().sharing()));
                    demo.engine.state.set(new EngineState.Ready(DemoParts.shared()));
                    demo.window.openTab(1);
                });
        scenes.put("ready", DemoScenes::ready);
        scenes.put(
                "settings-changed",
                demo -> {
                    ready(demo);
                    demo.preferences.change(now -> now.with(EngineOptions.CONTEXT_SIZE, 8192));
                    demo.window.openTab(1);
                });
    }

    private static void addFailing(Map<String, Consumer<DemoWindow>> scenes) {
        scenes.put(
                "failed",
                demo -> demo.engine.state.set(new EngineState.Failed(new Failure.PortTaken(8080))));
        scenes.put(
                "retrying",
                demo ->
                        demo.engine.state.set(
                                new EngineState.BackingOff(
                                        DemoParts.plan(),
                                        new Failure.Crashed(new EngineExit(139), List.of()),
                                        2,
                                        DemoParts.NOW.plusSeconds(2))));
        scenes.put(
                "no-engine",
                demo -> {
                    demo.preferences.change(DemoScenes::noModel);
                    demo.showWelcome();
                    demo.location.set(new EngineLocation.NotFound(new Failure.NoEngine()));
                });
    }

    private static void addOptions(Map<String, Consumer<DemoWindow>> scenes) {
        scenes.put(
                "wrong-field",
                demo -> {
                    demo.window.openTab(1);
                    type(demo, "#port", "80");
                    type(demo, "#parallelSlots", "100");
                    demo.accelerate(Shortcut.START);
                });
        scenes.put(
                "all-options",
                demo -> {
                    demo.preferences.change(DemoScenes::manyPlaces);
                    demo.window.openTab(1);
                    choose(demo, "#thisModel");
                    choose(demo, "#allOptions");
                });
        scenes.put(
                "option-search",
                demo -> {
                    demo.window.openTab(1);
                    type(demo, "#optionSearch", "batch");
                });
    }

    private static void addCards(Map<String, Consumer<DemoWindow>> scenes) {
        scenes.put(
                "refused",
                demo -> {
                    demo.picker.open();
                    demo.chooser.use(Path.of("/home/ada/page.gguf"));
                });
        scenes.put("shortcuts", demo -> demo.accelerate(Shortcut.SHORTCUTS));
        scenes.put(
                "drop", demo -> demo.shell.scene().getRoot().lookup("#dropHint").setVisible(true));
        scenes.put("settings", demo -> demo.window.showCard(demo.settings.node()));
        scenes.put("picker", demo -> demo.picker.open());
        scenes.put(
                "log",
                demo -> {
                    ready(demo);
                    log(demo);
                    demo.window.openLog();
                    demo.log.advance();
                });
    }

    private static Settings noModel(Settings now) {
        return new Settings(
                now.engine(),
                new ModelSelection(
                        Optional.empty(),
                        List.of(DemoParts.MODEL, DemoParts.SMALL, DemoParts.GONE)),
                now.options(),
                now.sharing(),
                now.health(),
                now.presentation(),
                now.window());
    }

    private static void ready(DemoWindow demo) {
        demo.engine.state.set(DemoParts.ready());
        demo.engine.checked.set(
                new HealthCheck.Done(
                        new HealthCheck.Result.Generated(Duration.ofMillis(41)),
                        DemoParts.NOW.minusSeconds(9)));
        for (int second = 130; second >= 0; second--) {
            double speed = second % 50 > 38 ? 0 : 42 + 9 * Math.sin(second / 4.0) - second % 3;
            demo.samples.set(DemoParts.sample(DemoParts.NOW.minusSeconds(second), speed, true));
        }
    }

    /** Values from each place there is. */
    private static Settings manyPlaces(Settings now) {
        return now.withOptions(
                all ->
                        all.withApp(own -> own.with(EngineOptions.THREADS, 6))
                                .withModel(
                                        DemoParts.MODEL,
                                        own ->
                                                own.with(EngineOptions.CONTEXT_SIZE, 16_384)
                                                        .with(
                                                                EngineOptions.FLASH_ATTENTION,
                                                                FlashAttention.ON))
                                .withCommandLine(
                                        Options.of(EngineOptions.CONTEXT_SIZE, 8192)
                                                .with(EngineOptions.PORT, 8090)));
    }

    private static void choose(DemoWindow demo, String button) {
        var scene = demo.shell.scene();
        scene.getRoot().applyCss();
        ((ToggleButton) scene.getRoot().lookup(button)).fire();
    }

    private static void type(DemoWindow demo, String field, String text) {
        var scene = demo.shell.scene();
        scene.getRoot().applyCss();
        ((TextField) scene.getRoot().lookup(field)).setText(text);
    }

    private static void log(DemoWindow demo) {
        var log = demo.engine.log;
        LogLines.write(
                log, "0.00.035.060 I build: 11669 (1f2e3d4) with GNU 14.2.0 for x86_64-linux-gnu");
        LogLines.write(
                log, "0.00.036.104 I srv    load_model: loading model '" + DemoParts.MODEL + "'");
        LogLines.write(log, "0.00.912.501 W load: special_eos_id is not in special_eog_ids");
        for (int i = 0; i < 30; i++) {
            LogLines.write(
                    log, "0.01.%03d.220 D slot   update_slots: id  0 | task %d".formatted(i, i));
        }
        LogLines.write(log, "0.04.220.310 I llama_server: model loaded");
        LogLines.write(log, "0.04.221.007 I llama_server: listening on http://127.0.0.1:8080");
        LogLines.write(
                log, "0.09.118.400 E srv    send_error: task id = 7, error: invalid grammar");
    }
}
