package dev.paddock.ui;

import dev.paddock.engine.EngineLocation;
import dev.paddock.monitor.SpeedPoint;
import dev.paddock.monitor.StatusSnapshot;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.signal.Signal;
import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.common.Views;
import dev.paddock.ui.engine.BannerActions;
import dev.paddock.ui.engine.EngineBar;
import dev.paddock.ui.engine.EnginePanel;
import dev.paddock.ui.engine.EngineViewModel;
import dev.paddock.ui.engine.FailureBanner;
import dev.paddock.ui.models.ModelChooserViewModel;
import dev.paddock.ui.models.ModelPicker;
import dev.paddock.ui.models.Welcome;
import dev.paddock.ui.settings.SettingsCard;
import dev.paddock.ui.settings.SettingsHost;
import dev.paddock.ui.shell.Shell;
import dev.paddock.ui.shell.ShellActions;
import dev.paddock.ui.shell.ShellParts;
import dev.paddock.ui.shell.ShellParts.Tab;
import dev.paddock.ui.shell.SkeletonWindow;
import dev.paddock.ui.shell.WindowViewModel;
import dev.paddock.ui.status.LogActions;
import dev.paddock.ui.status.LogView;
import dev.paddock.ui.status.StatusPane;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The window as the app would wire it, over fakes; chat and conversations are blank. */
public final class DemoWindow {
    public final DemoParts.FakeEngineControl engine = new DemoParts.FakeEngineControl();
    public final DemoParts.FakePreferences preferences;
    public final Signal<EngineLocation> location =
            new Signal<>(new EngineLocation.Found(DemoParts.ENGINE, EngineLocation.Origin.BUNDLED));
    public final Signal<StatusSnapshot> samples =
            new Signal<>(
                    new StatusSnapshot(
                            new SpeedPoint(DemoParts.NOW, 0, 0),
                            OptionalLong.empty(),
                            List.of(),
                            true,
                            Optional.empty(),
                            Optional.empty()));
    public final Toolkit kit;
    public final SkeletonWindow look;
    public final WindowViewModel window;
    public final ModelChooserViewModel chooser;
    public final ModelPicker picker;
    public final SettingsCard settings;
    public final LogView log;
    private final StackPane chat = new StackPane(blank("Chat"));
    private final Welcome welcome;
    public final Shell shell;
    public int attached;

    public DemoWindow(Settings initial) {
        preferences = new DemoParts.FakePreferences(initial);
        var words = new Words();
        kit =
                new Toolkit(
                        new UiThread(),
                        words,
                        new Views(words),
                        InstantSource.fixed(DemoParts.NOW));
        look = new SkeletonWindow(kit, preferences, () -> {});
        window = look.window();
        var model = model();
        chooser =
                new ModelChooserViewModel(
                        preferences,
                        DemoParts.READER,
                        Runnable::run,
                        () -> engine.told.add("chosen"));
        welcome = new Welcome(kit, chooser, DemoParts.STARTER, model::start);
        picker = picker();
        settings = settings(kit);
        model.beforeStart().addForm(settings::settleThen);
        log = log(kit);
        var status = status(kit);
        var banner = banner(kit, model, new FailureWords(words));
        var parts = parts(kit, model, banner, status);
        shell =
                new Shell(
                        kit,
                        look,
                        preferences,
                        engine.state(),
                        parts,
                        new ShellActions(commands(model), chooser::use, () -> {}, noComposer()));
    }

    private static ShellActions.Composer noComposer() {
        return new ShellActions.Composer(new StackPane(), () -> {}, _ -> {}, () -> {});
    }

    private ModelPicker picker() {
        return new ModelPicker(kit, chooser, DemoParts.STARTER, window::showCard, window::hideCard);
    }

    private EngineViewModel model() {
        return new EngineViewModel(
                engine,
                preferences,
                location,
                () -> List.of("192.168.1.20"),
                Runnable::run,
                () -> engine.told.add("choose a model"));
    }

