package dev.paddock.app;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.model.ModelName;
import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.common.AskCard;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.engine.EngineViewModel;
import dev.paddock.ui.shell.WindowViewModel;

import java.util.List;

/**
 * Loads the chosen model when the settings say so, and asks first where its last load went wrong or
 * where another one would cut answers short. Waits until it is known where the engine lies. Methods
 * can be called from any thread and return at once.
 */
final class ModelLoader {
    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Preferences preferences;
    private final RunningAnswers answers;
    private final WindowViewModel window;

    ModelLoader(
            Toolkit kit,
            EngineViewModel engine,
            Preferences preferences,
            RunningAnswers answers,
            WindowViewModel window) {
        this.kit = kit;
        this.engine = engine;
        this.preferences = preferences;
        this.answers = answers;
        this.window = window;
        engine.beforeReplacing().add(this::askBeforeReplacing);
        engine.beforeStopping().add(this::askBeforeStopping);
    }

    /** A person has chosen a model. */
    void chosen() {
        onceFound(() -> ifSet(When.ON_CHOICE));
    }

    /** A message waits for an engine. */
    void wanted() {
        onceFound(() -> ifSet(When.ON_CHOICE, When.ON_MESSAGE));
    }

    /** A person has asked for it. */
    void start() {
        onceFound(engine::start);
    }

    /**
     * Does what the command line of a start asks for, or else what the settings say.
     *
     * @param start whether the engine shall start
     * @param model whether a model was named
     */
    void begin(boolean start, boolean model) {
        if (start) {
            start();
        } else if (model) {
            chosen();
        } else {
            onceFound(this::opened);
        }
    }

    private void opened() {
        if (loading().withApp() && preferences.settings().value().model().isPresent()) {
            loadUnasked();
        }
    }

    private void ifSet(When... wanted) {
        if (List.of(wanted).contains(loading().when())) {
            loadUnasked();
        }
    }

    private void onceFound(Runnable then) {
        var until = new Subscriptions();
        kit.own(until);
        until.add(
                kit.ui()
                        .watch(
                                engine.engine(),
                                location -> {
                                    if (!(location instanceof EngineLocation.Searching)) {
                                        until.close();
                                        then.run();
                                    }
                                }));
    }

    /** Nobody pressed Start, so a model that did not survive its last load is asked about. */
    private void loadUnasked() {
        var model = preferences.settings().value().model();
        if (model.filter(loading().unsafe()::contains).isPresent()) {
            var words = kit.words();
            ask(
                    words.of("models.unsafe.title"),
                    words.of("models.unsafe.text", ModelName.of(model.get())),
                    List.of(
                            new Action(words.of("models.unsafe.load"), engine::start),
                            new Action(words.of("models.unsafe.not"), () -> {})));
        } else {
            engine.start();
        }
    }

    private void askBeforeReplacing(Runnable start) {
        var chosen = preferences.settings().value().model();
        var loaded = engine.state().value().running().map(running -> running.plan().model());
        Runnable ask =
                loaded.equals(chosen)
                        ? () -> answers.askBeforeRestarting(start)
                        : () ->
                                answers.askBeforeLoading(
                                        chosen.map(ModelName::of).orElse(""), start);
        askUnlessStuck(start, ask);
    }

    private void askBeforeStopping(Runnable stop) {
        askUnlessStuck(stop, () -> answers.askBeforeStopping(stop));
    }

    /** An engine that no longer answers can be ended at once. */
    private void askUnlessStuck(Runnable end, Runnable ask) {
        if (engine.state().value() instanceof EngineState.Unresponsive) {
            end.run();
        } else {
            kit.ui().execute(ask);
        }
    }

    private void ask(String title, String text, List<Action> choices) {
        window.showCard(AskCard.of(kit.words(), title, text, choices, window::hideCard));
    }

    private ModelLoading loading() {
        return preferences.settings().value().loading();
    }
}
