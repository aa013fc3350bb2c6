package dev.paddock.ui.models;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelLibrary;
import dev.paddock.model.ModelProblem;
import dev.paddock.model.ModelReader;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The chosen model, the recent ones and the way to choose another. For any thread; files are read
 * on the given executor.
 */
public final class ModelChooserViewModel implements Subscription {
    private final Preferences preferences;
    private final ModelReader reader;
    private final Executor background;
    private final ModelLibrary library;
    private final Signal<ModelChoice> choice = new Signal<>(new ModelChoice.None());
    private final Signal<Optional<ModelProblem>> refused = new Signal<>(Optional.empty());
    private final Runnable chosen;
    private final Subscription watching;
    private volatile Optional<Path> wanted = Optional.empty();

    /**
     * @param chosen called on {@code background} after a person has chosen a model
     */
    public ModelChooserViewModel(
            Preferences preferences, ModelReader reader, Executor background, Runnable chosen) {
        this.preferences = preferences;
        this.reader = reader;
        this.background = background;
        this.chosen = chosen;
        this.library = new ModelLibrary(reader, background);
        watching = preferences.settings().subscribe(settings -> follow(settings.model()));
    }

    @Override
    public void close() {
        watching.close();
    }

    /** The model in the settings, with what its header says. */
    public Observable<ModelChoice> choice() {
        return choice;
    }

    /** The models used lately, newest first; empty until {@link #lookAtRecent}. */
    public Observable<List<ModelLibrary.Entry>> recent() {
        return library.entries();
    }

    /** The recent models without the chosen one. */
    public List<ModelLibrary.Entry> others() {
        return library.entries().value().stream()
                .filter(model -> !wanted.equals(Optional.of(model.path())))
                .toList();
    }

    /** Why the file offered last was not taken. */
    public Observable<Optional<ModelProblem>> refused() {
        return refused;
    }

    /** Takes the model when its header is sound; of a split one, its first part. */
    public void use(Path path) {
        use(path, chosen);
    }

    /** The same, with {@code then} in place of what follows a choice; on the executor. */
    public void use(Path path, Runnable then) {
        background.execute(() -> take(path, then));
    }

    /** Takes the file off the list of recent ones; the file itself stays. */
    public void forget(Path path) {
        preferences.change(settings -> settings.withoutRecentModel(path));
        library.show(preferences.settings().value().recentModels());
    }

    /** Looks again which of the recent models are there. */
    public void lookAtRecent() {
        var paths = preferences.settings().value().recentModels();
        var known = library.entries().value().stream().map(ModelLibrary.Entry::path).toList();
        if (known.equals(paths)) {
            library.refresh();
        } else {
            library.show(paths);
        }
    }

    /** Stops saying why a file was not taken. */
    public void forgetRefusal() {
        refused.set(Optional.empty());
    }

    private void follow(Optional<Path> model) {
        if (model.equals(wanted)) {
            return;
        }
        wanted = model;
        if (model.isEmpty()) {
            choice.set(new ModelChoice.None());
        } else {
            choice.set(new ModelChoice.Reading(model.get()));
            background.execute(() -> readChosen(model.get()));
        }
    }

    private void readChosen(Path path) {
        ModelChoice read;
        try {
            read = new ModelChoice.Known(reader.read(path));
        } catch (ModelException bad) {
            read = new ModelChoice.Unusable(bad.problem());
        }
        var result = read;
        choice.update(now -> now.equals(new ModelChoice.Reading(path)) ? result : now);
    }

    private void take(Path path, Runnable then) {
        try {
            var file = reader.read(path);
            refused.set(Optional.empty());
            preferences.change(settings -> settings.withModel(file.path()));
            then.run();
        } catch (ModelException bad) {
            if (bad.problem() instanceof ModelProblem.NotTheFirstPart(_, var first)
                    && !first.equals(path)) {
                take(first, then);
            } else {
                refused.set(Optional.of(bad.problem()));
            }
        }
    }
}
