package dev.paddock.ui.shell;

import dev.paddock.settings.Preferences;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The window as it comes up: in its place, its parts outlined in its colours. That takes a fraction
 * of the time the views take, which {@link Shell} puts in afterwards. Painted by hand, because
 * reading style sheets is what takes the time; a test holds it to them. For the FX thread.
 */
public final class SkeletonWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    private static final double MENU = 32;
    private static final double TOP_BAR = 48;
    private static final double SIDEBAR = 248;
    private static final double SMALL_SIDEBAR = 200;
    private static final double INSPECTOR = 320;
    private static final double GAP = 16;

    private final Theme theme = new Theme();
    private final Preferences preferences;
    private final Stage stage = new Stage();
    private final WindowViewModel window;
    private final WindowPlacement keeper;
    private final Scene scene;
    private final Toolkit kit;
    private final Runnable closed;
    private Consumer<Runnable> asking = Runnable::run;

    /**
     * Makes the window, with its title and in the place it had last time.
     *
     * @param closed called when the person closes the window, which is then gone from the screen;
     *     the app ends itself
     */
    public SkeletonWindow(Toolkit kit, Preferences preferences, Runnable closed) {
        this.kit = kit;
        this.preferences = preferences;
        this.closed = closed;
        theme.follow(kit, preferences);
        window = new WindowViewModel(preferences);
        scene = new Scene(outline(theme.colours(), window.place()));
        stage.setTitle(kit.words().of("app.name"));
        stage.setScene(scene);
        keeper = new WindowPlacement(window, stage);
        keeper.restore();
        stage.setOnHidden(_ -> kit.close());
        // Also before there is a menu, and when there will be none.
        scene.getAccelerators().put(Shortcut.QUIT.keys(), this::askToClose);
        stage.setOnCloseRequest(
                request -> {
                    request.consume();
                    askToClose();
                });
    }

    /**
     * @param asking runs what it is given, now or soon, unless the person would rather stay
     */
    public void askBeforeClosing(Consumer<Runnable> asking) {
        this.asking = asking;
    }

    public Stage stage() {
        return stage;
    }

    public WindowViewModel window() {
        return window;
    }

    public void show() {
        stage.show();
    }

    /** Tells in the place of the views why there are none; nothing is left to be asked about. */
    public void showDefect(String sentence) {
        asking = Runnable::run;
        var told = new Label(sentence);
        told.setWrapText(true);
        var quit = new Button(kit.words().of("shell.menu.quit"));
        quit.setDefaultButton(true);
        quit.setOnAction(_ -> askToClose());
        var card = new VBox(GAP, told, quit);
        card.setAlignment(Pos.CENTER);
        card.setPadding(new Insets(GAP));
        theme.dress(scene);
        scene.setRoot(card);
        quit.requestFocus();
    }

    /** Puts the views in the place of their outline. */
    void fill(Parent views) {
        theme.dress(scene);
        var zoomed = new ZoomPane(views);
        scene.setRoot(zoomed);
        kit.watch(
                preferences.settings(),
                now -> {
                    zoomed.zoom(now.zoom());
                    theme.zoom(scene, now.zoom().factor());
                });
    }

    /** The app's icon in all its sizes, for the window; on any thread, and best not on FX's. */
    public static List<Image> icons() {
        return ICON_SIZES.stream().map(SkeletonWindow::icon).toList();
    }

    private static Image icon(int size) {
        var icon = SkeletonWindow.class.getResource("/dev/paddock/icons/paddock-" + size + ".png");
        return new Image(Objects.requireNonNull(icon).toExternalForm());
    }

    /** The person wants to close it. */
    void askToClose() {
        try {
            asking.accept(this::close);
        } catch (RuntimeException unasked) {
            close();
            throw unasked;
        }
    }

    private void close() {
        // Whatever a view throws on its way out, the app ends.
        try {
            keeper.note();
            closePopups();
            stage.hide();
        } finally {
            closed.run();
        }
    }

    /** JavaFX throws when a window goes from below an open menu. */
    private static void closePopups() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
    }

    Scene scene() {
        return scene;
    }

    private static Parent outline(Theme.Colours colours, WindowPlace place) {
        var frame = new BorderPane();
        boolean small = place.width() < Shell.SMALL_WIDTH;
        var centre = new BorderPane();
        centre.setTop(sized(lined(colours, colours.ground(), new Insets(0, 0, 1, 0)), -1, TOP_BAR));
        var body = new BorderPane(centre);
        if (place.sidebar() && place.width() >= Shell.CRAMPED) {
            var side = lined(colours, colours.side(), new Insets(0, 1, 0, 0));
            body.setLeft(sized(side, small ? SMALL_SIDEBAR : SIDEBAR, -1));
        }
        if (place.inspector() && place.width() >= Shell.NARROW) {
            body.setRight(
                    sized(lined(colours, colours.side(), new Insets(0, 0, 0, 1)), INSPECTOR, -1));
        }
        if (!System.getProperty("os.name").startsWith("Mac")) {
            frame.setTop(sized(lined(colours, colours.side(), new Insets(0, 0, 1, 0)), -1, MENU));
        }
        frame.setCenter(body);
        frame.setBackground(filled(colours.ground(), Insets.EMPTY));
        return frame;
    }

    private static Region sized(Region region, double width, double height) {
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        return region;
    }

    /** Filled, with a line where {@code line} leaves room for it. */
    private static Region lined(Theme.Colours colours, Color fill, Insets line) {
        var region = new StackPane();
        region.setBackground(
                new Background(
                        new BackgroundFill(colours.line(), CornerRadii.EMPTY, Insets.EMPTY),
                        new BackgroundFill(fill, CornerRadii.EMPTY, line)));
        return region;
    }

    private static Background filled(Paint paint, Insets insets) {
        return new Background(new BackgroundFill(paint, CornerRadii.EMPTY, insets));
    }
}
