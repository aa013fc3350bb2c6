package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Drafts;
import dev.paddock.connection.Readiness;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * What is being written, one draft for each conversation. Used on one thread, that of {@code fx}.
 */
final class ComposerViewModel {
    private final ConversationViewModel open;
    private final Executor fx;
    private final Runnable startEngine;
    private final SendProblems refusals;
    private final ReadinessText texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> obstacle =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Drafts drafts;
    private Optional<ChatSession> writingTo = Optional.empty();
    private boolean writingFirst;
    private boolean turning;

    private Readiness readiness = Readiness.STOPPED;

    /** What waited for an engine does not any more, because none comes. */
    private boolean unsent;

    private BeforeStart before = BeforeStart.NOTHING;
    private BooleanSupplier settled = () -> true;
    private Runnable written = () -> {};

    /** What is done as soon as the engine is ready. */
    private final ReadOnlyObjectWrapper<Optional<Runnable>> waiting =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param startEngine asked for when something waits for an engine that is off
     */
    ComposerViewModel(
            ConversationViewModel open,
            Drafts drafts,
            Executor fx,
            Words words,
            Notices notices,
            HistoryNotices problems,
            Runnable startEngine) {
        this.open = open;
        this.drafts = drafts;
        this.fx = fx;
        this.startEngine = startEngine;
        refusals = new SendProblems(words, notices, problems);
        texts = new ReadinessText(words);
        text.subscribe(_ -> keepHere());
        open.sessionProperty().subscribe(this::turnTo);
        open.chosenProperty().subscribe(this::chosen);
        open.emptyProperty().subscribe(_ -> begun());
        text.subscribe(this::written);
    }

    /** Told when a person writes or sends. */
    void onWritten(Runnable listener) {
        written = listener;
    }

    private void written(String now) {
        if (turning || writingTo.isEmpty()) {
            return;
        }
        open.chosenProperty()
                .get()
                .ifPresentOrElse(id -> drafts.put(id, now), () -> drafts.put(writingTo.get(), now));
        written.run();
    }

    /** Asked before a question is sent: whether all values that it goes by are right. */
    void settleFirst(BooleanSupplier ask) {
        settled = ask;
    }

    StringProperty textProperty() {
        return text;
    }

    /** Why no engine would answer; empty when one would. */
    ReadOnlyObjectProperty<Optional<String>> obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether a message waits for the engine; see {@link #keepHere}. */
    boolean isWaiting() {
        return waiting.get().isPresent();
    }

    ReadOnlyObjectProperty<Optional<Runnable>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What a message that waits waits for. */
    String awaited() {
        return texts.awaited(readiness, before);
    }

    void beforeStart(BeforeStart now) {
        before = now;
        look();
    }

    void readiness(Readiness now) {
        boolean over = ReadinessText.isOff(now) && now != readiness;
        readiness = now;
        if (over && isWaiting()) {
            keepHere();
            unsent = true;
        }
        look();
        sendWaiting();
    }

    private void sendWaiting() {
        if (canGo()) {
            var due = waiting.get();
            keepHere();
            due.ifPresent(Runnable::run);
        }
    }

    private boolean canGo() {
        return readiness == Readiness.READY && open.chosenProperty().get().isEmpty();
    }

    /** Nothing waits for the engine any more: what was to be sent stays a draft. */
    void keepHere() {
        waiting.set(Optional.empty());
        unsent = false;
        look();
    }

    private void look() {
        obstacle.set(texts.obstacle(readiness, before, unsent));
    }

    /** Puts the question in place of the draft and sends it as {@link #send} does. */
    void ask(String question) {
        text.set(question);
        send();
    }

    /** Whether {@link #send} would send, now or as soon as there is an engine. */
    boolean canSend() {
        return !open.busyProperty().get()
                && open.sessionProperty().get().isPresent()
                && !text.get().isBlank();
    }

    /**
     * Sends the draft, if there is one, as soon as the engine is ready; not any more once the draft
     * was changed or the engine has failed. One that could not be kept comes back.
     */
    void send() {
        if (canSend()) {
            whenSettled(this::sendNow);
        }
    }

    /** What is written is sent when the answer on its way has ended; whether there is something. */
    boolean queue() {
        var to = open.sessionProperty().get();
        boolean queues = open.busyProperty().get() && to.isPresent() && !text.get().isBlank();
        if (queues) {
            to.get().queue().add(text.get().strip());
            text.set("");
        }
        return queues;
    }

    private void whenReady(Runnable action) {
        if (canGo()) {
            keepHere();
            action.run();
            return;
        }
        unsent = false;
        waiting.set(Optional.of(action));
        if (ReadinessText.isOff(readiness) || readiness == Readiness.STOPPING) {
            startEngine.run();
        }
    }

    private void sendNow() {
        if (!canSend()) {
            return;
        }
        String question = text.get().strip();
        var to = open.sessionProperty().get().orElseThrow();
        text.set("");
        refusals.withdraw(to.id());
        open.send(question)
                .whenComplete(
                        (failure, broken) -> fx.execute(() -> sent(to, question, failure, broken)));
    }

    /** Does what needs an engine once there is one, if all values that it goes by are right. */
    void whenSettled(Runnable action) {
        if (settled.getAsBoolean()) {
            whenReady(action);
        }
    }

    /** Says why something was not sent. */
    SendProblems refusals() {
        return refusals;
    }

    private void sent(
            ChatSession to,
            String question,
            @Nullable Optional<ChatFailure> failure,
            @Nullable Throwable broken) {
        if (!refusals.tell(to.id(), failure, broken, this::send)) {
            return;
        }
        if (open.chosenProperty().get().isEmpty() && writingTo.equals(Optional.of(to))) {
            text.set(before(text.get(), question));
        } else {
            drafts.put(to, before(drafts.of(to), question));
        }
    }

    private static String before(String later, String question) {
        return later.isEmpty() ? question : question + "\n" + later;
    }

    private void turnTo(Optional<ChatSession> next) {
        boolean awaited =
                next.isPresent() && next.map(ChatSession::id).equals(open.chosenProperty().get());
        writingTo = next;
        writingFirst = next.filter(session -> !session.isKept()).isPresent();
        if (!awaited) {
            putDraft();
        }
    }

    /** What is written from the choice on is for that conversation, which may come later. */
    private void chosen(Optional<ConversationId> before, Optional<ConversationId> now) {
        boolean arrived = now.isEmpty() && before.equals(writingTo.map(ChatSession::id));
        if (arrived) {
            sendWaiting();
        } else {
            putDraft();
        }
    }

    private void putDraft() {
        keepHere();
        turning = true;
        text.set(
                open.chosenProperty()
                        .get()
                        .map(drafts::of)
                        .or(() -> writingTo.map(drafts::of))
                        .orElse(""));
        turning = false;
    }

    private void begun() {
        if (writingFirst && writingTo.filter(ChatSession::isKept).isPresent()) {
            writingFirst = false;
            drafts.begun(writingTo.get());
        }
    }
}
