package dev.paddock.ui.engine;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelFile;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.FrameCoalescer;
import dev.paddock.ui.common.ModelScope;
import dev.paddock.ui.common.OptionForm;
import dev.paddock.ui.common.Scrolling;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

import java.util.Optional;
import java.util.OptionalInt;

/** The engine's options, for the model in use or for all. */
public final class EnginePanel {
    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Observable<ModelChoice> model;
    private final Parent node;
    private final OptionForm form;
    private final ModelScope scope;

    @FXML private ScrollPane scroll;
    @FXML private Node restartNotice;
    @FXML private Button restart;
    @FXML private StackPane scopePlace;
    @FXML private StackPane formPlace;
    @FXML private StackPane sharingPlace;

    /**
     * @param reveal brings this panel into sight
     */
    public EnginePanel(
            Toolkit kit, EngineViewModel engine, Observable<ModelChoice> model, Runnable reveal) {
        this.kit = kit;
        this.engine = engine;
        this.model = model;
        node = kit.views().load("engine-panel", this);
        Scrolling.keepGutter(scroll);
        scope = new ModelScope(kit, EngineOptions.CATALOGUE, () -> show(engine.settings().value()));
        scopePlace.getChildren().setAll(scope.node());
        form =
                new OptionForm(
                        kit,
                        EngineOptions.CATALOGUE,
                        (which, how) -> engine.change(scope.level(), which, how));
        formPlace.getChildren().setAll(form.node());
        sharingPlace.getChildren().setAll(new SharingPanel(kit, engine).node());
        var stays = new FrameCoalescer(kit.ui(), this::showFocused);
        scroll.viewportBoundsProperty().subscribe(stays::request);
        Tooltips.put(restart, kit.words().of("server.bar.restart.tip"), Shortcut.RESTART);
        engine.beforeStart().addForm((replaced, start) -> form.settleThen(replaced, reveal, start));
        kit.watch(engine.settings(), this::show);
        kit.watch(engine.state(), _ -> showRestart());
        kit.watch(model, _ -> showRemarks(engine.settings().value()));
    }

    /** What was in use stays in sight when the notice takes its room. */
    private void showFocused() {
        Optional.ofNullable(node.getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> isIn(scroll.getContent(), owner))
                .ifPresent(Scrolling::show);
    }

    private static boolean isIn(Node part, Node node) {
        return node.equals(part) || node.getParent() != null && isIn(part, node.getParent());
    }

    public Parent node() {
        return node;
    }

    /** Puts the cursor into the first field. */
    public void focus() {
        form.focusFirst();
    }

    @FXML
    private void restart() {
        engine.restart();
    }

    private void show(Settings settings) {
        var chain = settings.chain();
        scope.show(settings.model(), chain);
        form.show(chain, scope.level());
        showRemarks(settings);
        showRestart();
    }

    private void showRemarks(Settings settings) {
        var words = kit.words();
        Options inForce = settings.chain().inForce();
        boolean shared = settings.sharing().on();
        form.remark(
                EngineOptions.PORT,
                words.of(shared ? "server.panel.port.shared" : "server.panel.port.own"));
        form.remark(EngineOptions.PARALLEL_SLOTS, ContextShare.text(words, inForce, trained()));
    }

    private OptionalInt trained() {
        return model.value() instanceof ModelChoice.Known(ModelFile file)
                ? file.trainedContext()
                : OptionalInt.empty();
    }

    private void showRestart() {
        boolean needed = engine.restartNeeded();
        restartNotice.setVisible(needed);
        restartNotice.setManaged(needed);
    }
}
