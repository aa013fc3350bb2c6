package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.SessionState;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which conversations hold text that is not on the disk yet, also when another one is open.
 * Used on one thread, that of {@code ui}.
 */
final class UnsavedNotices implements Subscription {
    private final UiExecutor ui;
    private final Words words;
    private final Notices notices;
    private final Map<ConversationId, Subscription> watched = new HashMap<>();
    private final Map<ConversationId, Boolean> restless = new HashMap<>();
    private Optional<ConversationId> open = Optional.empty();

    UnsavedNotices(UiExecutor ui, Words words, Notices notices) {
        this.ui = ui;
        this.words = words;
        this.notices = notices;
    }

    /** Watches it as long as it is the open one, or has an answer or unsaved text. */
    void opened(ChatSession session) {
        var before = open;
        open = Optional.of(session.id());
        if (!watched.containsKey(session.id())) {
            watched.put(session.id(), () -> {});
            watched.put(session.id(), ui.watch(session.state(), this::look));
        }
        before.filter(id -> !open.equals(Optional.of(id)))
                .filter(id -> !restless.getOrDefault(id, false))
                .ifPresent(this::letGo);
    }

    private void look(SessionState now) {
        var id = now.conversation().id();
        restless.put(id, now.busy() || now.unsaved().isPresent());
        now.unsaved()
                .ifPresentOrElse(
                        why ->
                                notices.show(
                                        Notice.lasting(
                                                topic(id),
                                                Severity.BAD,
                                                new ChatFailureWords(words).unsaved(why))),
                        () -> notices.withdraw(topic(id)));
        if (!restless.get(id) && !open.equals(Optional.of(id))) {
            letGo(id);
        }
    }

    private void letGo(ConversationId id) {
        restless.remove(id);
        Optional.ofNullable(watched.remove(id)).ifPresent(Subscription::close);
    }

    @Override
    public void close() {
        List.copyOf(watched.values()).forEach(Subscription::close);
        watched.clear();
    }

    private static String topic(ConversationId id) {
        return "chat.unsaved " + id;
    }
}
