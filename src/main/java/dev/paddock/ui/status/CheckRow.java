package dev.paddock.ui.status;

import dev.paddock.server.EngineCheck;
import dev.paddock.server.EngineControl;
import dev.paddock.ui.common.FailureWords;
import dev.paddock.ui.common.Figures;
import dev.paddock.ui.common.Showing;
import dev.paddock.ui.common.Tips;
import dev.paddock.ui.common.Tone;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import java.time.Duration;

/** Lets the engine prove that it can generate, and says what came of it. */
final class CheckRow {
    private final Toolkit kit;
    private final EngineControl engine;
    private final FailureWords results;
    private final Parent node;

    @FXML private Button check;
    @FXML private Label result;

    CheckRow(Toolkit kit, EngineControl engine) {
        this.kit = kit;
        this.engine = engine;
        results = new FailureWords(kit.words());
        node = kit.views().load("check-row", this);
        Tips.put(check, kit.words().of("status.check.tip"));
        kit.ui().watch(engine.checked(), this::show);
        Showing.eachSecond(node, result.visibleProperty(), () -> show(engine.checked().value()));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void check() {
        engine.check();
    }

    private void show(EngineCheck now) {
        check.setDisable(now instanceof EngineCheck.Running);
        switch (now) {
            case EngineCheck.None _ -> show("", Tone.NEUTRAL);
            case EngineCheck.Running _ ->
                    show(kit.words().of("status.check.running"), Tone.NEUTRAL);
            case EngineCheck.Done(var came, var at) -> {
                var ago = Figures.elapsed(Duration.between(at, kit.clock().instant()));
                show(kit.words().of("status.check.at", results.of(came), ago), tone(came));
            }
        }
    }

    private static Tone tone(EngineCheck.Result came) {
        return switch (came) {
            case EngineCheck.Result.Generated _, EngineCheck.Result.AtWork _ -> Tone.GOOD;
            case EngineCheck.Result.Slow _ -> Tone.WARNING;
            case EngineCheck.Result.Refused _, EngineCheck.Result.NoAnswer _ -> Tone.BAD;
        };
    }

    private void show(String text, Tone tone) {
        result.setText(text);
        result.setVisible(!text.isEmpty());
        result.setManaged(!text.isEmpty());
        tone.applyTo(result);
    }
}
