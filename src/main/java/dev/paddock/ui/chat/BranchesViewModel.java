package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.ui.words.Words;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The versions of the messages of the open conversation, and what makes others. Used on one thread,
 * that of {@code fx}.
 */
final class BranchesViewModel {
    private final ConversationViewModel open;
    private final ComposerViewModel composer;
    private final Conversations conversations;
    private final Executor fx;
    private final Words words;

    /** The version that was gone to last. */
    private Optional<MessageId> visited = Optional.empty();

    /** Where that led: what comes later voids it. */
    private Optional<MessageId> visitedLeaf = Optional.empty();

    /** Something that ends with a reason why it was not done. */
    interface Question extends Function<ChatSession, CompletableFuture<Optional<ChatFailure>>> {}

    /** Something that fails as the history does. */
    interface Change extends Function<ChatSession, CompletableFuture<Void>> {}

    BranchesViewModel(
            ConversationViewModel open,
            ComposerViewModel composer,
            Conversations conversations,
            Executor fx,
            Words words) {
        this.open = open;
        this.composer = composer;
        this.conversations = conversations;
        this.fx = fx;
        this.words = words;
    }

    /** Asks for an answer again, as soon as the engine is ready; shows why that cannot be. */
    void retry(MessageId answer) {
        ask(session -> session.regenerate(answer), _ -> {});
    }

    /** Asks a question that has no answer, as it is, as soon as the engine is ready. */
    void askAsItIs(MessageId question) {
        ask(session -> session.ask(question), _ -> {});
    }

    /** The open conversation; says so while an answer is on its way, before which nothing can. */
    Optional<ChatSession> idleOrTold() {
        var idle = open.idle();
        if (idle.isEmpty() && open.busyProperty().get()) {
            composer.refusals().tellBusy();
        }
        return idle;
    }

    /** Has the last answer go on where it broke off, as soon as the engine is ready. */
    void continueAnswer(MessageId answer) {
        ask(session -> session.continueAnswer(answer), _ -> {});
    }

    /** Copies the conversation up to a message into a new one, and opens that. */
    void branch(MessageId message) {
        open.sessionProperty().get().ifPresent(from -> branch(from, message));
    }

    private void branch(ChatSession from, MessageId message) {
        var title = words.of("chat.branch.title", from.state().value().conversation().title());
        change(
                from,
                _ ->
                        conversations
                                .branch(from.id(), message, title)
                                .thenAccept(copy -> fx.execute(() -> open.show(copy))),
                _ -> {});
    }

    /**
     * Shows another version of a message, unless an answer is on its way.
     *
     * @param step 1 for the next newer one, -1 for the next older one
     */
    void showSibling(MessageId message, int step) {
        idleOrTold()
                .flatMap(session -> sibling(session.state().value().tree(), message, step))
                .ifPresent(
                        next -> change(session -> session.choose(next), it -> visited(it, next)));
    }

    /** As {@link #showSibling(MessageId, int)}, of what has the focus, or of the last fork. */
    void showSibling(Optional<MessageId> focused, int step) {
        idleOrTold()
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

    /**
     * Asks something of the engine, as soon as it is ready.
     *
     * @param done called when it is on its way
     */
    void ask(Question question, Consumer<ChatSession> done) {
        open.idle()
                .filter(session -> open.writesTo(session.id()))
                .ifPresent(_ -> composer.whenSettled(() -> askNow(question, done)));
    }

    private void askNow(Question question, Consumer<ChatSession> done) {
        open.idle().ifPresent(session -> askNow(session, question, done));
    }

    private void askNow(ChatSession session, Question question, Consumer<ChatSession> done) {
        var refusals = composer.refusals();
        Runnable again = () -> ask(question, done);
        refusals.withdraw(session.id());
        question.apply(session)
                .whenComplete(
                        (failure, broken) ->
                                fx.execute(
                                        () -> {
                                            if (!refusals.tell(
                                                    session.id(), failure, broken, again)) {
                                                done.accept(session);
                                            }
                                        }));
    }

    /**
     * Changes the open conversation, unless an answer is on its way.
     *
     * @param done called when it is changed
     */
    void change(Change change, Consumer<ChatSession> done) {
        open.idle().ifPresent(session -> change(session, change, done));
    }

    /** Changes a conversation, or says why that cannot be. */
    void change(ChatSession session, Change change, Consumer<ChatSession> done) {
        Runnable again = () -> change(session, change, done);
        change.apply(session)
                .whenComplete(
                        (_, broken) ->
                                fx.execute(
                                        () -> {
                                            tellChange(session, broken, again);
                                            if (broken == null) {
                                                done.accept(session);
                                            }
                                        }));
    }

    /** Says what came in the way of a change; {@code broken} is null when nothing did. */
    void tellChange(ChatSession session, @Nullable Throwable broken, Runnable again) {
        composer.refusals().tellChange(session.id(), broken, again);
    }
}
