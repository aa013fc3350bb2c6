package dev.paddock.ui.chat;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.chat.SessionState;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

import java.util.List;
import java.util.Optional;

/**
 * The line below the composer: what Enter does now, or what came in its way. Also read aloud when
 * it changes: the state of the answer belongs here.
 */
final class ComposerHint {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Label label;
    private final Words words;
    private final ConversationViewModel open;
    private final ComposerViewModel composer;
    private boolean hasAnswered;

    /** Why what was pasted or dropped was not taken. */
    private Optional<String> refused = Optional.empty();

    ComposerHint(Label label, Words words, ConversationViewModel open, ComposerViewModel composer) {
        this.label = label;
        this.words = words;
        this.open = open;
        this.composer = composer;
    }

    /** Another conversation is in sight. */
    void turned() {
        hasAnswered = false;
        refused = Optional.empty();
        show();
    }

    void busy(boolean is) {
        hasAnswered |= is;
        show();
    }

    void written() {
        refused = Optional.empty();
        show();
    }

    void refuse(String why) {
        refused = Optional.of(why);
        show();
    }

    void show() {
        label.pseudoClassStateChanged(REFUSED, refused.isPresent());
        label.setText(refused.orElseGet(this::text));
    }

    private String text() {
        if (open.busyProperty().get()) {
            boolean written = !composer.textProperty().get().isBlank();
            return words.of(written ? "chat.composer.next" : "chat.composer.busy");
        }
        if (composer.isWaiting()) {
            return composer.awaited();
        }
        return composer.obstacleProperty()
                .get()
                .orElseGet(
                        () ->
                                words.of(
                                        isUnanswered()
                                                ? "chat.composer.unanswered"
                                                : hasAnswered && isWhole()
                                                        ? "chat.composer.done"
                                                        : "chat.composer.keys"));
    }

    private boolean isUnanswered() {
        return last().filter(message -> message.role() == Role.USER).isPresent();
    }

    /** Of an answer that is not whole its own row says why. */
    private boolean isWhole() {
        return last().filter(message -> message.status() == MessageStatus.COMPLETE).isPresent();
    }

    private Optional<Message> last() {
        return open.stateProperty()
                .get()
                .filter(_ -> open.chosenProperty().get().isEmpty())
                .map(SessionState::messages)
                .filter(messages -> !messages.isEmpty())
                .map(List::getLast);
    }
}
