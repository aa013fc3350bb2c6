package dev.paddock.ui.transcript;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import java.util.Optional;

/** The words for an answer that is not whole: cause, then remedy. */
final class NoticeText {
    private NoticeText() {}

    /**
     * Whether it is told here alone. What a person did needs no alarm, and what became of the
     * engine is told above the chat.
     */
    static boolean isAlarming(Outcome outcome) {
        return switch (outcome.status()) {
            case INTERRUPTED, FAILED ->
                    outcome.failure()
                            .map(
                                    why ->
                                            !(why instanceof ChatFailure.ConnectionLost
                                                    || why instanceof ChatFailure.DeviceLost
                                                    || why instanceof ChatFailure.EngineNotReady))
                            .orElse(true);
            case STREAMING, COMPLETE, STOPPED, CUT_OFF -> false;
        };
    }

    static String of(Outcome outcome, Words words) {
        return switch (outcome.status()) {
            case STOPPED -> words.of("chat.stopped");
            case CUT_OFF ->
                    words.of(
                            outcome.reason().equals(Optional.of(FinishReason.CONTEXT_FULL))
                                    ? "chat.contextFull"
                                    : "chat.cutOff");
            case INTERRUPTED, FAILED ->
                    outcome.failure()
                            .map(new ChatFailureWords(words)::of)
                            .orElseGet(() -> words.of("chat.interrupted"));
            case STREAMING, COMPLETE -> "";
        };
    }
}
