package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.UiExecutor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/**
 * Reads the conversation that a person chose. From the choice on, what is written is meant for that
 * one, though the disk may take its time. Used on one thread, that of {@code fx}.
 */
final class ConversationOpener {
    private static final String PROBLEM = "chat.problem.open";

    private final ChatServices services;
    private final ConversationViewModel open;
    private final UiExecutor fx;
    private final Notices notices;
    private final HistoryNotices problems;
    private int choices;

    ConversationOpener(
            ChatServices services,
            ConversationViewModel open,
            UiExecutor fx,
            Notices notices,
            HistoryNotices problems) {
        this.services = services;
        this.open = open;
        this.fx = fx;
        this.notices = notices;
        this.problems = problems;
    }

    CompletableFuture<?> select(ConversationId id) {
        if (open.writesTo(id)) {
            return CompletableFuture.completedFuture(id);
        }
        int mine = ++choices;
        if (open.sessionProperty().get().map(ChatSession::id).filter(id::equals).isPresent()) {
            open.keepShown();
            return CompletableFuture.completedFuture(id);
        }
        open.choose(id);
        return services.conversations()
                .open(id)
                .whenComplete(
                        (session, failure) -> fx.execute(() -> opened(id, mine, session, failure)));
    }

    /** What was chosen before is not wanted any more, should it still come. */
    void keepShown() {
        choices++;
        open.keepShown();
    }

    private void opened(
            ConversationId id, int choice, ChatSession session, @Nullable Throwable failure) {
        boolean wanted = choice == choices;
        if (failure != null) {
            if (wanted) {
                open.keepShown();
            }
            problems.tell(PROBLEM + " " + id, PROBLEM, failure, () -> select(id));
        } else if (wanted) {
            notices.withdraw(PROBLEM + " " + id);
            open.show(session);
        }
    }
}
