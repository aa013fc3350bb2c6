package dev.paddock.app;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.desktop.Notifications;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Toolkit;

import javafx.stage.Window;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells a person who has gone to another window when an answer that took long has ended. Tells no
 * word of it: others may see the screen. For the FX thread.
 */
final class AnswerNotifications {
    /** Who waits less does not go away. */
    static final Duration LONG = Duration.ofSeconds(10);

    private final Observable<List<Conversation>> conversations;
    private final BooleanSupplier wanted;
    private final Consumer<String> note;
    private final InstantSource clock;
    private final Map<ConversationId, Instant> begun = new HashMap<>();

    /**
     * @param wanted whether the person is to be told now
     * @param note takes the title of the conversation
     */
    AnswerNotifications(
            Observable<List<Conversation>> conversations,
            BooleanSupplier wanted,
            Consumer<String> note,
            InstantSource clock) {
        this.conversations = conversations;
        this.wanted = wanted;
        this.note = note;
        this.clock = clock;
    }

    /** Tells it by the system's own notes, unless the settings say no. */
    static void begin(Toolkit kit, Wiring wiring, Window window) {
        var notes = Notifications.ofSystem();
        var text = kit.words().of("notify.ended");
        var preferences = wiring.preferences().settings();
        var telling =
                new AnswerNotifications(
                        wiring.conversations().list(),
                        () -> !window.isFocused() && preferences.value().presentation().notifies(),
                        title -> wiring.background().execute(() -> notes.show(title, text)),
                        kit.clock());
        kit.watch(wiring.conversations().answering(), telling::follow);
    }

    /** To be told which conversations are being answered, whenever that changes. */
    void follow(Set<ConversationId> answering) {
        var now = clock.instant();
        for (var one : Map.copyOf(begun).entrySet()) {
            if (!answering.contains(one.getKey())) {
                begun.remove(one.getKey());
                if (!now.isBefore(one.getValue().plus(LONG))) {
                    ended(one.getKey());
                }
            }
        }
        answering.forEach(id -> begun.putIfAbsent(id, now));
    }

    private void ended(ConversationId id) {
        if (wanted.getAsBoolean()) {
            conversations.value().stream()
                    .filter(one -> one.id().equals(id))
                    .map(Conversation::title)
                    .findFirst()
                    .ifPresent(note);
        }
    }
}
