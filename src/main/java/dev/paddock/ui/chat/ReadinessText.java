package dev.paddock.ui.chat;

import dev.paddock.connection.Readiness;
import dev.paddock.ui.words.Words;

import java.util.Optional;

/** What keeps a message from being sent now, in a short sentence for below the composer. */
final class ReadinessText {
    private final Words words;

    ReadinessText(Words words) {
        this.words = words;
    }

    static boolean isOff(Readiness now) {
        return now == Readiness.STOPPED || now == Readiness.FAILED;
    }

    /** Of a message that waits: for what. With an engine that is ready, for its conversation. */
    String awaited(Readiness now, BeforeStart before) {
        if (now == Readiness.READY) {
            return words.of("chat.composer.opening");
        }
        return words.of(isOff(now) ? "chat.waiting." + before : "chat.composer.waiting");
    }

    /**
     * Empty when a server would answer.
     *
     * @param unsent whether a message waited for an engine that does not come any more
     */
    Optional<String> obstacle(Readiness now, BeforeStart before, boolean unsent) {
        var text = obstacle(now, before);
        return unsent && isOff(now) ? text.map(why -> words.of("chat.unsent", why)) : text;
    }

    private Optional<String> obstacle(Readiness now, BeforeStart before) {
        if (isOff(now) && before != BeforeStart.NOTHING) {
            return Optional.of(words.of("chat.blocked." + before));
        }
        return switch (now) {
            case READY -> Optional.empty();
            case STOPPED -> Optional.of(words.of("chat.blocked.stopped"));
            case STARTING -> Optional.of(words.of("chat.blocked.starting"));
            case LOADING -> Optional.of(words.of("chat.blocked.loading"));
            case STOPPING -> Optional.of(words.of("chat.blocked.stopping"));
            case ENDED, FAILED -> Optional.of(words.of("chat.blocked.failed"));
        };
    }
}
