package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageStatus;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

/** The words for an answer that is not whole: cause, then remedy. */
final class NoticeText {
    private NoticeText() {}

    static boolean isFailure(MessageStatus status) {
        return switch (status) {
            case INTERRUPTED, FAILED -> true;
            case STREAMING, COMPLETE, STOPPED, CUT_OFF -> false;
        };
    }

    static String of(Row.Notice notice, Words words) {
        return switch (notice.status()) {
            case STOPPED -> words.of("chat.stopped");
            case CUT_OFF -> words.of("chat.cutOff");
            case INTERRUPTED, FAILED ->
                    notice.failure()
                            .map(new ChatFailureWords(words)::of)
                            .orElseGet(() -> words.of("chat.interrupted"));
            case STREAMING, COMPLETE -> "";
        };
    }
}
