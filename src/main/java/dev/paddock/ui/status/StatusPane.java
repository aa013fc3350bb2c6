package dev.paddock.ui.status;

import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.model.ModelChoice;
import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.monitor.EngineMetrics;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.StatusSnapshot;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.ModelLabel;
import dev.paddock.ui.common.Scrolling;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;
import dev.paddock.ui.words.Figures;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The engine's state, its slots, its speed and the memory. Samples are taken only while this pane
 * is in an open window.
 */
public final class StatusPane {
    private static final double MILLIS = 1000;

    private final Toolkit kit;
    private final Observable<EngineState> state;
    private final Observable<StatusSnapshot> samples;
    private final SpeedChart chart;
    private final ScrollPane node;
    private Subscription attached = () -> {};
    private boolean noGpuKnown;

    @FXML private Node offNotice;
    @FXML private FontIcon offIcon;
    @FXML private Label offTitle;
    @FXML private Node offHint;
    @FXML private StackPane loadingPlace;
    @FXML private Node engineFacts;
    @FXML private StackPane checkPlace;
    @FXML private Label uptime;
    @FXML private Label endpoint;
    @FXML private Button copyEndpoint;
    @FXML private ModelLabel modelName;
    @FXML private Label context;
    @FXML private Label startup;
    @FXML private Label build;
    @FXML private Node slotSection;
    @FXML private Label busySlots;
    @FXML private VBox slots;
    @FXML private Node speedSection;
    @FXML private Label generation;
    @FXML private Label prompt;
    @FXML private StackPane chartPlace;
    @FXML private Label totals;
    @FXML private Node memorySection;
    @FXML private VBox memory;
    @FXML private Node noGpu;

