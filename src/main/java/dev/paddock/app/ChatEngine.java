package dev.paddock.app;

import dev.paddock.chat.ConversationFiles;
import dev.paddock.engine.EngineLocation;
import dev.paddock.exchange.ConversationExchange;
import dev.paddock.model.ModelChoice;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.ui.chat.BeforeStart;
import dev.paddock.ui.chat.ChatServices;
import dev.paddock.ui.common.Toolkit;

/** The engine as the chat sees it: whether it answers, and whether a message would start it. */
final class ChatEngine {
    private final Observable<EngineLocation> engine;
    private final Observable<Settings> settings;
    private final Observable<ModelChoice> model;
    private final Signal<BeforeStart> before = new Signal<>(BeforeStart.NOTHING);

    private ChatEngine(
            Observable<EngineLocation> engine,
            Observable<Settings> settings,
            Observable<ModelChoice> model) {
        this.engine = engine;
        this.settings = settings;
        this.model = model;
    }

    /**
     * @param start called when a message waits for an engine that is off
     */
    static ChatServices.Engine of(
            Toolkit kit, Wiring wiring, Observable<ModelChoice> model, Runnable start) {
        var made = new ChatEngine(wiring.engineLocation(), wiring.preferences().settings(), model);
        kit.watch(made.engine, _ -> made.look());
        kit.watch(made.settings, _ -> made.look());
        kit.watch(made.model, _ -> made.look());
        return new ChatServices.Engine(wiring.connections().local(), made.before, start);
    }

    private void look() {
        var now = now();
        if (now != before.value()) {
            before.set(now);
        }
    }

    private BeforeStart now() {
        if (engine.value() instanceof EngineLocation.NotFound) {
            return BeforeStart.FIND_ENGINE;
        }
        return switch (model.value()) {
            case ModelChoice.None _ -> BeforeStart.CHOOSE_MODEL;
            case ModelChoice.Unusable _ -> BeforeStart.CHOOSE_OTHER_MODEL;
            case ModelChoice.Reading _, ModelChoice.Known _ ->
                    settings.value().loading().when() == When.ON_START
                            ? BeforeStart.PRESS_START
                            : BeforeStart.NOTHING;
        };
    }

    /** What the chat does with the history as a whole. */
    static ChatServices.HistoryServices history(Wiring wiring) {
        var files =
                new ConversationFiles(
                        wiring.history(), new ConversationExchange(), wiring.background());
        return new ChatServices.HistoryServices(wiring.recovery(), files);
    }
}
