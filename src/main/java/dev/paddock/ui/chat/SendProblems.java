package dev.paddock.ui.chat;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ConversationId;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Says why a message was not sent, one notice for each conversation, or an answer not shown. */
final class SendProblems {
    private final Words words;
    private final Notices notices;
    private final HistoryNotices history;
    private final ChatFailureWords sentences;

    SendProblems(Words words, Notices notices, HistoryNotices history) {
        this.words = words;
        this.notices = notices;
        this.history = history;
        sentences = new ChatFailureWords(words);
    }

    /** A message cannot be changed now, but soon. */
    void tellBusy() {
        notices.show(Notice.passing("chat.busy", Severity.NEUTRAL, words.of("chat.busy")));
    }

    /** It is tried again. */
    void withdraw(ConversationId about) {
        notices.withdraw(topic(about));
    }

    /** Says what came in the way, and whether anything did. */
    boolean tell(
            ConversationId about,
            @Nullable Optional<ChatFailure> failure,
            @Nullable Throwable broken,
            Runnable again) {
        if (broken != null) {
            history.tell(topic(about), "chat.problem.send", broken, again);
            return true;
        }
        var why = Optional.ofNullable(failure).flatMap(found -> found);
        why.ifPresent(found -> tell(about, found, again));
        return why.isPresent();
    }

    private void tell(ConversationId about, ChatFailure found, Runnable again) {
        if (found instanceof ChatFailure.NotSaved(var why)) {
            history.tell(topic(about), sentences.of(found), why, again);
        } else if (!(found instanceof ChatFailure.EngineNotReady)) {
            // That one is said below the composer and, with its cause, by a banner.
            notices.show(Notice.lasting(topic(about), Severity.BAD, sentences.of(found)));
        }
    }

    /** Of a change of what is shown; {@code broken} is null when there was no problem. */
    void tellChange(ConversationId about, @Nullable Throwable broken, Runnable again) {
        String key = "chat.problem.change";
        notices.withdraw(key + " " + about);
        if (broken != null) {
            history.tell(key + " " + about, key, broken, again);
        }
    }

    private static String topic(ConversationId of) {
        return "chat.send " + of;
    }
}
