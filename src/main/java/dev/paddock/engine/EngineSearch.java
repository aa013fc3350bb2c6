package dev.paddock.engine;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Knows where the engine is; looks again whenever a person names another place. */
public final class EngineSearch {
    private final Signal<EngineLocation> location = new Signal<>(new EngineLocation.Searching());
    private final Optional<Path> commandLine;
    private final EngineLocator locator;
    private final Consumer<Path> found;
    private final Executor background;

    /** Empty until the first search. */
    private Optional<Optional<Path>> searched = Optional.empty();

    /** A person has chosen another place since the first search. */
    private boolean chosen;

    /**
     * @param commandLine what a person named for this run
     * @param found told in background of every engine, before it is shown
     */
    public EngineSearch(
            Optional<Path> commandLine,
            EngineLocator locator,
            Consumer<Path> found,
            Executor background) {
        this.commandLine = commandLine;
        this.locator = locator;
        this.found = found;
        this.background = background;
    }

    public Observable<EngineLocation> location() {
        return location;
    }

    /**
     * Returns at once; searches only when this is another place than the last time.
     *
     * @param named what a person chose for good
     */
    public synchronized void look(Optional<Path> named) {
        if (!searched.equals(Optional.of(named))) {
            chosen = searched.isPresent();
            searched = Optional.of(named);
            background.execute(() -> search(named));
        }
    }

    /**
     * Whether there is an engine in a place that a person has in mind. Returns at once, and takes
     * nothing over.
     *
     * @param told in background, of the reason why there is none
     */
    public void check(Path place, Consumer<Optional<Failure>> told) {
        background.execute(() -> told.accept(locator.refusal(place)));
    }

    /** A refused place of the command line does not stand in the way of what is chosen instead. */
    private EngineLocation locate(Optional<Path> named) {
        var result = locator.locate(commandLine, named);
        boolean instead = commandLine.isPresent() && isChosen() && result.failure().isPresent();
        return instead ? locator.locate(Optional.empty(), named) : result;
    }

    private synchronized boolean isChosen() {
        return chosen;
    }

    private void search(Optional<Path> named) {
        var result = locate(named);
        result.program().ifPresent(found);
        synchronized (this) {
            if (!searched.equals(Optional.of(named))) {
                return;
            }
            location.put(result);
        }
        location.tell();
    }
}
