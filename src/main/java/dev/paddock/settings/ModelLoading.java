package dev.paddock.settings;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * When the chosen model is loaded.
 *
 * @param withApp whether the engine starts with the app
 * @param unsafe those whose last load ended in a crash, was killed or never ended: none of them is
 *     loaded without a person's word
 */
public record ModelLoading(When when, boolean withApp, Set<Path> unsafe) {
    public static final ModelLoading DEFAULT = new ModelLoading(When.ON_CHOICE, false, Set.of());

    /** What a load waits for. */
    public enum When {
        /** As soon as a model is chosen. */
        ON_CHOICE,
        /** With the first message to it. */
        ON_MESSAGE,
        /** Until a person starts the engine. */
        ON_START
    }

    public ModelLoading {
        unsafe = Set.copyOf(unsafe);
    }

    public ModelLoading with(When changed) {
        return new ModelLoading(changed, withApp, unsafe);
    }

    public ModelLoading withApp(boolean changed) {
        return new ModelLoading(when, changed, unsafe);
    }

    ModelLoading unsafe(Path model, boolean is) {
        var changed = new HashSet<>(unsafe);
        boolean other = is ? changed.add(model) : changed.remove(model);
        return other ? new ModelLoading(when, withApp, changed) : this;
    }
}
