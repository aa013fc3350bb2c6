package dev.paddock.ui.common;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing a person should know.
 *
 * @param topic what it is about: there is one notice for each, and whoever told takes it back by it
 * @param text one or two sentences
 * @param actions what can be done about it, the best first
 * @param leavesAfter how long it stays unattended; empty when until a person dismisses it
 */
public record Notice(
        String topic,
        Severity severity,
        String text,
        List<Action> actions,
        Optional<Duration> leavesAfter) {
    private static final Duration READING = Duration.ofSeconds(5);
    private static final Duration PER_CHARACTER = Duration.ofMillis(60);

    /**
     * A button: its words and what it does.
     *
     * @param stays whether the notice does not go when it is pressed
     */
    public record Action(String name, Runnable run, boolean stays) {
        /** With it the matter is seen to, or told anew. */
        public Action(String name, Runnable run) {
            this(name, run, false);
        }

        /** Shows something that is to be seen beside the notice: what that says is still needed. */
        public static Action look(String name, Runnable run) {
            return new Action(name, run, true);
        }
    }

    public Notice {
        actions = List.copyOf(actions);
    }

    /** Something that asks for nothing: it leaves when it can have been read. */
    public static Notice passing(String topic, Severity severity, String text, Action... actions) {
        var time = READING.plus(PER_CHARACTER.multipliedBy(text.length()));
        return new Notice(topic, severity, text, List.of(actions), Optional.of(time));
    }

    /** Something that stays until it is seen to. */
    public static Notice lasting(String topic, Severity severity, String text, Action... actions) {
        return new Notice(topic, severity, text, List.of(actions), Optional.empty());
    }
}
