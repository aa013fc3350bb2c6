package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What can be done to the messages of the open conversation, while no answer is on its way. Used on
 * one thread, that of {@code fx}.
 */
final class BranchesViewModel {
    private final ConversationViewModel open;
    private final ComposerViewModel composer;
    private final Executor fx;

    /** The version that was gone to last. */
    private Optional<MessageId> visited = Optional.empty();

    /** Where that led: what comes later voids it. */
    private Optional<MessageId> visitedLeaf = Optional.empty();

    /** Something that ends with a reason why it was not done. */
    private interface Question
            extends Function<ChatSession, CompletableFuture<Optional<ChatFailure>>> {}

    /** Something that fails as the history does. */
    private interface Change extends Function<ChatSession, CompletableFuture<Void>> {}

    BranchesViewModel(ConversationViewModel open, ComposerViewModel composer, Executor fx) {
        this.open = open;
        this.composer = composer;
        this.fx = fx;
    }

    /** Asks for an answer again, as soon as the engine is ready; shows why that cannot be. */
    void retry(MessageId answer) {
        ask(session -> session.regenerate(answer));
    }

    /**
     * Shows another version of a message.
     *
     * @param step 1 for the next newer one, -1 for the next older one
     */
    void showSibling(MessageId message, int step) {
        open.idle()
                .flatMap(session -> sibling(session.state().value().tree(), message, step))
                .ifPresent(
                        next -> change(session -> session.choose(next), it -> visited(it, next)));
    }

    /** As {@link #showSibling(MessageId, int)}, of what has the focus, or of the last fork. */
    void showSibling(Optional<MessageId> focused, int step) {
        open.idle()
                .flatMap(session -> fork(session.state().value().tree(), focused))
                .ifPresent(message -> showSibling(message, step));
    }

    private static Optional<MessageId> sibling(ConversationTree tree, MessageId message, int step) {
        var siblings = tree.siblings(message);
        int place = siblings.indexOf(message) + step;
        return place >= 0 && place < siblings.size()
                ? Optional.of(siblings.get(place))
                : Optional.empty();
    }

    private Optional<MessageId> fork(ConversationTree tree, Optional<MessageId> focused) {
        var forks = tree.forks();
        var last = visited.filter(_ -> tree.leaf().equals(visitedLeaf));
        return focused.filter(forks::containsKey)
                .or(() -> last.filter(forks::containsKey))
                .or(
                        () ->
                                tree.branch().reversed().stream()
                                        .map(Message::id)
                                        .filter(forks::containsKey)
                                        .findFirst());
    }

    private void visited(ChatSession session, MessageId version) {
        visited = Optional.of(version);
        visitedLeaf = session.state().value().tree().leaf();
    }

    private void ask(Question question) {
        open.idle()
                .filter(session -> open.writesTo(session.id()))
                .ifPresent(_ -> composer.whenSettled(() -> askNow(question)));
    }

    private void askNow(Question question) {
        open.idle().ifPresent(session -> askNow(session, question));
    }

    private void askNow(ChatSession session, Question question) {
        composer.refusals().withdraw(session.id());
        question.apply(session)
                .whenComplete(
                        (failure, broken) ->
                                fx.execute(() -> asked(session, question, failure, broken)));
    }

    private void asked(
            ChatSession session,
            Question question,
            @Nullable Optional<ChatFailure> failure,
            @Nullable Throwable broken) {
        composer.refusals().tell(session.id(), failure, broken, () -> ask(question));
    }

    private void change(Change change, Consumer<ChatSession> done) {
        open.idle()
                .ifPresent(
                        session ->
                                change.apply(session)
                                        .whenComplete(
                                                (_, broken) ->
                                                        fx.execute(
                                                                () ->
                                                                        changed(
                                                                                session, change,
                                                                                done, broken))));
    }

    private void changed(
            ChatSession session,
            Change change,
            Consumer<ChatSession> done,
            @Nullable Throwable broken) {
        composer.refusals().tellChange(session.id(), broken, () -> change(change, done));
        if (broken == null) {
            done.accept(session);
        }
    }
}
