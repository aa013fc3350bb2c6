package dev.paddock.ui.shell;

import dev.paddock.engine.EngineState;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.CaretBlinkPause;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.FocusRing;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The main window: arranges the views of the features in it. For the FX thread. */
public final class Shell {
    /** The commands that {@link ShellActions} must give. */
    public static final List<Shortcut> GIVEN =
            List.of(
                    Shortcut.NEW_CHAT,
                    Shortcut.FIND_CHAT,
                    Shortcut.OPEN_MODEL,
                    Shortcut.SETTINGS,
                    Shortcut.START,
                    Shortcut.STOP,
                    Shortcut.RESTART,
                    Shortcut.COPY_ENDPOINT,
                    Shortcut.COPY_DIAGNOSTICS,
                    Shortcut.OUTLINE,
                    Shortcut.STOP_ANSWER);

    /** Below this the inspector has no room beside the chat and the conversations. */
    static final double NARROW = 1000;

    /** Below this the conversations have no room beside the chat. */
    static final double CRAMPED = 600;

    /** Lower than this, what lies over the chat has no room above the log. */
    private static final double LOW = 400;

    private static final double SIDEBAR = 248;

    static final double SMALL_WIDTH = 860;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final double LOG_SHARE = 0.64;
    private static final double LEAST_MESSAGES = 60;

    private final Toolkit kit;
    private final WindowViewModel window;
    private final ShellParts parts;
    private final ShellActions actions;
    private final Scene scene;
    private final Inspector inspector;
    private final SidePanes panes;
    private final Overlay overlay = new Overlay();
    private final NoticeList notices;
    private final MessageArea messages;
    private double logDivider = LOG_SHARE;
    private boolean fitting;

    @FXML private StackPane root;
    @FXML private BorderPane frame;
    @FXML private StackPane body;
    @FXML private HBox columns;
    @FXML private StackPane sidebarPlace;
    @FXML private HBox topBar;
    @FXML private VBox head;
    @FXML private SplitPane work;
    @FXML private StackPane main;
    @FXML private ToggleButton sidebarToggle;
    @FXML private ToggleButton logToggle;
    @FXML private ToggleButton inspectorToggle;
    @FXML private Node dropHint;

    public Shell(
            Toolkit kit,
            SkeletonWindow look,
            Preferences preferences,
            Observable<EngineState> state,
            ShellParts parts,
            ShellActions actions) {
        this.kit = kit;
        window = look.window();
        this.parts = parts;
        this.actions = actions;
        inspector = new Inspector(parts.inspector());
        notices = new NoticeList(kit);
        messages = new MessageArea(parts.banner(), notices);
        scene = look.scene();
        var views = kit.views().load("shell", this);
        frame.setTop(new ShellMenu(kit, preferences, state, actions, look).node());
        panes = new SidePanes(columns, main);
        arrange();
        look.fill(views);
        follow();
        keys();
        new DropZone(scene, dropHint, actions.useModel());
    }

    public Scene scene() {
        return scene;
    }

    private void arrange() {
        sidebarPlace.getChildren().setAll(parts.sidebar());
        main.getChildren().setAll(parts.chat());
        topBar.getChildren().add(1, parts.engineBar());
        HBox.setHgrow(parts.engineBar(), Priority.ALWAYS);
        head.getChildren().add(messages);
        root.getChildren().add(overlay);
        Tooltips.put(sidebarToggle, kit.words().of("shell.sidebar"), Shortcut.SIDEBAR);
        Tooltips.put(logToggle, kit.words().of("shell.log"), Shortcut.LOG);
        Tooltips.put(inspectorToggle, kit.words().of("shell.inspector"), Shortcut.INSPECTOR);
        logToggle.selectedProperty().bindBidirectional(window.log());
    }

