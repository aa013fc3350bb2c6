package dev.paddock.ui.chat;

import dev.paddock.chat.Activity;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.MessageId;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The conversations beside the transcript. Used on one thread, that of {@code fx}. */
final class ConversationListViewModel implements Subscription {
    static final Duration UNDO = Duration.ofSeconds(8);

    private final ChatServices services;
    private final ConversationViewModel open;
    private final UiExecutor fx;
    private final Words words;
    private final Notices notices;
    private final InstantSource clock;
    private final HistoryNotices problems;
    private final ConversationOpener opener;
    private final SearchViewModel search;
    private final ObservableList<SidebarEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Quote>> quote =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Subscription> subscriptions;
    private List<Conversation> all = List.of();
    private Map<ConversationId, Activity> activities = Map.of();
    private int changes;

    ConversationListViewModel(
            ChatServices services,
            ConversationViewModel open,
            UiExecutor fx,
            Words words,
            Notices notices,
            InstantSource clock) {
        this.services = services;
        this.open = open;
        this.fx = fx;
        this.words = words;
        this.notices = notices;
        this.clock = clock;
        problems = new HistoryNotices(services, fx, words, notices, this::replaced);
        opener = new ConversationOpener(services, open, fx, notices, problems);
        search =
                new SearchViewModel(
                        services.conversations(),
                        fx,
                        why -> tell("chat.problem.search", "", why, this::searchAgain));
        search.hitsProperty().subscribe(_ -> show());
        open.sessionProperty().subscribe(_ -> see());
        subscriptions =
                List.of(
                        fx.watch(services.conversations().list(), this::listed),
                        fx.watch(services.conversations().activities(), this::activities),
                        fx.watch(services.conversations().loaded(), loaded::set),
                        fx.watch(
                                services.recovery().incidents(),
                                incident -> incident.ifPresent(problems::tell)));
    }

    HistoryNotices problems() {
        return problems;
    }

    ObservableList<SidebarEntry> entries() {
        return entries;
    }

    SearchViewModel search() {
        return search;
    }

    private void searchAgain() {
        search.again();
    }

    /** Whether the list has been read, so that an empty one means that there are none. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether it could not be read, so that an empty one means nothing. */
    ReadOnlyBooleanProperty unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    /** The one that is written to; it may still have to be read. */
    Optional<ConversationId> shown() {
        return open.chosenProperty()
                .get()
                .or(() -> open.sessionProperty().get().map(ChatSession::id));
    }

    /** Opens a new conversation; an empty one that is open already will do. */
    void create() {
        opener.keepShown();
        boolean fresh =
                open.sessionProperty()
                        .get()
                        .filter(session -> session.state().value().messages().isEmpty())
                        .isPresent();
        if (!fresh) {
            open.show(services.conversations().create());
        }
    }

    /** Opens it; see {@link ConversationOpener}. */
    CompletableFuture<?> select(ConversationId id) {
        quote.set(Optional.empty());
        return opener.select(id);
    }

    /** Opens its conversation and shows it there. */
    void open(SidebarEntry.Place place) {
        var message = place.hit().message();
        quote.set(Optional.empty());
        opener.select(place.conversation())
                .whenComplete(
                        (_, _) -> fx.execute(() -> showBranch(place.conversation(), message)));
        quote.set(Optional.of(new Quote(message, place.hit().excerpt().marked())));
    }

    /** What is to be brought into sight. */
    ReadOnlyObjectProperty<Optional<Quote>> quoteProperty() {
        return quote.getReadOnlyProperty();
    }

    /** While an answer is under way its branch stays. */
    private void showBranch(ConversationId conversation, MessageId message) {
        open.sessionProperty()
                .get()
                .filter(it -> it.id().equals(conversation) && !it.state().value().busy())
                .filter(it -> !isOnBranch(it, message))
                .ifPresent(it -> report(() -> it.choose(message)));
    }

    private static boolean isOnBranch(ChatSession session, MessageId message) {
        return session.state().value().messages().stream()
                .anyMatch(one -> one.id().equals(message));
    }

    /** Names it; a blank name changes nothing. */
    void rename(ConversationId id, String title) {
        report(() -> services.conversations().rename(id, title));
    }

    /** Hides it at once; {@link #undo} brings it back. */
    void delete(ConversationId id) {
        var gone = all.stream().filter(one -> one.id().equals(id)).findFirst();
        if (gone.isEmpty()) {
            return;
        }
        if (shown().filter(id::equals).isPresent()) {
            opener.keepShown();
            open.show(services.conversations().create());
        }
        open.endedByHand();
        offerUndo(gone.get());
        report(() -> services.conversations().delete(id));
    }

    private void offerUndo(Conversation gone) {
        var undo = new Notice.Action(words.of("chat.list.undo"), () -> undo(gone.id()));
        notices.show(
                new Notice(
                        "chat.deleted " + gone.id(),
                        Severity.NEUTRAL,
                        words.of("chat.list.deleted", gone.title()),
                        List.of(undo),
                        Optional.of(UNDO)));
    }

    /** Brings a deleted conversation back and opens it. */
    private void undo(ConversationId id) {
        report(() -> services.conversations().restore(id));
        select(id);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    private void listed(List<Conversation> now) {
        all = now;
        if (search.hitsProperty().get().isPresent()) {
            search.again();
        } else {
            show();
        }
    }

    private void activities(Map<ConversationId, Activity> now) {
        activities = now;
        see();
        show();
    }

    /** What is in sight is seen. */
    private void see() {
        shown().filter(activities::containsKey).ifPresent(services.conversations()::seen);
    }

    private void show() {
        var next =
                search.hitsProperty()
                        .get()
                        .map(hits -> SidebarEntry.of(hits, activities))
                        .orElseGet(
                                () ->
                                        SidebarEntry.of(
                                                all,
                                                activities,
                                                clock.instant(),
                                                ZoneId.systemDefault()));
        if (!entries.equals(next)) {
            entries.setAll(next);
        }
    }

    /** Says so when the conversations cannot be read, and reads them again on request. */
    void reportReading(CompletableFuture<Void> reading) {
        reading.whenComplete((_, why) -> fx.execute(() -> unreadable.set(why != null)));
        watch("chat.problem.read", "", reading, this::readAgain);
        watch("chat.problem.tidy", "", services.conversations().tidied(), this::readAgain);
    }

    void readAgain() {
        reportReading(services.conversations().load());
    }

    /** Each change has a notice of its own: one that fails says nothing about another. */
    private void report(Supplier<CompletableFuture<Void>> change) {
        report(Integer.toString(++changes), change);
    }

    private void report(String number, Supplier<CompletableFuture<Void>> change) {
        watch("chat.problem.change", number, change.get(), () -> report(number, change));
    }

    private void watch(String key, String about, CompletableFuture<Void> work, Runnable again) {
        work.whenComplete(
                (_, failure) ->
                        fx.execute(
                                () -> {
                                    if (failure != null) {
                                        tell(key, about, failure, again);
                                    } else {
                                        notices.withdraw(topic(key, about));
                                    }
                                }));
    }

    private void tell(String key, String about, Throwable failure, Runnable again) {
        problems.tell(topic(key, about), key, failure, again);
    }

    /** What was damaged is aside, and nothing that was open of it can go on. */
    private void replaced() {
        if (!open.emptyProperty().get()) {
            open.show(services.conversations().create());
        }
        readAgain();
    }

    private static String topic(String key, String about) {
        return key + " " + about;
    }
}
