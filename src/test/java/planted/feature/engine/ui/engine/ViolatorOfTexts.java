package planted.feature.engine.ui.engine;

import planted.feature.engine.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
