package dev.paddock.chat;

import dev.paddock.chat.SearchHits.Found;
import dev.paddock.chat.SearchHits.Hit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Searches as a test asks for them. */
public final class Searches {
    private Searches() {}

    /** The last that is told of a search for what a person types. */
    public static SearchHits hits(History history, String typed) {
        var told = new ArrayList<SearchHits>();
        history.search(
                SearchQuery.parse(typed, ZoneOffset.UTC),
                new SearchProgress() {
                    @Override
                    public boolean isWanted() {
                        return true;
                    }

                    @Override
                    public void found(SearchHits soFar) {
                        told.add(soFar);
                    }
                });
        return told.getLast();
    }

    /** The conversations among them. */
    public static List<Conversation> conversations(History history, String typed) {
        return hits(history, typed).found().stream().map(Found::conversation).toList();
    }

    /** The text around each message that was found. */
    public static List<String> excerpts(History history, String typed) {
        return hits(history, typed).found().stream()
                .flatMap(found -> found.messages().stream())
                .map(hit -> hit.excerpt().text())
                .toList();
    }

    /** What a history in memory does: words in titles and messages, without case. */
    public static SearchHits plainly(
            List<Conversation> conversations,
            java.util.function.Function<Conversation, List<Message>> messages,
            SearchQuery query) {
        var found = new ArrayList<Found>();
        for (var one : conversations) {
            var hits =
                    messages.apply(one).stream()
                            .filter(it -> holds(it.content(), query))
                            .map(it -> new Hit(it.id(), it.role(), marked(it.content(), query)))
                            .toList();
            if (!hits.isEmpty() || holds(one.title(), query)) {
                found.add(new Found(one, marked(one.title(), query), hits));
            }
        }
        return new SearchHits(found, SearchHits.State.ALL);
    }

    private static boolean holds(String text, SearchQuery query) {
        var small = text.toLowerCase(Locale.ROOT);
        return query.words().stream().allMatch(it -> small.contains(it.toLowerCase(Locale.ROOT)));
    }

    private static SearchHits.Excerpt marked(String text, SearchQuery query) {
        var small = text.toLowerCase(Locale.ROOT);
        var marks =
                query.words().stream()
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .filter(small::contains)
                        .map(
                                it ->
                                        new SearchHits.Mark(
                                                small.indexOf(it), small.indexOf(it) + it.length()))
                        .sorted(java.util.Comparator.comparingInt(SearchHits.Mark::from))
                        .toList();
        return new SearchHits.Excerpt(text, marks);
    }
}
