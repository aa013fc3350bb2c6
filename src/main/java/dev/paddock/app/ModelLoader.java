package dev.paddock.app;

import dev.paddock.chat.ConversationId;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.model.ModelName;
import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.common.AskCard;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.engine.EngineViewModel;
import dev.paddock.ui.shell.WindowViewModel;

import java.util.List;
import java.util.Set;

/**
 * Loads the chosen model when the settings say so, and asks first where that would cut answers
 * short or where its last load went wrong. Waits until it is known where the engine lies. Methods
 * can be called from any thread and return at once.
 */
final class ModelLoader {
    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Preferences preferences;
    private final Observable<Set<ConversationId>> answering;
    private final WindowViewModel window;

    /** Waits for running answers. */
    private Subscriptions waiting = new Subscriptions();

    ModelLoader(
            Toolkit kit,
            EngineViewModel engine,
            Preferences preferences,
            Observable<Set<ConversationId>> answering,
            WindowViewModel window) {
        this.kit = kit;
        this.engine = engine;
        this.preferences = preferences;
        this.answering = answering;
        this.window = window;
        engine.beforeRestart().add(this::askBeforeRestart);
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
        onceFound(this::load);
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
                            new Action(words.of("models.unsafe.load"), this::load),
                            new Action(words.of("models.unsafe.not"), () -> {})));
        } else {
            load();
        }
    }

    /** Starts the engine; while answers are under way, only when they may be cut short. */
    private void load() {
        waiting.close();
        if (answering.value().isEmpty() || !engine.restartNeeded()) {
            engine.start();
        } else {
            askWhen(engine::start);
        }
    }

    /** An engine that no longer answers can be restarted at once. */
    private void askBeforeRestart(Runnable restart) {
        boolean answers = engine.state().value() instanceof EngineState.Ready;
        if (answering.value().isEmpty() || !answers) {
            restart.run();
        } else {
            waiting.close();
            askWhen(restart);
        }
    }

    private void askWhen(Runnable load) {
        var words = kit.words();
        var model = preferences.settings().value().model().map(ModelName::of).orElse("");
        ask(
                words.of("models.switch.title"),
                words.of("models.switch.text", answering.value().size(), model),
                List.of(
                        new Action(words.of("models.switch.later"), () -> whenAnswered(load)),
                        new Action(words.of("models.switch.now"), load)));
    }

    private void whenAnswered(Runnable load) {
        waiting = new Subscriptions();
        kit.own(waiting);
        waiting.add(
                kit.ui()
                        .watch(
                                answering,
                                now -> {
                                    if (now.isEmpty()) {
                                        waiting.close();
                                        load.run();
                                    }
                                }));
    }

    private void ask(String title, String text, List<Action> choices) {
        window.showCard(AskCard.of(kit.words(), title, text, choices, window::hideCard));
    }

    private ModelLoading loading() {
        return preferences.settings().value().loading();
    }
}
