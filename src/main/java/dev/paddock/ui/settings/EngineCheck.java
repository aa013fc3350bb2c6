package dev.paddock.ui.settings;

import dev.paddock.engine.Failure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether there is an engine where a person points. */
@FunctionalInterface
public interface EngineCheck {
    /**
     * Returns at once.
     *
     * @param told on any thread, some seconds later at most, of the reason why there is none
     */
    void ask(Path place, Consumer<Optional<Failure>> told);
}
