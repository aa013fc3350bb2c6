package dev.paddock.ui.common;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.words.Words;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What every view is built with. It holds what the views watch: a view lives as long as the toolkit
 * it was given, and whoever made that one closes it. The window closes its own with itself.
 */
public record Toolkit(
        UiThread ui,
        Words words,
        Views views,
        InstantSource clock,
        Notices notices,
        Subscriptions subscriptions)
        implements Subscription {
    public Toolkit(UiThread ui, Words words, Views views, InstantSource clock) {
        this(ui, words, views, clock, new Notices(), new Subscriptions());
    }

    /** The one of the running app. */
    public static Toolkit create(Words words) {
        return new Toolkit(new UiThread(), words, new Views(words), InstantSource.system());
    }

    /** See {@link UiExecutor#watch}; until this is closed. */
    public <T> void watch(Observable<T> source, Consumer<? super T> listener) {
        own(ui.watch(source, listener));
    }

    /** Closes {@code part}, as a view model, with this. */
    public void own(Subscription part) {
        subscriptions.add(part);
    }

    /** For a part that goes earlier than the rest: to be closed with it, and at last with this. */
    public Toolkit part() {
        var part = new Toolkit(ui, words, views, clock, notices, new Subscriptions());
        own(part);
        return part;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
