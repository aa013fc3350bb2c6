package dev.paddock.app;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.StarterModel;
import dev.paddock.ui.chat.ChatViews;
import dev.paddock.ui.chat.Demonstration;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.models.ModelChooserViewModel;
import dev.paddock.ui.models.Welcome;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.Optional;

/** Leads from no model to the first answer. For the FX thread. */
final class Onboarding {
    private final Toolkit kit;
    private final Wiring wiring;
    private final ModelChooserViewModel chooser;
    private final StarterModel starter;
    private final Runnable start;
    private final StackPane welcome = new StackPane();
    private final SimpleBooleanProperty noModel = new SimpleBooleanProperty();
    private final SimpleBooleanProperty demonstrating = new SimpleBooleanProperty();

    /**
     * @param start starts the engine; called on any thread
     */
    Onboarding(Toolkit kit, Wiring wiring, ModelChooserViewModel chooser, Runnable start) {
        this.kit = kit;
        this.wiring = wiring;
        this.chooser = chooser;
        this.start = start;
        starter = wiring.models().model();
        kit.watch(chooser.choice(), this::welcome);
        kit.watch(wiring.preferences().settings(), _ -> refresh());
        kit.watch(wiring.supervisor().state(), _ -> refresh());
    }

    void in(ChatViews chat, Runnable openPicker) {
        chat.greetWith(welcome, noModel);
        chat.demonstrate(new Demonstration(demonstrating, starter.questions(), openPicker));
    }

    /** Without a model, an empty conversation is no use: the way to one stands in its place. */
    private void welcome(ModelChoice choice) {
        noModel.set(choice instanceof ModelChoice.None);
        if (noModel.get() && welcome.getChildren().isEmpty()) {
            welcome.getChildren().add(new Welcome(kit, chooser, starter, start).node());
        }
    }

    /** What runs counts; the chosen model only when none does. */
    private void refresh() {
        Optional<Path> chosen = wiring.preferences().settings().value().model();
        var running = wiring.running().map(engine -> engine.plan().model());
        demonstrating.set(running.or(() -> chosen).filter(starter.path()::equals).isPresent());
    }
}
