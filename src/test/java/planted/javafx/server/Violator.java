package planted.javafx.server;

import javafx.scene.paint.Color;

/** A domain room that knows JavaFX. */
public record Violator(Color color) {}
