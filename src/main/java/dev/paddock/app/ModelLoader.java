package dev.paddock.app;

import dev.paddock.chat.ConversationId;
import dev.paddock.model.ModelName;
import dev.paddock.settings.ModelLoading;
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
 * short or where its last load went wrong. For the FX thread.
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
    }

    /** A person has chosen a model. */
    void chosen() {
        if (loading().when() == ModelLoading.When.ON_CHOICE) {
            loadUnasked();
        }
    }

    /** A message waits for an engine. */
    void wanted() {
        if (loading().when() != ModelLoading.When.ON_START) {
            loadUnasked();
        }
    }

    /** The app has opened. */
    void opened() {
        if (loading().withApp() && preferences.settings().value().model().isPresent()) {
            loadUnasked();
        }
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
    void load() {
        waiting.close();
        if (answering.value().isEmpty() || !engine.restartNeeded()) {
            engine.start();
            return;
        }
        var words = kit.words();
        var model = preferences.settings().value().model().map(ModelName::of).orElse("");
        ask(
                words.of("models.switch.title"),
                words.of("models.switch.text", answering.value().size(), model),
                List.of(
                        new Action(words.of("models.switch.later"), this::loadWhenAnswered),
                        new Action(words.of("models.switch.now"), engine::start)));
    }

    private void loadWhenAnswered() {
        waiting = new Subscriptions();
        kit.own(waiting);
        waiting.add(
                kit.ui()
                        .watch(
                                answering,
                                now -> {
                                    if (now.isEmpty()) {
                                        waiting.close();
                                        engine.start();
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
