package planted.feature.shell.ui.shell;

import planted.feature.shell.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
