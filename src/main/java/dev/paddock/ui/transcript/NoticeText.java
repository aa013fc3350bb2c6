package dev.paddock.ui.transcript;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import java.util.Optional;

/** The words for an answer that is not whole: cause, then remedy. */
final class NoticeText {
    private static final ChatFailure OWN_DOING =
            new ChatFailure.ConnectionLost(ChatFailure.Loss.ENGINE_STOPPED);

    private NoticeText() {}

    /** Not what the person did. */
    static boolean isFailure(Outcome outcome) {
        return switch (outcome.status()) {
            case INTERRUPTED, FAILED -> !outcome.failure().equals(Optional.of(OWN_DOING));
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
