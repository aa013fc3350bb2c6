package dev.paddock.ui.shell;

import dev.paddock.engine.EngineState;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Zoom;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import java.util.Map;
import java.util.Objects;

/** The menu bar: every action of the window, with its keys. */
final class ShellMenu {
    private final Preferences preferences;
    private final ShellActions actions;
    private final WindowViewModel window;
    private final Parent node;

    @FXML private MenuBar bar;
    @FXML private MenuItem newChat;
    @FXML private MenuItem findChat;
    @FXML private MenuItem openModel;
    @FXML private MenuItem backups;
    @FXML private MenuItem settings;
    @FXML private MenuItem quit;
    @FXML private MenuItem start;
    @FXML private MenuItem stop;
    @FXML private MenuItem restart;
    @FXML private MenuItem copyEndpoint;
    @FXML private CheckMenuItem sidebar;
    @FXML private CheckMenuItem inspector;
    @FXML private CheckMenuItem log;
    @FXML private MenuItem outline;
    @FXML private MenuItem zoomIn;
    @FXML private MenuItem zoomOut;
    @FXML private MenuItem zoomReset;
    @FXML private RadioMenuItem system;
    @FXML private RadioMenuItem light;
    @FXML private RadioMenuItem dark;
    @FXML private MenuItem shortcuts;
    @FXML private MenuItem copyDiagnostics;
    @FXML private MenuItem about;

    ShellMenu(
            Toolkit kit,
            Preferences preferences,
            Observable<EngineState> state,
            ShellActions actions,
            SkeletonWindow look) {
        this.preferences = preferences;
        this.actions = actions;
        window = look.window();
        node = kit.views().load("menu-bar", this);
        bar.setUseSystemMenuBar(true);
        given();
        bind(quit, Shortcut.QUIT, look::askToClose);
        view();
        var card = new ShortcutsCard(kit.words(), window::hideCard);
        bind(shortcuts, Shortcut.SHORTCUTS, () -> window.showCard(card.node()));
        about.setOnAction(_ -> actions.about().run());
        kit.watch(state, this::show);
        kit.watch(preferences.settings(), now -> show(now.appearance()));
    }

    Parent node() {
        return node;
    }

    private void given() {
        Map.ofEntries(
                        Map.entry(Shortcut.OUTLINE, outline),
                        Map.entry(Shortcut.NEW_CHAT, newChat),
                        Map.entry(Shortcut.FIND_CHAT, findChat),
                        Map.entry(Shortcut.OPEN_MODEL, openModel),
                        Map.entry(Shortcut.BACKUPS, backups),
                        Map.entry(Shortcut.SETTINGS, settings),
                        Map.entry(Shortcut.START, start),
                        Map.entry(Shortcut.STOP, stop),
                        Map.entry(Shortcut.RESTART, restart),
                        Map.entry(Shortcut.COPY_ENDPOINT, copyEndpoint),
                        Map.entry(Shortcut.COPY_DIAGNOSTICS, copyDiagnostics))
                .forEach(
                        (shortcut, item) ->
                                bind(
                                        item,
                                        shortcut,
                                        Objects.requireNonNull(
                                                actions.commands().get(shortcut), shortcut::name)));
    }

    private void view() {
        sidebar.setAccelerator(Shortcut.SIDEBAR.keys());
        sidebar.selectedProperty().bindBidirectional(window.sidebar());
        bind(zoomIn, Shortcut.ZOOM_IN, () -> window.zoom(Zoom::in));
        bind(zoomOut, Shortcut.ZOOM_OUT, () -> window.zoom(Zoom::out));
        bind(zoomReset, Shortcut.ZOOM_RESET, () -> window.zoom(_ -> Zoom.USUAL));
        inspector.setAccelerator(Shortcut.INSPECTOR.keys());
        inspector.selectedProperty().bindBidirectional(window.inspector());
        log.setAccelerator(Shortcut.LOG.keys());
        log.selectedProperty().bindBidirectional(window.log());
        var group = new ToggleGroup();
        Map.of(system, Appearance.SYSTEM, light, Appearance.LIGHT, dark, Appearance.DARK)
                .forEach(
                        (item, appearance) -> {
                            item.setToggleGroup(group);
                            item.setOnAction(
                                    _ -> preferences.change(now -> now.withAppearance(appearance)));
                        });
    }

    private void show(Appearance appearance) {
        switch (appearance) {
            case SYSTEM -> system.setSelected(true);
            case LIGHT -> light.setSelected(true);
            case DARK -> dark.setSelected(true);
        }
    }

    private void show(EngineState state) {
        boolean running = state.running().isPresent();
        boolean off = state instanceof EngineState.Idle || state instanceof EngineState.Failed;
        start.setDisable(!off);
        stop.setDisable(off || state instanceof EngineState.Stopping);
        restart.setDisable(!running);
        copyEndpoint.setDisable(!running);
    }

    private static void bind(MenuItem item, Shortcut shortcut, Runnable action) {
        item.setAccelerator(shortcut.keys());
        item.setOnAction(_ -> action.run());
    }
}
