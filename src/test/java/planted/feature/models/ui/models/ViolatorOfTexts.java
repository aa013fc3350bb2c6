package planted.feature.models.ui.models;

import planted.feature.models.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
