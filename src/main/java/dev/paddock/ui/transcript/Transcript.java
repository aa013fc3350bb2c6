package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.CodeLanguages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A conversation as rows. An update of a growing answer changes rows at the end only; listeners are
 * told which. Not safe for several threads.
 */
public final class Transcript {
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> seen = Collections.unmodifiableList(rows);
    private final List<MessageRows> sections = new ArrayList<>();
    private Listener listener = (_, _, _) -> {};
    private SwapListener swaps = (_, _) -> {};

    /** Told about every change, after it. */
    @FunctionalInterface
    public interface Listener {
        /** {@code removed} rows from {@code from} on gave way to {@code added} new ones. */
        void changed(int from, int removed, int added);
    }

    /** Told before another version takes the place of a message and of all that follows it. */
    @FunctionalInterface
    public interface SwapListener {
        /** It begins in row {@code from}, and its switch stands in row {@code end}. */
        void swap(int from, int end);
    }

    /**
     * Messages already turned into rows, which for long conversations is work for another thread.
     */
    public static final class Prepared {
        private final List<MessageRows> sections = new ArrayList<>();

        public Prepared(List<Message> messages) {
            for (int i = 0; i < messages.size(); i++) {
                sections.add(MessageRows.of(messages.get(i), i == messages.size() - 1));
            }
        }
    }

    public void onChange(Listener told) {
        listener = told;
    }

    public void onSwap(SwapListener told) {
        swaps = told;
    }

    public List<Row> rows() {
        return seen;
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** Shows other messages than before. */
    public void show(Prepared prepared) {
        int removed = rows.size();
        rows.clear();
        sections.clear();
        sections.addAll(prepared.sections);
        sections.forEach(section -> rows.addAll(section.rows()));
        listener.changed(0, removed, rows.size());
    }

    /** Puts older messages before those shown. */
    public void prepend(Prepared older) {
        if (!older.sections.isEmpty()) {
            older.sections.getLast().last(false);
        }
        var added = older.sections.stream().flatMap(section -> section.rows().stream()).toList();
        sections.addAll(0, older.sections);
        rows.addAll(0, added);
        listener.changed(0, 0, added.size());
    }

    /** Shows {@code messages}, of which most are usually shown already: only others are read. */
    public void update(List<Message> messages) {
        int same = 0;
        while (same < sections.size()
                && same < messages.size()
                && sections.get(same).message().equals(messages.get(same))) {
            same++;
        }
        if (same < messages.size()
                && same == sections.size() - 1
                && sections.get(same).message().id().equals(messages.get(same).id())
                && !isContinued(same, messages.get(same))) {
            var newest = messages.get(same);
            apply(same, section -> section.become(newest));
            same++;
        }
        tellSwap(same, messages);
        truncate(same);
        for (Message message : messages.subList(same, messages.size())) {
            append(message);
        }
        markLast();
    }

    /** An answer that had ended, which is drawn anew then. */
    private boolean isContinued(int at, Message now) {
        return now.status() == MessageStatus.STREAMING && !sections.get(at).growing();
    }

    /** An answer that is awaited is followed instead. */
    private void tellSwap(int at, List<Message> messages) {
        if (at < Math.min(sections.size(), messages.size())
                && messages.getLast().status() != MessageStatus.STREAMING) {
            int from = startOf(at);
            swaps.swap(from, Math.max(from, from + sections.get(at).rows().size() - 1));
        }
    }

    /** Shows where messages stand among their siblings; those that are not named have none. */
    public void forks(Map<MessageId, Fork> forks) {
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            var fork = Optional.ofNullable(forks.get(section.message().id()));
            if (!fork.equals(section.fork())) {
                apply(i, it -> it.fork(fork));
            }
        }
    }

    /** Shows what a person makes of a message in its place. */
    public void edit(MessageDraft draft) {
        indexOf(draft.message().id()).ifPresent(at -> apply(at, it -> it.edit(Optional.of(draft))));
    }

    /** Shows the message again. */
    public void closeEditor(MessageId message) {
        indexOf(message).ifPresent(at -> apply(at, it -> it.edit(Optional.empty())));
    }