    private void follow() {
        window.log().subscribe(this::showLog);
        window.tab().subscribe(index -> inspector.choose(index.intValue()));
        window.card().subscribe(card -> card.ifPresentOrElse(overlay::show, overlay::hide));
        overlay.visibleProperty()
                .subscribe(
                        visible -> {
                            if (!visible) {
                                window.hideCard();
                            }
                        });
        body.widthProperty().subscribe(width -> fit(width.doubleValue()));
        body.heightProperty().subscribe(height -> fitLog(height.doubleValue()));
        messages.roomProperty().bind(body.heightProperty().map(this::roomForMessages));
        sidebarToggle.selectedProperty().bindBidirectional(window.sidebar());
        inspectorToggle.selectedProperty().bindBidirectional(window.inspector());
        window.inspector().subscribe(this::placePanes);
        window.narrow().subscribe(this::placePanes);
        window.cramped().subscribe(this::placePanes);
        window.sidebar()
                .subscribe(
                        () -> {
                            if (!fitting) {
                                window.narrow().set(isNarrow(body.getWidth()));
                            }
                            placePanes();
                        });
        placePanes();
    }

    private void fit(double width) {
        if (width > 0) {
            fitting = true;
            window.fitSidebar(width < CRAMPED);
            window.fit(isNarrow(width));
            fitting = false;
            root.pseudoClassStateChanged(SMALL, width < SMALL_WIDTH);
        }
    }

    private void fitLog(double height) {
        if (height > 0) {
            window.fitLog(height < LOW);
        }
    }

    /** Above the chat, which keeps the room to write in. */
    private double roomForMessages(Number height) {
        double left = height.doubleValue() - topBar.getPrefHeight() - main.getMinHeight();
        return Math.max(LEAST_MESSAGES, left);
    }

    /** What is closed, or lies over the chat, leaves its room to the others. */
    private boolean isNarrow(double width) {
        boolean beside = window.sidebar().get() && !window.cramped().get();
        return width + (beside ? 0 : SIDEBAR) < NARROW;
    }

    private void placePanes() {
        panes.place(sidebarPlace, Side.LEFT, window.sidebar().get(), window.cramped().get());
        panes.place(inspector, Side.RIGHT, window.inspector().get(), window.narrow().get());
    }

    private void showLog(boolean open) {
        var items = work.getItems();
        if (open && items.size() == 1) {
            items.add(parts.log().get());
            work.setDividerPositions(logDivider);
        } else if (!open && items.size() > 1) {
            logDivider = work.getDividerPositions()[0];
            items.remove(parts.log().get());
        }
    }

    private void keys() {
        HeldKeys.watch(scene);
        new TypingFocus(scene, overlay, actions.composer());
        // A handler: what opened last takes Esc first.
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (Shortcut.STOP_ANSWER.keys().match(key)) {
                        actions.commands().get(Shortcut.STOP_ANSWER).run();
                    }
                });
        scene.getAccelerators().put(Shortcut.NEXT_REGION.keys(), () -> nextRegion(1));
        scene.getAccelerators().put(Shortcut.PREVIOUS_REGION.keys(), () -> nextRegion(-1));
        scene.getAccelerators()
                .put(
                        Shortcut.CONTEXT_MENU.keys(),
                        () ->
                                Optional.ofNullable(scene.getFocusOwner())
                                        .ifPresent(ContextMenus::request));
        new ZoomKeys(window, scene);
        CaretBlinkPause.in(scene);
        FocusRing.in(scene);
        // A handler: a field with something typed in it, and an answer that can be stopped, come
        // first.
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE && window.closeFloating()) {
                        key.consume();
                    }
                });
    }

    private void nextRegion(int step) {
        if (overlay.isVisible()) {
            return;
        }
        // Before the chat, which it is a part of: a region is the first that holds the focus.
        var composer = actions.composer().box();
        var regions = new ArrayList<Node>(List.of(topBar, messages, composer, parts.chat()));
        if (window.sidebar().get()) {
            regions.addFirst(sidebarPlace);
        }
        if (window.log().get()) {
            regions.add(parts.log().get());
        }
        if (window.inspector().get()) {
            regions.add(inspector);
        }
        Focus.nextRegion(regions, Optional.ofNullable(scene.getFocusOwner()), step)
                .ifPresent(Node::requestFocus);
    }
}