    /**
     * @param attach asks for samples until the subscription is closed
     */
    public StatusPane(
            Toolkit kit,
            EngineControl engine,
            Observable<ModelChoice> model,
            Observable<StatusSnapshot> samples,
            Supplier<Subscription> attach) {
        this.kit = kit;
        state = engine.state();
        this.samples = samples;
        chart = new SpeedChart(kit.words());
        node = (ScrollPane) kit.views().load("status-pane", this);
        Scrolling.keepGutter(node);
        chartPlace.getChildren().setAll(chart);
        checkPlace.getChildren().setAll(new CheckRow(kit, engine).node());
        loadingPlace.getChildren().setAll(new LoadingNotice(kit, engine, model).node());
        Tooltips.put(copyEndpoint, kit.words().of("status.copyEndpoint"), Shortcut.COPY_ENDPOINT);
        kit.watch(state, this::showEngine);
        kit.watch(samples, this::showSample);
        WhileShowing.again(node, engineFacts.visibleProperty(), this::showUptime);
        WhileShowing.of(node).subscribe(shows -> attach(shows, attach));
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void copyEndpoint() {
        SystemClipboard.put(endpoint.getText());
    }

    private void attach(boolean shows, Supplier<Subscription> attach) {
        attached.close();
        attached = shows ? attach.get() : () -> {};
    }

    private void showOff(EngineState now) {
        if (starts(now)) {
            showOff(Feather.LOADER, "status.starting", false);
        } else if (now instanceof EngineState.Stopping) {
            showOff(Feather.LOADER, "status.stopping", false);
        } else if (now instanceof EngineState.Failed) {
            showOff(Feather.ALERT_CIRCLE, "status.failed", true);
        } else {
            showOff(Feather.MOON, "status.off", true);
        }
    }

    private void showOff(Feather icon, String title, boolean rests) {
        offIcon.setIconCode(icon);
        offTitle.setText(kit.words().of(title));
        show(offHint, rests);
    }

    private void showEngine(EngineState now) {
        var running = now.running();
        showOff(now);
        show(offNotice, running.isEmpty());
        for (Node part : List.of(engineFacts, checkPlace, slotSection, speedSection)) {
            show(part, running.isPresent());
        }
        if (running.isEmpty()) {
            chart.clear();
            slots.getChildren().clear();
        }
        running.ifPresent(this::showFacts);
        showSample(samples.value());
        showNoGpu();
        showUptime();
    }

    private static boolean starts(EngineState state) {
        return switch (state) {
            case EngineState.Preflight _,
                    EngineState.Spawning _,
                    EngineState.Loading _,
                    EngineState.Stalled _,
                    EngineState.BackingOff _ ->
                    true;
            case EngineState.Idle _,
                    EngineState.Ready _,
                    EngineState.Suspect _,
                    EngineState.Unresponsive _ ->
                    false;
            case EngineState.Stopping _, EngineState.Diagnosing _, EngineState.Failed _ -> false;
        };
    }

    private void showFacts(RunningEngine engine) {
        var words = kit.words();
        var info = engine.info();
        endpoint.setText(engine.endpoint().uri("/v1").toString());
        modelName.setName(engine.plan().modelName());
        Tooltips.put(modelName, engine.plan().modelName());
        context.setText(words.of("status.context.each", info.contextPerSlot(), info.slots()));
        startup.setText(
                words.of(
                        "status.startup",
                        kit.words().figures().speed(engine.startupMillis() / MILLIS)));
        build.setText(info.build());
    }

    /** When it will be another. */
    private Duration showUptime() {
        var age =
                state.value()
                        .running()
                        .map(engine -> Duration.between(engine.since(), kit.clock().instant()));
        uptime.setText(age.map(kit.words().figures()::age).orElse(""));
        return Figures.untilOlder(age.orElse(Duration.ZERO));
    }

    /** What is known of an engine that has ended says nothing of the one that is there now. */
    private void showSample(StatusSnapshot newest) {
        var process = state.value().process();
        var sample = newest.engine().equals(process) ? newest : newest.ofAnother(process);
        if (state.value().running().isPresent()) {
            showSlots(sample.slots(), sample.answers());
            generation.setText(kit.words().figures().speedIfAny(sample.generationSpeed()));
            prompt.setText(kit.words().figures().speedIfAny(sample.promptSpeed()));
            chart.add(sample.speed());
            totals.setText(sample.totals().map(this::totals).orElse(""));
        }
        show(memorySection, sample.devices().isPresent());
        sample.devices()
                .ifPresent(
                        devices -> {
                            Gauge.fill(memory, memoryLines(devices));
                            noGpuKnown = devices.gpus().isEmpty();
                            showNoGpu();
                        });
    }

    /** Where nothing runs, nothing runs on the processor. */
    private void showNoGpu() {
        show(
                noGpu,
                noGpuKnown
                        && state.value()
                                .running()
                                .filter(engine -> !engine.info().devices().hasDevice())
                                .isPresent());
    }

    private List<Gauges.Line> memoryLines(DeviceSnapshot devices) {
        var lines = new ArrayList<>(Gauges.memory(kit.words(), devices));
        state.value()
                .running()
                .map(engine -> Gauges.buffers(kit.words(), engine.info().devices().buffers()))
                .ifPresent(lines::addAll);
        return lines;
    }

    private void showSlots(List<SlotSnapshot> now, boolean known) {
        var words = kit.words();
        int all = now.isEmpty() ? engineSlots() : now.size();
        String busy = words.of("status.slots.busy", SlotSnapshot.busy(now), all);
        busySlots.setText(known ? busy : words.of("status.slots.silent", busy));
        Gauge.fill(slots, Gauges.slots(words, now, known));
    }

    /** As many as it said at its start. */
    private int engineSlots() {
        return state.value().running().map(engine -> engine.info().slots()).orElse(0);
    }

    private String totals(EngineMetrics sums) {
        var words = kit.words();
        String read = words.of("status.totals", sums.promptTokens(), sums.generatedTokens());
        return sums.waiting() == 0 ? read : read + " " + words.of("status.waiting", sums.waiting());
    }

    private static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }
}
