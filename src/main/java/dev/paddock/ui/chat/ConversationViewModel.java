package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.LiveAnswer;
import dev.paddock.chat.Message;
import dev.paddock.chat.SessionState;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.transcript.Transcript;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The conversation in sight: its session, and its transcript kept up to date at most once a frame.
 * Used on one thread, that of {@code fx}.
 */
final class ConversationViewModel implements Subscription {
    /** Of a long conversation the newest so many messages are shown first. */
    private static final int NEWEST = 30;

    private final UiExecutor fx;
    private final Executor background;
    private final Transcript transcript = new Transcript();
    private final Runnable frame;
    private final ReadOnlyObjectWrapper<Optional<ChatSession>> session =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper greets = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper opens = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ConversationId>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ChatSession> passing = Optional.empty();
    private Subscription states = () -> {};
    private Subscription tokens = () -> {};
    private Optional<LiveAnswer> live = Optional.empty();
    private String content = "";
    private String reasoning = "";
    private Runnable endByHand = () -> {};
    private boolean ready;
    private int skipped;

    ConversationViewModel(UiExecutor fx, Executor background, Frames frames) {
        this.fx = fx;
        this.background = background;
        this.frame = frames.gathered(this::grow);
    }

    Transcript transcript() {
        return transcript;
    }

    ReadOnlyObjectProperty<Optional<ChatSession>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** Its newest state; empty while none is open. */
    ReadOnlyObjectProperty<Optional<SessionState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether an answer is on its way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether it has no messages. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** The one that takes the place of {@link #sessionProperty} as soon as it is read. */
    ReadOnlyObjectProperty<Optional<ConversationId>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether what is written is for this one. */
    boolean writesTo(ConversationId id) {
        return chosen.get()
                .or(() -> session.get().map(ChatSession::id))
                .filter(id::equals)
                .isPresent();
    }

    /** Whether another one than what is in sight is being read. */
    ReadOnlyBooleanProperty opensProperty() {
        return opens.getReadOnlyProperty();
    }

    /** Whether it has no messages, and stays in sight. */
    ReadOnlyBooleanProperty greetsProperty() {
        return greets.getReadOnlyProperty();
    }

    /** A person wants this one; {@link #show} or {@link #keepShown} follows. */
    void choose(ConversationId id) {
        chosen.set(Optional.of(id));
        showStage();
    }

    /** What is in sight stays. */
    void keepShown() {
        chosen.set(Optional.empty());
        showStage();
    }

    /** Another one will be shown in place of this one, or {@link #stay} is called. */
    void pass() {
        passing = session.get();
        showStage();
    }

    void stay() {
        passing = Optional.empty();
        showStage();
    }

    private void showStage() {
        boolean passes = passing.isPresent() && passing.equals(session.get());
        boolean reads = session.get().isPresent() && !ready;
        opens.set(chosen.get().isPresent() || passes || reads);
        greets.set(empty.get() && !opens.get());
        busy.set(chosen.get().isEmpty() && state.get().filter(SessionState::busy).isPresent());
    }

    /** Shows another conversation. The old one stays in sight until the new one can be shown. */
    void show(ChatSession next) {
        if (session.get().filter(now -> now == next).isPresent()) {
            keepShown();
            return;
        }
        states.close();
        listenTo(Optional.empty());
        ready = false;
        session.set(Optional.of(next));
        states =
                fx.watch(
                        next.state(),
                        changed -> {
                            if (isShown(next)) {
                                changed(next, changed);
                            }
                        });
        keepShown();
    }

    /** See {@link ChatSession#send}. */
    CompletableFuture<Optional<ChatFailure>> send(String text) {
        return session.get().orElseThrow().send(text);
    }

    /** Its session, unless an answer is on its way. */
    Optional<ChatSession> idle() {
        return session.get().filter(_ -> !busy.get());
    }

    /** Ends the answer on its way, if there is one. */
    void stop() {
        if (chosen.get().isEmpty()) {
            if (busy.get()) {
                endedByHand();
            }
            session.get().ifPresent(ChatSession::stop);
        }
    }

    /** Told before a person ends an answer, here or in another conversation. */
    void onEndByHand(Runnable listener) {
        endByHand = listener;
    }

    void endedByHand() {
        endByHand.run();
    }

    /** Shows nothing new any more; the conversation itself goes on. */
    @Override
    public void close() {
        states.close();
        tokens.close();
    }

    private boolean isShown(ChatSession one) {
        return session.get().filter(now -> now == one).isPresent();
    }

    private void changed(ChatSession from, SessionState next) {
        boolean first = state.get().filter(old -> isSame(old, next)).isEmpty();
        state.set(Optional.of(next));
        showStage();
        if (first && next.messages().size() > 1) {
            read(from, next.messages());
        } else if (first) {
            skipped = 0;
            transcript.show(new Transcript.Prepared(next.messages()));
            ready = true;
        }
        if (ready) {
            update(next);
        }
    }

    private static boolean isSame(SessionState old, SessionState next) {
        return old.conversation().id().equals(next.conversation().id());
    }

    private void update(SessionState now) {
        empty.set(now.messages().isEmpty());
        showStage();
        transcript.update(now.messages().subList(skipped, now.messages().size()));
        transcript.forks(now.tree().forks());
        if (!now.live().equals(live)) {
            listenTo(now.live());
        }
    }

    /** Reads the newest messages, then the others, away from the FX thread. */
    private void read(ChatSession from, List<Message> messages) {
        int split = Math.max(0, messages.size() - NEWEST);
        background.execute(
                () -> {
                    var newest = new Transcript.Prepared(messages.subList(split, messages.size()));
                    fx.execute(() -> showNewest(from, newest, split));
                    if (split > 0) {
                        var older = new Transcript.Prepared(messages.subList(0, split));
                        fx.execute(() -> showOlder(from, older));
                    }
                });
    }

    private void showNewest(ChatSession from, Transcript.Prepared newest, int split) {
        if (isShown(from)) {
            skipped = split;
            transcript.show(newest);
            ready = true;
            state.get().ifPresent(this::update);
        }
    }

    private void showOlder(ChatSession from, Transcript.Prepared older) {
        if (isShown(from) && ready) {
            skipped = 0;
            transcript.prepend(older);
            state.get().ifPresent(now -> transcript.forks(now.tree().forks()));
        }
    }

    private void listenTo(Optional<LiveAnswer> next) {
        tokens.close();
        tokens = () -> {};
        live = next;
        content = "";
        reasoning = "";
        next.ifPresent(
                answer -> {
                    tokens = answer.onChange(frame);
                    frame.run();
                });
    }

    private void grow() {
        live.ifPresent(
                answer -> {
                    content += answer.content().from(content.length());
                    reasoning += answer.reasoning().from(reasoning.length());
                    transcript.grow(content, reasoning, answer.waiting());
                });
    }
}
