package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import java.time.InstantSource;

/** What every view is built with. */
public record Toolkit(UiThread ui, Words words, Views views, InstantSource clock) {
    /** The one of the running app. */
    public static Toolkit create(Words words) {
        return new Toolkit(new UiThread(), words, new Views(words), InstantSource.system());
    }
}
