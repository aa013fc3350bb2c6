package dev.paddock.ui.chat;

import dev.paddock.chat.Activity;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.SearchHits;
import dev.paddock.chat.SearchHits.Excerpt;
import dev.paddock.chat.SearchHits.Hit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of the sidebar. */
sealed interface SidebarEntry {
    /** The group of those below it. */
    record Heading(Age age) implements SidebarEntry {}

    /**
     * A conversation.
     *
     * @param title with what was searched for marked
     */
    record Item(Conversation conversation, Excerpt title, Activity activity)
            implements SidebarEntry {}

    /** A message of the conversation above that holds what was searched for. */
    record Place(ConversationId conversation, Hit hit) implements SidebarEntry {}

    /** Below what was found: how much of all it is. */
    record Remark(SearchHits.State state) implements SidebarEntry {}

    /** The conversation it leads to. */
    default Optional<ConversationId> target() {
        return switch (this) {
            case Item(var conversation, _, _) -> Optional.of(conversation.id());
            case Place(var conversation, _) -> Optional.of(conversation);
            case Heading _, Remark _ -> Optional.empty();
        };
    }

    /** By age. */
    static List<SidebarEntry> of(
            List<Conversation> conversations,
            Map<ConversationId, Activity> activities,
            Instant now,
            ZoneId zone) {
        var seen = EnumSet.noneOf(Age.class);
        var entries = new ArrayList<SidebarEntry>(conversations.size());
        for (Conversation one : conversations) {
            var age = Age.of(one.updated(), now, zone);
            if (seen.add(age)) {
                entries.add(new Heading(age));
            }
            var title = new Excerpt(one.title(), List.of());
            entries.add(new Item(one, title, activities.getOrDefault(one.id(), Activity.NONE)));
        }
        return entries;
    }

    /** Each conversation with its places below it. */
    static List<SidebarEntry> of(SearchHits hits, Map<ConversationId, Activity> activities) {
        var entries = new ArrayList<SidebarEntry>();
        for (var found : hits.found()) {
            var id = found.conversation().id();
            entries.add(
                    new Item(
                            found.conversation(),
                            found.title(),
                            activities.getOrDefault(id, Activity.NONE)));
            found.messages().forEach(hit -> entries.add(new Place(id, hit)));
        }
        boolean remarkable =
                switch (hits.state()) {
                    case CUT, INDEXING -> true;
                    case SEARCHING -> !entries.isEmpty();
                    case ALL -> false;
                };
        if (remarkable) {
            entries.add(new Remark(hits.state()));
        }
        return entries;
    }
}
