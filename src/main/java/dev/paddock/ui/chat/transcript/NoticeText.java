package dev.paddock.ui.chat.transcript;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.MessageStatus;
import dev.paddock.ui.common.Figures;
import dev.paddock.ui.common.Words;

/** The words for an answer that is not whole: cause, then remedy. */
public final class NoticeText {
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
                            .map(why -> of(why, words))
                            .orElseGet(() -> words.of("chat.interrupted"));
            case STREAMING, COMPLETE -> "";
        };
    }

    /** One failure in words. */
    public static String of(ChatFailure failure, Words words) {
        return switch (failure) {
            case ChatFailure.EngineNotReady _ -> words.of("chat.failure.notReady");
            case ChatFailure.ConnectionLost _ -> words.of("chat.failure.connection");
            case ChatFailure.ContextOverflow(int prompt, int context) ->
                    words.of("chat.failure.context", Figures.count(prompt), Figures.count(context));
            case ChatFailure.Unauthorized _ -> words.of("chat.failure.key");
            case ChatFailure.Rejected(int status, String says) ->
                    words.of("chat.failure.rejected", Integer.toString(status), says);
            case ChatFailure.BrokenStream _ -> words.of("chat.failure.broken");
            case ChatFailure.NotSaved(HistoryException.Kind kind, String detail) ->
                    words.of("chat.failure.notSaved", of(kind, detail, words));
        };
    }

    /** Why the history cannot be read or written. */
    public static String of(HistoryException.Kind kind, String detail, Words words) {
        return switch (kind) {
            case DISK_FULL -> words.of("chat.history.diskFull");
            case READ_ONLY -> words.of("chat.history.readOnly");
            case DAMAGED -> words.of("chat.history.damaged");
            case LOCKED -> words.of("chat.history.locked");
            case TOO_NEW -> words.of("chat.history.tooNew");
            case OTHER -> words.of("chat.history.other", detail);
        };
    }
}
