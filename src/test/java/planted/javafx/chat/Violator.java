package planted.javafx.chat;

import javafx.scene.paint.Color;

/** A domain room that knows JavaFX. */
public record Violator(Color it) {}
