package dev.paddock.ui.transcript;

import org.junit.jupiter.api.AutoClose;

/**
 * A transcript in a window of its own, for each test or, one after the other, for all of a class.
 */
abstract class TranscriptOnScreen {
    @AutoClose final ShownTranscript shown = ShownTranscript.open();
    final ShownFormulas on = new ShownFormulas(shown);
}
