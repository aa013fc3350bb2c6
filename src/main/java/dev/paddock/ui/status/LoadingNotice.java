package dev.paddock.ui.status;

import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.ModelLoad;
import dev.paddock.model.ModelChoice;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import java.util.Optional;

/** Says what a starting engine is at. */
final class LoadingNotice {
    private static final double WHOLE = 100;

    private final Toolkit kit;
    private final EngineControl engine;
    private final Observable<ModelChoice> model;
    private final Parent node;

    @FXML private Label stage;
    @FXML private ProgressBar bar;

    LoadingNotice(Toolkit kit, EngineControl engine, Observable<ModelChoice> model) {
        this.kit = kit;
        this.engine = engine;
        this.model = model;
        node = kit.views().load("loading-notice", this);
        kit.watch(engine.state(), _ -> show());
        kit.watch(engine.progress(), _ -> show());
    }

    Parent node() {
        return node;
    }

    private void show() {
        var loading = loading(engine.state().value());
        node.setVisible(loading.isPresent());
        node.setManaged(loading.isPresent());
        loading.ifPresent(this::show);
    }

    private void show(LaunchPlan plan) {
        var part = ModelLoad.of(engine.state().value(), engine.progress().value(), model.value());
        stage.setText(text(part, plan.modelName()));
        bar.setVisible(part.percent().isPresent());
        bar.setManaged(part.percent().isPresent());
        bar.setProgress(part.percent().orElse(0) / WHOLE);
    }

    private String text(ModelLoad part, String name) {
        var words = kit.words();
        return switch (part.stage()) {
            case BEGINNING -> words.of("status.stage.beginning");
            case PREPARING -> words.of("status.stage.preparing");
            case WARMING_UP -> words.of("status.stage.warmingUp");
            case READING ->
                    part.percent().isEmpty()
                            ? words.of("status.stage.reading", name)
                            : words.of(
                                    "status.stage.readingBytes",
                                    name,
                                    kit.words().figures().bytes(part.read().getAsLong()),
                                    kit.words().figures().bytes(part.total().getAsLong()));
        };
    }

    private static Optional<LaunchPlan> loading(EngineState state) {
        return switch (state) {
            case EngineState.Spawning(var plan, _, _) -> Optional.of(plan);
            case EngineState.Loading(var plan, _, _) -> Optional.of(plan);
            case EngineState.Stalled(var plan, _, _, _) -> Optional.of(plan);
            case EngineState.Idle _, EngineState.Preflight _, EngineState.Ready _ ->
                    Optional.empty();
            case EngineState.Suspect _, EngineState.Unresponsive _, EngineState.Stopping _ ->
                    Optional.empty();
            case EngineState.Diagnosing _, EngineState.BackingOff _, EngineState.Failed _ ->
                    Optional.empty();
        };
    }
}
