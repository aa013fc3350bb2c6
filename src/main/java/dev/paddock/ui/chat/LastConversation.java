package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.signal.Subscription;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.common.UiExecutor;

import java.util.Optional;

/**
 * Opens the conversation that was in sight when the app was closed, unless a person has begun
 * something else before the list was read; keeps which one is in sight. On the thread of {@code
 * ui}.
 */
final class LastConversation implements Subscription {
    private final UiExecutor ui;
    private final ChatServices services;
    private final ConversationListViewModel list;
    private final ConversationViewModel open;
    private final Optional<ChatSession> first;
    private final String firstDraft;
    private final Optional<String> last;
    private final Subscriptions watching = new Subscriptions();
    private boolean looked;

    LastConversation(
            UiExecutor ui,
            ChatServices services,
            ConversationListViewModel list,
            ConversationViewModel open) {
        this.ui = ui;
        this.services = services;
        this.list = list;
        this.open = open;
        first = open.sessionProperty().get();
        last = services.preferences().settings().value().window().open().conversation();
        firstDraft = draft();
        last.ifPresent(_ -> open.pass());
        watching.add(ui.watch(services.conversations().loaded(), this::look));
        var sessions = open.sessionProperty().subscribe(this::keep);
        var messages = open.emptyProperty().subscribe(this::keep);
        watching.add(sessions::unsubscribe);
        watching.add(messages::unsubscribe);
    }

    @Override
    public void close() {
        watching.close();
    }

    private String draft() {
        return first.map(services.conversations().drafts()::of).orElse("");
    }

    private void look(boolean loaded) {
        if (!loaded || looked) {
            return;
        }
        looked = true;
        boolean untouched =
                open.sessionProperty().get().equals(first)
                        && open.emptyProperty().get()
                        && open.chosenProperty().get().isEmpty()
                        && draft().equals(firstDraft);
        if (untouched) {
            services.conversations().list().value().stream()
                    .map(Conversation::id)
                    .filter(id -> last.equals(Optional.of(id.value().toString())))
                    .findFirst()
                    .ifPresentOrElse(this::reopen, this::stay);
        } else {
            stay();
        }
    }

    private void reopen(ConversationId id) {
        list.select(id).whenComplete((_, _) -> ui.execute(this::stayUnlessReplaced));
    }

    private void stayUnlessReplaced() {
        if (open.sessionProperty().get().equals(first)) {
            open.stay();
        }
    }

    private void stay() {
        open.stay();
        keep();
    }

    /** Before the list was read, the last one is still to be opened. */
    private void keep() {
        if (!looked) {
            return;
        }
        var shown =
                open.sessionProperty()
                        .get()
                        .filter(_ -> !open.emptyProperty().get())
                        .map(session -> session.id().value().toString());
        services.preferences()
                .change(
                        settings ->
                                settings.withWindow(
                                        settings.window()
                                                .withOpen(now -> now.withConversation(shown))));
    }
}