    private SettingsCard settings(Toolkit kit) {
        return new SettingsCard(
                kit,
                preferences,
                location,
                new SettingsHost(
                        Path.of("/home/ada/.local/share/paddock"),
                        "0.1.0",
                        _ -> {},
                        window::hideCard,
                        (_, told) -> told.accept(Optional.empty())));
    }

    private LogView log(Toolkit kit) {
        return new LogView(
                kit,
                engine.log(),
                new LogActions(
                        Path.of("/home/ada/.local/share/paddock/logs/engine.log"),
                        () -> engine.told.add("open folder"),
                        () -> engine.told.add("copy diagnostics"),
                        () -> window.toggleLog()));
    }

    private StatusPane status(Toolkit kit) {
        return new StatusPane(
                kit,
                engine,
                chooser.choice(),
                samples,
                () -> {
                    attached++;
                    return () -> attached--;
                });
    }

    private FailureBanner banner(Toolkit kit, EngineViewModel model, FailureWords failures) {
        return new FailureBanner(
                kit,
                model,
                failures,
                new BannerActions(
                        () -> {},
                        picker::open,
                        chooser::use,
                        () -> window.openTab(1),
                        window::openLog,
                        () -> engine.told.add("copy diagnostics")));
    }

    private ShellParts parts(
            Toolkit kit, EngineViewModel model, FailureBanner banner, StatusPane status) {
        return new ShellParts(
                blank("Conversations"),
                new EngineBar(kit, model, chooser.choice(), picker::open).node(),
                banner.node(),
                chat,
                new Lazy<>(log::node),
                List.of(
                        new Tab(kit.words().of("shell.tab.status"), new Lazy<>(status::node)),
                        new Tab(
                                kit.words().of("shell.tab.engine"),
                                new Lazy<>(
                                        () ->
                                                new EnginePanel(
                                                                kit,
                                                                model,
                                                                chooser.choice(),
                                                                () -> window.openTab(1))
                                                        .node())),
                        new Tab(
                                kit.words().of("shell.tab.chat"),
                                new Lazy<>(() -> blank("Chat settings")))));
    }

    /** A window on the screen, with a model chosen; on the FX thread. */
    public static DemoWindow shown(double width, double height) {
        var demo =
                new DemoWindow(
                        DemoParts.settings()
                                .withModel(DemoParts.MODEL)
                                .withWindow(
                                        new WindowPlace(0, 0, width, height, false, true, false)));
        demo.look.show();
        return demo;
    }

    /** Does what the keys of a menu item do. */
    public void accelerate(Shortcut shortcut) {
        menus(((MenuBar) shell.scene().getRoot().lookup(".menu-bar")).getMenus())
                .filter(item -> shortcut.keys().equals(item.getAccelerator()))
                .forEach(MenuItem::fire);
    }

    private static Stream<MenuItem> menus(List<Menu> menus) {
        return menus.stream().flatMap(menu -> menu.getItems().stream());
    }

    private Map<Shortcut, Runnable> commands(EngineViewModel model) {
        var commands = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        commands.put(Shortcut.NEW_CHAT, () -> {});
        commands.put(Shortcut.FIND_CHAT, () -> {});
        commands.put(Shortcut.OPEN_MODEL, picker::open);
        commands.put(Shortcut.SETTINGS, () -> window.showCard(settings.node()));
        commands.put(Shortcut.START, model::start);
        commands.put(Shortcut.STOP, model::stop);
        commands.put(Shortcut.RESTART, model::restart);
        commands.put(Shortcut.COPY_ENDPOINT, () -> {});
        commands.put(Shortcut.OUTLINE, () -> {});
        commands.put(Shortcut.BACKUPS, () -> {});
        commands.put(Shortcut.COPY_DIAGNOSTICS, () -> engine.told.add("copy diagnostics"));
        return commands;
    }

    /** Puts the welcome where the chat is. */
    public void showWelcome() {
        chat.getChildren().setAll(welcome.node());
    }

    private static Parent blank(String text) {
        var label = new Label(text);
        label.getStyleClass().add("note");
        return new StackPane(label);
    }
}
