package dev.paddock.ui.common;

import dev.paddock.ui.chat.Stages;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A window in the app's own style, that shows one thing after the other. */
final class DressedStage {
    final Stage stage;
    private final Theme theme;

    private DressedStage(Stage stage, Theme theme) {
        this.stage = stage;
        this.theme = theme;
    }

    static DressedStage open() {
        Stages.startToolkit();
        return Stages.onFx(() -> new DressedStage(new Stage(), new Theme()));
    }

    /** Lays it out in a scene of its own. */
    void show(Parent root, double zoom) {
        Stages.runOnFx(
                () -> {
                    var scene = new Scene(root, 300, 200);
                    theme.dress(scene);
                    theme.zoom(scene, zoom);
                    stage.setScene(scene);
                    stage.show();
                    root.applyCss();
                    root.layout();
                });
    }

    void close() {
        Stages.runOnFx(
                () -> {
                    stage.close();
                    theme.close();
                });
    }
}
