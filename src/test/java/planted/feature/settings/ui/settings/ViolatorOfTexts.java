package planted.feature.settings.ui.settings;

import planted.feature.settings.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
