package dev.paddock.ui.chat;

import dev.paddock.chat.Conversations;
import dev.paddock.chat.SearchHits;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;
import dev.paddock.ui.common.UiExecutor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is searched for and found, as a person types: each change of the query begins anew and ends
 * the search before it. What that found stays in sight until there is something newer. Used on one
 * thread, that of {@code fx}.
 */
final class SearchViewModel {
    private final Conversations conversations;
    private final UiExecutor fx;
    private final Consumer<Throwable> problem;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<SearchHits>> hits =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Run> current = Optional.empty();

    /**
     * @param problem told when the history cannot be searched
     */
    SearchViewModel(Conversations conversations, UiExecutor fx, Consumer<Throwable> problem) {
        this.conversations = conversations;
        this.fx = fx;
        this.problem = problem;
        query.subscribe(this::search);
    }

    /** What is looked for; blank shows all. */
    StringProperty queryProperty() {
        return query;
    }

    /** Empty while all conversations are shown. */
    ReadOnlyObjectProperty<Optional<SearchHits>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** What was found may have changed. */
    void again() {
        search(query.get());
    }

    private void search(String text) {
        current.ifPresent(run -> run.wanted = false);
        var asked = SearchQuery.parse(text, ZoneId.systemDefault());
        if (asked.isEmpty()) {
            current = Optional.empty();
            hits.set(Optional.empty());
            return;
        }
        var run = new Run();
        current = Optional.of(run);
        conversations
                .search(asked, run)
                .whenComplete(
                        (_, why) -> {
                            if (why != null && run.wanted) {
                                fx.execute(() -> problem.accept(why));
                            }
                        });
    }

    /** One search. */
    private final class Run implements SearchProgress {
        private volatile boolean wanted = true;

        @Override
        public boolean isWanted() {
            return wanted;
        }

        @Override
        public void found(SearchHits soFar) {
            fx.execute(
                    () -> {
                        if (wanted) {
                            hits.set(Optional.of(soFar));
                        }
                    });
        }
    }
}
