package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.text.Split;
import dev.paddock.ui.text.ThinkTags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one message: reasoning, then the text, then its end. Not safe for several threads.
 */
final class MessageRows {
    private Message message;
    private boolean open;
    private boolean details;
    private boolean last;
    private AnswerWait wait = AnswerWait.UNTOLD;
    private Optional<Fork> fork = Optional.empty();
    private boolean grows;
    private Optional<MessageDraft> draft = Optional.empty();
    private ThinkTags.Parts parts = new ThinkTags.Parts("", "");
    private final TextRows answer;
    private final TextRows reasoning;
    private final List<Row> rows = new ArrayList<>();
    private int head;
    private int body;

    /** Rows {@code from} on gave way to {@code added} new ones. */
    record Change(int from, int removed, int added) {}

    private MessageRows(Message message, boolean last) {
        this.message = message;
        this.last = last;
        answer = new TextRows(message.id(), Indent.NONE);
        reasoning = new TextRows(message.id(), Indent.OF_REASONING);
    }

    static MessageRows of(Message message, boolean last) {
        var section = new MessageRows(message, last);
        section.grows = message.status() == MessageStatus.STREAMING;
        section.read();
        return section;
    }

    Message message() {
        return message;
    }

    List<Row> rows() {
        return rows;
    }

    boolean growing() {
        return grows;
    }

    /** There is more of it. */
    Change grow(String content, String reasoning, AnswerWait now) {
        wait = now;
        message = message.received(content, reasoning);
        return read();
    }

    /** It has become {@code ended}: the same message, whole or broken off; else nothing happens. */
    Change become(Message ended) {
        if (ended.status() == MessageStatus.STREAMING && growing()) {
            return new Change(0, 0, 0);
        }
        message = ended;
        draft = Optional.empty();
        grows = false;
        return read();
    }

    /** The text as it was written, but for the reasoning in it. */
    String text() {
        return message.role() == Role.ASSISTANT ? parts.answer() : message.content();
    }

    /** Folds the reasoning, or unfolds it. */
    Change toggleThoughts() {
        open = !open;
        return replaceBody(body, List.of());
    }

    /** Folds what begins in {@code row}, or unfolds it. */
    Change toggleFold(int row) {
        if (row >= head) {
            var change = answer.turn(row - head);
            return replaceBody(change.kept(), change.tail());
        }
        reasoning.turn(row - 1);
        return replaceBody(body, List.of());
    }

    /** Shows all that is known of the answer's end, or the short line alone. */
    Change toggleDetails() {
        details = !details;
        return replaceBody(body, List.of());
    }

    /** A person changes it, or does not any more. */
    Change edit(Optional<MessageDraft> now) {
        draft = now;
        return now.isPresent()
                ? replaceBody(0, List.of(new Row.Editor(message.id(), now.get())))
                : replaceBody(0, bodyRows());
    }

    private List<Row> bodyRows() {
        return switch (message.role()) {
            case USER -> question();
            case ASSISTANT -> answer.rows();
            case SYSTEM, TOOL -> List.of();
        };
    }

    /** Where it stands among its siblings. */
    Change fork(Optional<Fork> now) {
        fork = now;
        return replaceBody(body, List.of());
    }

    Optional<Fork> fork() {
        return fork;
    }

    /** What can be done with the last answer is in sight, and of others on demand. */
    Change last(boolean now) {
        last = now;
        return replaceBody(body, List.of());
    }

    private Change read() {
        return switch (message.role()) {
            case USER -> replaceBody(0, bodyRows());
            case ASSISTANT -> {
                parts = ThinkTags.parts(message.content(), grows);
                var change = grows ? answer.grow(parts.answer()) : answer.finish(parts.answer());
                yield replaceBody(change.kept(), change.tail());
            }
            case SYSTEM, TOOL -> replaceBody(0, List.of());
        };
    }

    private List<Row> question() {
        var cut = Split.prose(message.content());
        var questions = new ArrayList<Row>();
        for (int i = 0; i < cut.size(); i++) {
            var piece = Piece.of(i, cut.size(), cut.get(i).before());
            questions.add(new Row.Question(message.id(), cut.get(i).text(), piece));
        }
        return questions;
    }

    private Change replaceBody(int kept, List<Row> tail) {
        var heads = headRows();
        int from = 0;
        var next = new ArrayList<Row>();
        if (heads.equals(rows.subList(0, head))) {
            from = head + kept;
        } else {
            next.addAll(heads);
            next.addAll(rows.subList(head, head + kept));
        }
        next.addAll(tail);
        head = heads.size();
        body = kept + tail.size();
        next.addAll(footRows());
        return put(from, next);
    }

    private Change put(int from, List<Row> next) {
        var old = rows.subList(from, rows.size());
        int same = 0;
        while (same < old.size() && same < next.size() && old.get(same).equals(next.get(same))) {
            same++;
        }
        int removed = old.size() - same;
        old.subList(same, old.size()).clear();
        rows.addAll(next.subList(same, next.size()));
        return new Change(from + same, removed, next.size() - same);
    }

    private List<Row> headRows() {
        String thought = thought();
        if (thought.isBlank() || draft.isPresent()) {
            return List.of();
        }
        var heads = new ArrayList<Row>();
        heads.add(new Row.Thoughts(message.id(), open, growing() && parts.answer().isBlank()));
        if (open) {
            if (grows) {
                reasoning.grow(thought);
            } else {
                reasoning.finish(thought);
            }
            heads.addAll(reasoning.rows());
        }
        return heads;
    }

    private String thought() {
        String own = message.reasoning().stripLeading();
        return own.isBlank()
                ? parts.reasoning()
                : parts.reasoning().isEmpty() ? own : own + "\n\n" + parts.reasoning();
    }

    private List<Row> footRows() {
        if (draft.isPresent()) {
            return List.of();
        }
        var rows = new ArrayList<>(endRows());
        boolean own = message.role() == Role.USER;
        fork.ifPresent(it -> rows.add(new Row.Versions(message.id(), it, own)));
        return rows;
    }

    private List<Row> endRows() {
        if (message.role() != Role.ASSISTANT) {
            return List.of();
        }
        return switch (message.status()) {
            case STREAMING ->
                    message.content().isBlank() && message.reasoning().isBlank()
                            ? List.of(new Row.Waiting(message.id(), wait))
                            : List.of();
            case COMPLETE -> List.of(footer());
            case STOPPED, CUT_OFF, INTERRUPTED, FAILED ->
                    message.content().isEmpty() && message.statistics().isEmpty()
                            ? List.of(notice())
                            : List.of(notice(), footer());
        };
    }

    private Row notice() {
        boolean now = last && worthTrying();
        return new Row.Notice(message.id(), message.outcome(), now, now && message.canContinue());
    }

    /** On a device that is lost, nothing would come of it. */
    private boolean worthTrying() {
        return message.outcome()
                .failure()
                .filter(ChatFailure.DeviceLost.class::isInstance)
                .isEmpty();
    }

    private Row footer() {
        return new Row.Footer(
                message.id(),
                message.model(),
                message.outcome(),
                message.created(),
                details,
                last,
                message.origin().edited());
    }
}
