package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOutline;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Shows the outline of the open conversation above the window. For the FX thread. */
final class Outline {
    private final ConversationViewModel open;
    private final BranchesViewModel branches;
    private final Words words;
    private final Executor fx;
    private final Consumer<MessageId> reveal;
    private Consumer<Parent> show = _ -> {};
    private Runnable hide = () -> {};

    /**
     * @param reveal brings a message of the branch that is shown into sight
     */
    Outline(
            ConversationViewModel open,
            BranchesViewModel branches,
            Words words,
            Executor fx,
            Consumer<MessageId> reveal) {
        this.open = open;
        this.branches = branches;
        this.words = words;
        this.fx = fx;
        this.reveal = reveal;
    }

    /** Where cards are shown. */
    void showIn(Consumer<Parent> place, Runnable away) {
        show = place;
        hide = away;
    }

    /** An empty conversation has none. */
    void open() {
        open.sessionProperty()
                .get()
                .filter(session -> !session.state().value().messages().isEmpty())
                .ifPresent(this::open);
    }

    private void open(ChatSession session) {
        session.outline()
                .whenComplete((lines, broken) -> fx.execute(() -> show(session, lines, broken)));
    }

    private void show(
            ChatSession session,
            @Nullable List<MessageOutline.Line> lines,
            @Nullable Throwable broken) {
        branches.tellChange(session, broken, () -> open(session));
        if (lines != null) {
            show.accept(new OutlineCard(words, lines, id -> go(session, id), hide).node());
        }
    }

    private void go(ChatSession session, MessageId message) {
        hide.run();
        boolean here =
                session.state().value().messages().stream()
                        .anyMatch(one -> one.id().equals(message));
        if (here) {
            reveal.accept(message);
        } else {
            branches.change(it -> it.choose(message), _ -> reveal.accept(message));
        }
    }
}