    /** Where a message begins. */
    Optional<Integer> firstRow(MessageId message) {
        return indexOf(message).map(this::startOf);
    }

    /** There is more of the last answer. */
    public void grow(String content, String reasoning, AnswerWait wait) {
        if (!sections.isEmpty() && sections.getLast().growing()) {
            apply(sections.size() - 1, section -> section.grow(content, reasoning, wait));
        }
    }

    /** Folds the reasoning of a message, or unfolds it. */
    public void toggleThoughts(MessageId message) {
        indexOf(message).ifPresent(at -> apply(at, MessageRows::toggleThoughts));
    }

    /** Folds what begins in {@code row}, or unfolds it. */
    public void toggleFold(int row) {
        indexOf(rows.get(row).message())
                .ifPresent(at -> apply(at, section -> section.toggleFold(row - startOf(at))));
    }

    /** Shows all that is known of the end of an answer, or the short line alone. */
    public void toggleDetails(MessageId message) {
        indexOf(message).ifPresent(at -> apply(at, MessageRows::toggleDetails));
    }

    /** The text of a message as it was written, without its reasoning. */
    public Optional<String> textOf(MessageId message) {
        return indexOf(message).map(at -> sections.get(at).text());
    }

    /** The newest answer's text, if there is one. */
    public Optional<String> lastAnswer() {
        return sections.reversed().stream()
                .filter(section -> section.message().role() == Role.ASSISTANT)
                .map(MessageRows::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /**
     * A name for a file of the code that begins in {@code row}.
     *
     * @param usual for a name that ends as its language has it
     */
    public String codeFile(int row, String usual) {
        String file =
                rows.get(row) instanceof Row.Answer(_, Block.Code code)
                        ? CodeLanguages.load()
                                .of(code.language(), code.text())
                                .map(CodeLanguage::file)
                                .orElse(".txt")
                        : ".txt";
        return file.startsWith(".") ? usual + file : file;
    }

    /** All the code of the block that begins in {@code row}. */
    public String codeFrom(int row) {
        var code = new StringBuilder();
        for (int i = row; i < rows.size(); i++) {
            if (!(rows.get(i) instanceof Row.Answer(_, Block.Code part))
                    || i > row && part.piece().first()) {
                break;
            }
            code.append(part.piece().before()).append(part.text());
        }
        return code.toString();
    }

    private Optional<Integer> indexOf(MessageId message) {
        for (int i = sections.size() - 1; i >= 0; i--) {
            if (sections.get(i).message().id().equals(message)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void append(Message message) {
        var section = MessageRows.of(message, true);
        sections.add(section);
        int from = rows.size();
        rows.addAll(section.rows());
        listener.changed(from, 0, section.rows().size());
    }

    private void truncate(int kept) {
        if (kept < sections.size()) {
            int from = startOf(kept);
            int removed = rows.size() - from;
            rows.subList(from, rows.size()).clear();
            sections.subList(kept, sections.size()).clear();
            listener.changed(from, removed, 0);
        }
    }

    private void markLast() {
        for (int i = Math.max(0, sections.size() - 3); i < sections.size(); i++) {
            boolean last = i == sections.size() - 1;
            apply(i, section -> section.last(last));
        }
    }

    private void apply(int at, Function<MessageRows, MessageRows.Change> step) {
        var section = sections.get(at);
        int start = startOf(at);
        var change = step.apply(section);
        if (change.removed() == 0 && change.added() == 0) {
            return;
        }
        int from = start + change.from();
        var added = section.rows().subList(change.from(), change.from() + change.added());
        rows.subList(from, from + change.removed()).clear();
        rows.addAll(from, added);
        listener.changed(from, change.removed(), change.added());
    }

    /** Counts from the nearer end: growing answers are the last. */
    private int startOf(int section) {
        if (section <= sections.size() / 2) {
            return count(sections.subList(0, section));
        }
        return rows.size() - count(sections.subList(section, sections.size()));
    }

    private static int count(List<MessageRows> some) {
        return some.stream().mapToInt(section -> section.rows().size()).sum();
    }
}
