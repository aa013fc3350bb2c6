package dev.paddock.ui.status;

import dev.paddock.server.EngineControl;
import dev.paddock.server.LaunchPlan;
import dev.paddock.server.ServerState;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Figures;
import dev.paddock.ui.common.LoadPart;
import dev.paddock.ui.common.ModelChoice;
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
        kit.ui().watch(engine.state(), _ -> show());
        kit.ui().watch(engine.progress(), _ -> show());
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
        var part = LoadPart.of(engine.progress().value(), model.value());
        stage.setText(text(part, plan.model().getFileName().toString()));
        bar.setVisible(part.percent().isPresent());
        bar.setManaged(part.percent().isPresent());
        bar.setProgress(part.percent().orElse(0) / WHOLE);
    }

    private String text(LoadPart part, String name) {
        var words = kit.words();
        return switch (part.stage()) {
            case BEGINNING -> words.of("status.stage.beginning");
            case PREPARING -> words.of("status.stage.preparing");
            case READING ->
                    part.percent().isEmpty()
                            ? words.of("status.stage.reading", name)
                            : words.of(
                                    "status.stage.readingBytes",
                                    name,
                                    Figures.bytes(part.read().getAsLong()),
                                    Figures.bytes(part.total().getAsLong()));
        };
    }

    private static Optional<LaunchPlan> loading(ServerState state) {
        return switch (state) {
            case ServerState.Spawning(var plan, _, _) -> Optional.of(plan);
            case ServerState.Loading(var plan, _, _) -> Optional.of(plan);
            case ServerState.Stalled(var plan, _, _, _) -> Optional.of(plan);
            case ServerState.Idle _, ServerState.Preflight _, ServerState.Ready _ ->
                    Optional.empty();
            case ServerState.Suspect _, ServerState.Unresponsive _, ServerState.Stopping _ ->
                    Optional.empty();
            case ServerState.Diagnosing _, ServerState.BackingOff _, ServerState.Failed _ ->
                    Optional.empty();
        };
    }
}
