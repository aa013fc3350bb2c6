package dev.paddock.ui.status;

import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.HealthCheck;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.Figures;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import java.time.Duration;
import java.time.Instant;

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
        Tooltips.put(check, kit.words().of("status.check.tip"));
        var again = WhileShowing.again(node, result.visibleProperty(), this::again);
        kit.watch(engine.checked(), _ -> showAnew(again));
        kit.watch(engine.state(), _ -> showAnew(again));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void check() {
        engine.check();
    }

    /** Its age counts from now on, whenever the one before would have said something else. */
    private void showAnew(Runnable again) {
        show();
        again.run();
    }

    /** When it will say something else. */
    private Duration again() {
        show();
        return Figures.untilOlder(
                engine.checked().value() instanceof HealthCheck.Done(_, var at)
                        ? since(at)
                        : Duration.ZERO);
    }

    private Duration since(Instant at) {
        return Duration.between(at, kit.clock().instant());
    }

    /** That it worked before is no news of an engine that does not answer now. */
    private void show() {
        var now = engine.checked().value();
        boolean mute =
                engine.state().value() instanceof EngineState.Suspect
                        || engine.state().value() instanceof EngineState.Unresponsive;
        if (mute && now instanceof HealthCheck.Done(var came, _) && tone(came) != Severity.BAD) {
            show("", Severity.NEUTRAL);
        } else {
            show(now);
        }
    }

    private void show(HealthCheck now) {
        check.setDisable(now instanceof HealthCheck.Running);
        switch (now) {
            case HealthCheck.None _ -> show("", Severity.NEUTRAL);
            case HealthCheck.Running _ ->
                    show(kit.words().of("status.check.running"), Severity.NEUTRAL);
            case HealthCheck.Done(var came, var at) -> {
                var ago = kit.words().figures().age(since(at));
                show(kit.words().of("status.check.at", results.of(came), ago), tone(came));
            }
        }
    }

    private static Severity tone(HealthCheck.Result came) {
        return switch (came) {
            case HealthCheck.Result.Generated _ -> came.isSlow() ? Severity.WARNING : Severity.GOOD;
            case HealthCheck.Result.AtWork _ -> Severity.GOOD;
            case HealthCheck.Result.Slow _ -> Severity.WARNING;
            case HealthCheck.Result.Refused _, HealthCheck.Result.NoAnswer _ -> Severity.BAD;
        };
    }

    private void show(String text, Severity tone) {
        result.setText(text);
        result.setVisible(!text.isEmpty());
        result.setManaged(!text.isEmpty());
        tone.applyTo(result);
    }
}
