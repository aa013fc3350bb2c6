package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.MessageId;
import dev.paddock.connection.Readiness;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What is being written, one draft for each conversation. Used on one thread, that of {@code fx}.
 */
final class ComposerViewModel {
    private final ConversationViewModel open;
    private final Executor fx;
    private final Words words;
    private final Notices notices;
    private final HistoryNotices problems;
    private final ChatFailureWords sentences;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> obstacle =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<ConversationId, String> drafts = new HashMap<>();
    private Optional<ConversationId> writingTo = Optional.empty();
    private boolean startable = true;
    private boolean sendsWhenReady;

    ComposerViewModel(
            ConversationViewModel open,
            Executor fx,
            Words words,
            Notices notices,
            HistoryNotices problems) {
        this.open = open;
        this.fx = fx;
        this.words = words;
        this.notices = notices;
        this.problems = problems;
        sentences = new ChatFailureWords(words);
        text.subscribe(_ -> sendsWhenReady = false);
        open.sessionProperty().subscribe(session -> turnTo(session.map(ChatSession::id)));
    }

    StringProperty textProperty() {
        return text;
    }

    /** Why no engine would answer; empty when one would. */
    ReadOnlyObjectProperty<Optional<String>> obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    void readiness(Readiness now) {
        startable = now == Readiness.STOPPED || now == Readiness.FAILED;
        sendsWhenReady &= now != Readiness.FAILED;
        obstacle.set(obstacle(now));
        if (sendsWhenReady) {
            send();
        }
    }

    /**
     * Puts the question in place of the draft and sends it, now or when the engine is ready; not
     * any more once the draft was changed or the engine has failed.
     *
     * @param start called when the engine is off
     */
    void ask(String question, Runnable start) {
        text.set(question);
        if (canSend()) {
            send();
        } else {
            sendsWhenReady = true;
            if (startable) {
                start.run();
            }
        }
    }

    /** Whether {@link #send} would send. */
    boolean canSend() {
        return obstacle.get().isEmpty()
                && !open.busyProperty().get()
                && open.sessionProperty().get().isPresent()
                && !text.get().isBlank();
    }

    /** Sends the draft, if that is possible now; one that could not be kept comes back. */
    void send() {
        if (!canSend()) {
            return;
        }
        String question = text.get().strip();
        var to = open.sessionProperty().get().orElseThrow().id();
        text.set("");
        notices.withdraw(topic(to));
        open.send(question)
                .whenComplete(
                        (failure, broken) -> fx.execute(() -> sent(to, question, failure, broken)));
    }

    /** Asks for an answer again; shows why that cannot be. */
    void retry(MessageId answer) {
        var id = open.sessionProperty().get().map(ChatSession::id);
        if (id.isEmpty()) {
            return;
        }
        if (obstacle.get().isPresent()) {
            tell(id.get(), obstacle.get().get());
            return;
        }
        notices.withdraw(topic(id.get()));
        open.retry(answer)
                .whenComplete(
                        (failure, broken) ->
                                fx.execute(
                                        () ->
                                                tell(
                                                        id.get(),
                                                        failure,
                                                        broken,
                                                        () -> retry(answer))));
    }

    /** Says what came in the way, and whether anything did. */
    private boolean tell(
            ConversationId about,
            @Nullable Optional<ChatFailure> failure,
            @Nullable Throwable broken,
            Runnable again) {
        if (broken != null) {
            problems.tell(topic(about), "chat.problem.send", broken, again);
            return true;
        }
        var why = Optional.ofNullable(failure).flatMap(found -> found);
        why.ifPresent(
                found -> {
                    if (found instanceof ChatFailure.NotSaved(var history)) {
                        problems.tell(topic(about), sentences.of(found), history, again);
                    } else {
                        tell(about, sentences.of(found));
                    }
                });
        return why.isPresent();
    }

    private void tell(ConversationId about, String why) {
        notices.show(Notice.lasting(topic(about), Severity.BAD, why));
    }

    private static String topic(ConversationId of) {
        return "chat.send " + of;
    }

    private void sent(
            ConversationId to,
            String question,
            @Nullable Optional<ChatFailure> failure,
            @Nullable Throwable broken) {
        if (!tell(to, failure, broken, this::send)) {
            return;
        }
        if (writingTo.filter(to::equals).isPresent()) {
            text.set(text.get().isEmpty() ? question : question + "\n" + text.get());
        } else {
            drafts.merge(to, question, (later, first) -> first + "\n" + later);
        }
    }

    /** A short sentence; empty when a server would answer. */
    private Optional<String> obstacle(Readiness now) {
        return switch (now) {
            case READY -> Optional.empty();
            case STOPPED -> Optional.of(words.of("chat.blocked.stopped"));
            case STARTING -> Optional.of(words.of("chat.blocked.starting"));
            case LOADING -> Optional.of(words.of("chat.blocked.loading"));
            case STOPPING -> Optional.of(words.of("chat.blocked.stopping"));
            case ENDED, FAILED -> Optional.of(words.of("chat.blocked.failed"));
        };
    }

    private void turnTo(Optional<ConversationId> next) {
        writingTo.ifPresent(
                old -> {
                    if (text.get().isEmpty()) {
                        drafts.remove(old);
                    } else {
                        drafts.put(old, text.get());
                    }
                });
        writingTo = next;
        sendsWhenReady = false;
        text.set(next.map(id -> drafts.getOrDefault(id, "")).orElse(""));
    }
}
