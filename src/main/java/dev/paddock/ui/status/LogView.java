package dev.paddock.ui.status;

import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Subscription;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.FrameCoalescer;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import java.util.List;

/** The engine's log, live while it shows; read ten times a second at most. */
public final class LogView {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Nobody reads faster, and a flood must leave the window its frames. */
    private static final Duration REST = Duration.millis(100);

    /** Of the bar's width; below it the controls need all of it. */
    private static final double ROOM_FOR_FILE = 820;

    /** The same for the words of the buttons. */
    private static final double ROOM_FOR_WORDS = 600;

    private final Toolkit kit;
    private final LogSource source;
    private final LogTail tail;
    private final FrameCoalescer update;
    private final LogActions actions;
    private final Parent node;
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean more;
    private Subscription live = () -> {};

    @FXML private TextField filter;
    @FXML private Label count;
    @FXML private ToggleButton follow;
    @FXML private Button copyShown;
    @FXML private Button copyAll;
    @FXML private Label file;
    @FXML private Button openFolder;
    @FXML private Button copyDiagnostics;
    @FXML private Button close;
    @FXML private ListView<LogLine> lines;
    @FXML private Node empty;

    public LogView(Toolkit kit, LogSource source, LogActions actions) {
        this.kit = kit;
        this.source = source;
        this.actions = actions;
        tail = new LogTail(source);
        update = new FrameCoalescer(kit.ui(), this::advanceUnlessResting);
        node = kit.views().load("log-view", this);
        file.visibleProperty().bind(((Region) node).widthProperty().greaterThan(ROOM_FOR_FILE));
        file.managedProperty().bind(file.visibleProperty());
        ((Region) node).widthProperty().subscribe(width -> fit(width.doubleValue()));
        var words = kit.words();
        Tooltips.put(follow, words.of("log.follow.tip"));
        Tooltips.put(copyShown, words.of("log.copyShown.tip"));
        Tooltips.put(copyAll, words.of("log.copyAll.tip"));
        Tooltips.put(openFolder, words.of("log.openFolder", actions.file().getParent()));
        Tooltips.put(copyDiagnostics, words.of("log.copyDiagnostics"), Shortcut.COPY_DIAGNOSTICS);
        file.setText(words.of("log.file", actions.file()));
        Tooltips.put(close, words.of("log.close"), Shortcut.LOG);
        lines.setCellFactory(_ -> new LogCell());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        ContextMenus.on(lines, _ -> menu());
        lines.setOnKeyPressed(
                key -> {
                    if (COPY.match(key)) {
                        SystemClipboard.put(selected());
                        key.consume();
                    }
                });
        filter.textProperty()
                .subscribe(
                        text -> {
                            tail.filter(text);
                            show();
                        });
        follow.selectedProperty().subscribe(this::toEnd);
        lines.heightProperty().subscribe(this::toEnd);
        rest.setOnFinished(_ -> rested());
        WhileShowing.of(node).subscribe(this::live);
    }

    public Parent node() {
        return node;
    }

    /** The menu of the lines copies all of them too. */
    private void fit(double width) {
        boolean words = width <= 0 || width > ROOM_FOR_WORDS;
        var look = words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
        follow.setContentDisplay(look);
        copyShown.setContentDisplay(look);
        copyAll.setVisible(words);
        copyAll.setManaged(words);
    }

    /** Puts the cursor into the filter. */
    public void focus() {
        filter.requestFocus();
    }

    /** Reads what is new at once; while the view shows this happens by itself. */
    public void advance() {
        if (tail.advance()) {
            show();
        }
    }

    private String selected() {
        return LogTail.text(lines.getSelectionModel().getSelectedItems());
    }

    private List<MenuItem> menu() {
        var words = kit.words();
        // What comes meanwhile lets the selection go.
        String selected = selected();
        var copy = ContextMenus.item(words.of("menu.copy"), () -> SystemClipboard.put(selected));
        copy.setDisable(selected.isEmpty());
        return List.of(
                copy,
                ContextMenus.item(words.of("log.copyShown"), this::copyShown),
                ContextMenus.item(words.of("log.copyAll"), this::copyAll));
    }

    @FXML
    private void copyAll() {
        tail.advance();
        SystemClipboard.put(LogTail.text(tail.all()));
    }

    @FXML
    private void copyShown() {
        SystemClipboard.put(LogTail.text(tail.shown()));
    }

    @FXML
    private void openFolder() {
        actions.openFolder().run();
    }

    @FXML
    private void copyDiagnostics() {
        actions.copyDiagnostics().run();
    }

    @FXML
    private void close() {
        actions.close().run();
    }

    private void live(boolean shows) {
        live.close();
        live = shows ? source.newest().subscribe(_ -> update.request()) : () -> {};
    }

    private void advanceUnlessResting() {
        if (rest.getStatus() == Animation.Status.RUNNING) {
            more = true;
        } else {
            advance();
            rest.playFromStart();
        }
    }

    private void rested() {
        if (more) {
            more = false;
            update.request();
        }
    }

    private void show() {
        var shown = tail.shown();
        lines.getItems().setAll(shown);
        boolean all = shown.size() == tail.kept();
        count.setText(
                all
                        ? kit.words().of("log.count", shown.size())
                        : kit.words().of("log.count.filtered", shown.size(), tail.kept()));
        empty.setVisible(tail.kept() == 0);
        toEnd();
    }

    /** Past the last line is the very end; to the last line itself would fall short of it. */
    private void toEnd() {
        if (follow.isSelected() && !lines.getItems().isEmpty()) {
            lines.scrollTo(lines.getItems().size());
        }
    }

    /** Reading back holds the log still. */
    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() > 0) {
            follow.setSelected(false);
        }
    }
}
