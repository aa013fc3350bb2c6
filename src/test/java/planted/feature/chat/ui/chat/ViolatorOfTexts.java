package planted.feature.chat.ui.chat;

import planted.feature.chat.ui.text.Text;

/** A feature that goes past the transcript. */
public record ViolatorOfTexts(Text text) {}
