package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.GrowingMarkdown;
import dev.paddock.ui.text.Markdown;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.text.Split;
import dev.paddock.ui.text.Unfinished;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
    private Optional<GrowingMarkdown> growing = Optional.empty();
    private final List<Row> rows = new ArrayList<>();
    private int head;
    private int body;

    /** Rows {@code from} on gave way to {@code added} new ones. */
    record Change(int from, int removed, int added) {}

    private MessageRows(Message message, boolean last) {
        this.message = message;
        this.last = last;
    }

    static MessageRows of(Message message, boolean last) {
        var section = new MessageRows(message, last);
        if (message.status() == MessageStatus.STREAMING) {
            section.growing = Optional.of(new GrowingMarkdown());
            section.replaceBody(0, section.grownBody());
        } else {
            section.replaceBody(0, section.wholeBody());
        }
        return section;
    }

    Message message() {
        return message;
    }

    List<Row> rows() {
        return rows;
    }

    boolean growing() {
        return growing.isPresent();
    }

    /** There is more of it. */
    Change grow(String content, String reasoning, AnswerWait now) {
        wait = now;
        message = message.received(content, reasoning);
        return growing.map(text -> replace(text.update(content), true))
                .orElseGet(() -> replaceBody(0, wholeBody()));
    }

    /** It has become {@code ended}: the same message, whole or broken off; else nothing happens. */
    Change become(Message ended) {
        if (ended.status() == MessageStatus.STREAMING && growing()) {
            return new Change(0, 0, 0);
        }
        message = ended;
        var text = growing;
        growing = Optional.empty();
        return text.map(it -> replace(it.finish(ended.content()), false))
                .orElseGet(() -> replaceBody(0, wholeBody()));
    }

    /** Folds the reasoning, or unfolds it. */
    Change toggleThoughts() {
        open = !open;
        return replaceBody(body, List.of());
    }

    /** Shows all that is known of the answer's end, or the short line alone. */
    Change toggleDetails() {
        details = !details;
        return replaceBody(body, List.of());
    }

    /** Where it stands among its siblings. */
    Change fork(Optional<Fork> now) {
        fork = now;
        return replaceBody(body, List.of());
    }

    Optional<Fork> fork() {
        return fork;
    }

    /** Only the last answer can be asked for again. */
    Change last(boolean now) {
        last = now;
        return replaceBody(body, List.of());
    }

    private List<Row> grownBody() {
        return Unfinished.shown(growing.orElseThrow().update(message.content()).tail()).stream()
                .map(this::answer)
                .toList();
    }

    private List<Row> wholeBody() {
        return switch (message.role()) {
            case USER ->
                    pieces(
                            message.content(),
                            (text, piece) -> new Row.Question(message.id(), text, piece));
            case ASSISTANT ->
                    Markdown.blocks(message.content()).stream().map(this::answer).toList();
            case SYSTEM, TOOL -> List.of();
        };
    }

    private Row answer(Block block) {
        return new Row.Answer(message.id(), block);
    }

    private Change replace(GrowingMarkdown.Change change, boolean grows) {
        var tail = grows ? Unfinished.shown(change.tail()) : change.tail();
        return replaceBody(change.kept(), tail.stream().map(this::answer).toList());
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
        if (message.reasoning().isBlank()) {
            return List.of();
        }
        var heads = new ArrayList<Row>();
        heads.add(new Row.Thoughts(message.id(), open, growing() && message.content().isEmpty()));
        if (open) {
            heads.addAll(
                    pieces(
                            message.reasoning().strip(),
                            (text, piece) -> new Row.Thought(message.id(), text, piece)));
        }
        return heads;
    }

    private List<Row> footRows() {
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
                    message.content().isEmpty() && message.statistics().isEmpty() && fork.isEmpty()
                            ? List.of(notice())
                            : List.of(notice(), footer());
        };
    }

    private Row notice() {
        return new Row.Notice(message.id(), message.outcome(), last && worthTrying());
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
                fork);
    }

    private static List<Row> pieces(String text, BiFunction<String, Piece, Row> row) {
        var parts = Split.prose(text);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            rows.add(row.apply(part.text(), Piece.of(i, parts.size(), part.before())));
        }
        return rows;
    }
}
