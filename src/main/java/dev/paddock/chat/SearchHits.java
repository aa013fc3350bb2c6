package dev.paddock.chat;

import java.util.List;

/**
 * What a search has found: conversations whose title matches, newest first, then those with
 * messages that match, the newest message first.
 *
 * @param state whether there may be more
 */
public record SearchHits(List<Found> found, State state) {
    /** How far it came. */
    public enum State {
        /** It goes on. */
        SEARCHING,
        /** These are all. */
        ALL,
        /** There are more, older ones, than are told. */
        CUT,
        /** These are all in what is indexed so far; older messages are still to come. */
        INDEXING
    }

    /**
     * A conversation.
     *
     * @param title with what was found in it marked
     * @param messages newest first; none where only the title matches
     */
    public record Found(Conversation conversation, Excerpt title, List<Hit> messages) {
        public Found {
            messages = List.copyOf(messages);
        }
    }

    /** A message that holds every word. */
    public record Hit(MessageId message, Role role, Excerpt excerpt) {}

    /**
     * A line of text around what was found.
     *
     * @param marks in its order, without overlaps
     */
    public record Excerpt(String text, List<Mark> marks) {
        public Excerpt {
            marks = List.copyOf(marks);
        }

        /** What is marked. */
        public List<String> marked() {
            return marks.stream().map(it -> text.substring(it.from(), it.to())).toList();
        }
    }

    /** From character {@code from} to before {@code to}. */
    public record Mark(int from, int to) {}

    public SearchHits {
        found = List.copyOf(found);
    }
}
