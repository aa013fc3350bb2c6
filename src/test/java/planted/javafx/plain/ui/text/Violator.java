package planted.javafx.plain.ui.text;

import javafx.scene.paint.Color;

/** Texts that know how they look. */
public record Violator(Color it) {}
