package dev.paddock.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the answers of all conversations while they arrive. Safe from any thread. */
final class AnswerCounter {
    private final Map<ConversationId, LiveAnswer> underWay = new HashMap<>();
    private final Set<ConversationId> sending = new HashSet<>();
    private long endedTokens;
    private long leftWaiting;

    /** Told every state of every session, in any order of the sessions. */
    synchronized void put(SessionState state) {
        var id = state.conversation().id();
        if (state.busy() && state.live().isEmpty()) {
            sending.add(id);
        } else {
            sending.remove(id);
        }
        var before = Optional.ofNullable(underWay.get(id));
        if (before.equals(state.live())) {
            return;
        }
        before.ifPresent(this::ended);
        underWay.remove(id);
        state.live().ifPresent(answer -> underWay.put(id, answer));
    }

    /** Its states are not told any more. */
    synchronized void remove(ConversationId id) {
        sending.remove(id);
        Optional.ofNullable(underWay.remove(id)).ifPresent(this::ended);
    }

    synchronized AnswerCounts counts() {
        long tokens = 0;
        double speed = 0;
        int waiting = 0;
        for (var answer : underWay.values()) {
            var figures = answer.statistics();
            tokens += tokens(figures);
            speed += answer.tokensPerSecond();
            waiting += figures.isEmpty() ? 1 : 0;
        }
        return new AnswerCounts(
                endedTokens + tokens,
                tokens,
                speed,
                underWay.size() - waiting,
                waiting,
                sending.size(),
                leftWaiting);
    }

    private void ended(LiveAnswer answer) {
        var figures = answer.statistics();
        endedTokens += tokens(figures);
        leftWaiting += figures.isEmpty() ? 1 : 0;
    }

    private static int tokens(Optional<AnswerStatistics> figures) {
        return figures.map(AnswerStatistics::completionTokens).orElse(0);
    }
}
