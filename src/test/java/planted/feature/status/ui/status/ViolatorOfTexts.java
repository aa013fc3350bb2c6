package planted.feature.status.ui.status;

import planted.feature.status.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
