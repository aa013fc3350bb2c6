package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.QueuedMessage;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits to be sent in the open conversation. Used on one thread, that of {@code fx}. */
final class QueueViewModel implements Subscription {
    private final ConversationViewModel open;
    private final ComposerViewModel composer;
    private final UiExecutor fx;
    private final Words words;
    private final Notices notices;
    private final ObservableList<QueuedMessage> waiting = FXCollections.observableArrayList();

    /** What was made of messages that wait and not saved. */
    private final Map<Place, String> unsaved = new HashMap<>();

    private Optional<ChatSession> session = Optional.empty();
    private Subscription watching = () -> {};

    private record Place(ConversationId conversation, QueuedMessage message) {}

    QueueViewModel(
            ConversationViewModel open,
            ComposerViewModel composer,
            UiExecutor fx,
            Words words,
            Notices notices) {
        this.open = open;
        this.composer = composer;
        this.fx = fx;
        this.words = words;
        this.notices = notices;
        open.sessionProperty().subscribe(this::turnTo);
    }

    private void turnTo(Optional<ChatSession> next) {
        watching.close();
        watching = () -> {};
        session = next;
        waiting.clear();
        next.ifPresent(now -> watching = fx.watch(now.queue().all(), all -> show(now, all)));
    }

    private void show(ChatSession of, List<QueuedMessage> all) {
        if (session.equals(Optional.of(of)) && !waiting.equals(all)) {
            waiting.setAll(all);
        }
    }

    /** The next first. */
    ObservableList<QueuedMessage> waiting() {
        return waiting;
    }

    /** Whether an answer is on its way, after which they are sent. */
    ReadOnlyBooleanProperty busyProperty() {
        return open.busyProperty();
    }

    /** Sends it as soon as the engine is ready; an answer on its way is stopped for it. */
    void sendNow(QueuedMessage message) {
        open.endedByHand();
        session.ifPresent(now -> composer.whenSettled(() -> now.sendNow(message)));
    }

    /** What a person had made of it before, or what it says. */
    String draft(QueuedMessage message) {
        return place(message).map(unsaved::get).orElse(message.text());
    }

    /** Keeps what a person makes of it for as long as the app runs. */
    void keepDraft(QueuedMessage message, String text) {
        place(message).ifPresent(at -> unsaved.put(at, text));
    }

    private Optional<Place> place(QueuedMessage message) {
        return session.map(now -> new Place(now.id(), message));
    }

    /** Says something else in its place; a blank text changes nothing. */
    void replace(QueuedMessage message, String text) {
        place(message).ifPresent(unsaved::remove);
        if (!text.isBlank()) {
            session.ifPresent(now -> now.queue().replace(message, text.strip()));
        }
    }

    /** A notice offers to take that back. */
    void remove(QueuedMessage message) {
        session.ifPresent(now -> remove(now, message));
    }

    private void remove(ChatSession from, QueuedMessage message) {
        from.queue().remove(message);
        var undo =
                new Notice.Action(
                        words.of("chat.list.undo"), () -> from.queue().add(message.text()));
        notices.show(
                new Notice(
                        "chat.unqueued " + from.id() + " " + message.number(),
                        Severity.NEUTRAL,
                        words.of("chat.queue.removed"),
                        List.of(undo),
                        Optional.of(ConversationListViewModel.UNDO)));
    }

    @Override
    public void close() {
        watching.close();
    }
}
