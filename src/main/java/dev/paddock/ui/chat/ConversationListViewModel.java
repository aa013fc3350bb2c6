package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.HistoryException;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The conversations beside the transcript. Used on one thread, that of {@code fx}. */
final class ConversationListViewModel implements Subscription {
    static final Duration SEARCH_PAUSE = Duration.ofMillis(150);
    static final Duration UNDO = Duration.ofSeconds(8);

    private final ChatServices services;
    private final ConversationViewModel open;
    private final UiExecutor fx;
    private final Words words;
    private final InstantSource clock;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Conversation>> deleted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> news =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final List<Subscription> subscriptions;
    private List<Conversation> all = List.of();
    private Optional<List<Conversation>> found = Optional.empty();
    private Set<ConversationId> answering = Set.of();
    private int searches;
    private int opening;

    /** One line of the list. */
    sealed interface Entry {}

    /** The group of those below it. */
    record Heading(Age age) implements Entry {}

    /** A conversation. */
    record Item(Conversation conversation, boolean answering) implements Entry {}

    ConversationListViewModel(
            ChatServices services,
            ConversationViewModel open,
            UiExecutor fx,
            Words words,
            InstantSource clock) {
        this.services = services;
        this.open = open;
        this.fx = fx;
        this.words = words;
        this.clock = clock;
        query.subscribe(this::search);
        subscriptions =
                List.of(
                        fx.watch(services.conversations().list(), this::listed),
                        fx.watch(services.conversations().answering(), this::answering),
                        fx.watch(services.conversations().loaded(), loaded::set));
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    /** What is searched for in the titles; blank shows all. */
    StringProperty queryProperty() {
        return query;
    }

    /** Whether the list has been read, so that an empty one means that there are none. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The conversation deleted last, as long as that can be undone from here. */
    ReadOnlyObjectProperty<Optional<Conversation>> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** What went wrong last; empty when nothing. */
    ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a person should know, without being in trouble; empty when nothing. */
    ReadOnlyObjectProperty<Optional<String>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    Optional<ConversationId> shown() {
        return open.sessionProperty().get().map(ChatSession::id);
    }

    /** Opens a new conversation; an empty one that is open already will do. */
    void create() {
        opening++;
        boolean fresh = open.sessionProperty().get().isPresent() && open.emptyProperty().get();
        if (!fresh) {
            open.show(services.conversations().create());
        }
    }

    void select(ConversationId id) {
        if (shown().filter(id::equals).isPresent()) {
            opening++;
            return;
        }
        int mine = ++opening;
        services.conversations()
                .open(id)
                .whenComplete(
                        (session, failure) ->
                                fx.execute(
                                        () -> {
                                            if (failure != null) {
                                                tell("chat.problem.open", failure);
                                            } else if (mine == opening) {
                                                problem.set(Optional.empty());
                                                open.show(session);
                                            }
                                        }));
    }

    /** Names it; a blank name changes nothing. */
    void rename(ConversationId id, String title) {
        report(services.conversations().rename(id, title));
    }

    /** Hides it at once; {@link #undo} brings it back. */
    void delete(ConversationId id) {
        var gone = all.stream().filter(one -> one.id().equals(id)).findFirst();
        if (gone.isEmpty()) {
            return;
        }
        if (shown().filter(id::equals).isPresent()) {
            open.show(services.conversations().create());
        }
        deleted.set(gone);
        report(services.conversations().delete(id));
        services.later().after(UNDO, () -> fx.execute(() -> forget(gone.get())));
    }

    /** Brings the conversation deleted last back and opens it. */
    void undo() {
        var back = deleted.get();
        deleted.set(Optional.empty());
        back.map(Conversation::id)
                .ifPresent(
                        id -> {
                            report(services.conversations().restore(id));
                            select(id);
                        });
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    private void forget(Conversation gone) {
        if (deleted.get().filter(now -> now == gone).isPresent()) {
            deleted.set(Optional.empty());
        }
    }

    private void listed(List<Conversation> now) {
        all = now;
        if (found.isPresent()) {
            search(query.get());
        } else {
            show(now);
        }
    }

    private void answering(Set<ConversationId> now) {
        answering = now;
        show(found.orElse(all));
    }

    private void search(String text) {
        int mine = ++searches;
        if (text.isBlank()) {
            found = Optional.empty();
            show(all);
            return;
        }
        services.later().after(SEARCH_PAUSE, () -> fx.execute(() -> searchNow(text, mine)));
    }

    private void searchNow(String text, int mine) {
        if (mine != searches) {
            return;
        }
        services.conversations()
                .search(text)
                .whenComplete(
                        (hits, failure) ->
                                fx.execute(
                                        () -> {
                                            if (failure != null) {
                                                tell("chat.problem.open", failure);
                                            } else if (mine == searches) {
                                                found = Optional.of(hits);
                                                show(hits);
                                            }
                                        }));
    }

    private void show(List<Conversation> conversations) {
        var now = clock.instant();
        var zone = ZoneId.systemDefault();
        var seen = EnumSet.noneOf(Age.class);
        var next = new ArrayList<Entry>(conversations.size());
        for (Conversation one : conversations) {
            var age = Age.of(one.updated(), now, zone);
            if (seen.add(age)) {
                next.add(new Heading(age));
            }
            next.add(new Item(one, answering.contains(one.id())));
        }
        if (!entries.equals(next)) {
            entries.setAll(next);
        }
    }

    void reportReading(CompletableFuture<Void> reading) {
        report("chat.problem.read", reading);
    }

    void warn(String sentence) {
        problem.set(Optional.of(sentence));
    }

    void tell(String sentence) {
        news.set(Optional.of(sentence));
    }

    void dismissNews() {
        news.set(Optional.empty());
    }

    private void report(CompletableFuture<Void> change) {
        report("chat.problem.change", change);
    }

    private void report(String key, CompletableFuture<Void> work) {
        work.whenComplete(
                (_, failure) ->
                        fx.execute(
                                () -> {
                                    if (failure != null) {
                                        tell(key, failure);
                                    }
                                }));
    }

    private void tell(String key, Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String why =
                cause instanceof HistoryException history
                        ? new FailureWords(words).of(history)
                        : String.valueOf(cause);
        problem.set(Optional.of(words.of(key, why)));
    }
}
