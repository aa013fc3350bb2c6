package dev.paddock.chat;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A history that is opened by the first who asks it, so that building the app stays quick. */
public final class LazyHistory implements History {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Function<Consumer<HistoryIncident>, History> open;
    private final Signal<Optional<HistoryIncident>> incidents = new Signal<>(Optional.empty());
    private final ReentrantLock opening = new ReentrantLock();
    private Optional<History> opened = Optional.empty();

    /**
     * @param open takes whom to tell what happens to the file; throws a HistoryException when it
     *     cannot be opened, and is then tried again
     */
    public LazyHistory(Function<Consumer<HistoryIncident>, History> open) {
        this.open = open;
    }

    /** What happened last to the file while it was open. */
    Observable<Optional<HistoryIncident>> incidents() {
        return incidents;
    }

    @Override
    public List<Conversation> conversations() {
        return opened().conversations();
    }

    @Override
    public void search(SearchQuery query, SearchProgress progress) {
        opened().search(query, progress);
    }

    @Override
    public ConversationTree tree(ConversationId conversation) {
        return opened().tree(conversation);
    }

    @Override
    public List<MessageOutline> outline(ConversationId conversation) {
        return opened().outline(conversation);
    }

    @Override
    public Optional<WholeConversation> whole(ConversationId conversation) {
        return opened().whole(conversation);
    }

    @Override
    public void put(WholeConversation conversation) {
        opened().put(conversation);
    }

    @Override
    public void save(Conversation conversation) {
        opened().save(conversation);
    }

    @Override
    public void save(Message message) {
        opened().save(message);
    }

    @Override
    public void append(
            MessageId answer,
            String reasoning,
            String content,
            Optional<AnswerStatistics> figures) {
        opened().append(answer, reasoning, content, figures);
    }

    @Override
    public void add(Conversation conversation, List<Message> messages) {
        opened().add(conversation, messages);
    }

    @Override
    public void chooseLeaf(ConversationId conversation, MessageId leaf) {
        opened().chooseLeaf(conversation, leaf);
    }

    @Override
    public void remove(ConversationId conversation, Removal removal) {
        opened().remove(conversation, removal);
    }

    @Override
    public void restore(ConversationId conversation, Removal removal) {
        opened().restore(conversation, removal);
    }

    @Override
    public void delete(ConversationId conversation) {
        opened().delete(conversation);
    }

    @Override
    public void restore(ConversationId conversation) {
        opened().restore(conversation);
    }

    @Override
    public void purgeDeleted() {
        opened().purgeDeleted();
    }

    @Override
    public void closeInterrupted() {
        opened().closeInterrupted();
    }

    @Override
    public void keepInPlace() {
        opened().keepInPlace();
    }

    @Override
    public boolean backUp(LocalDate day) {
        return opened().backUp(day);
    }

    /**
     * As {@link #backUp(LocalDate)}; what hinders it is told as an incident.
     *
     * @return whether nothing more is to be done that day
     */
    boolean backUp(LocalDate day, Instant now) {
        try {
            return backUp(day);
        } catch (HistoryException refused) {
            tell(
                    refused.failure() instanceof HistoryFailure.Damaged damaged
                            ? new HistoryIncident.Broken(damaged, now)
                            : new HistoryIncident.NotBackedUp(
                                    refused.failure().file(), now, refused.failure()));
            return true;
        }
    }

    /** Whether somebody has opened it, and it is not being replaced. */
    boolean isOpen() {
        if (opening.tryLock()) {
            try {
                return opened.isPresent();
            } finally {
                opening.unlock();
            }
        }
        return false;
    }

    /**
     * Does not wait for an opening that takes long, because it brings a large file up to date: that
     * ends with the process, and the next one begins it again.
     */
    @Override
    public void close() {
        try {
            if (opening.tryLock(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    opened.ifPresent(History::close);
                } finally {
                    opening.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes it and runs {@code work} while nobody can open it; the next one who asks does.
     *
     * @throws HistoryException as {@code work} does
     */
    <T> T whileClosed(Supplier<T> work) {
        opening.lock();
        try {
            opened.ifPresent(LazyHistory::closeDamaged);
            opened = Optional.empty();
            return work.get();
        } finally {
            opening.unlock();
        }
    }

    private void tell(HistoryIncident incident) {
        incidents.set(Optional.of(incident));
    }

    private static void closeDamaged(History history) {
        try {
            history.close();
        } catch (HistoryException damaged) {
            // It is closed because it is damaged.
        }
    }

    private History opened() {
        opening.lock();
        try {
            if (opened.isEmpty()) {
                opened = Optional.of(open.apply(this::tell));
            }
            return opened.get();
        } finally {
            opening.unlock();
        }
    }
}
