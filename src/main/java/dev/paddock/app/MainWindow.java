package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.desktop.SystemOpener;
import dev.paddock.hardware.NetworkAddresses;
import dev.paddock.ui.chat.ChatServices;
import dev.paddock.ui.chat.ChatViews;
import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.engine.BannerActions;
import dev.paddock.ui.engine.EngineBar;
import dev.paddock.ui.engine.EnginePanel;
import dev.paddock.ui.engine.EngineViewModel;
import dev.paddock.ui.engine.FailureBanner;
import dev.paddock.ui.models.ModelChooserViewModel;
import dev.paddock.ui.models.ModelPicker;
import dev.paddock.ui.platform.FirstFrame;
import dev.paddock.ui.platform.ShapedTextRepair;
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

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Composes the features into the one window. For the FX thread. */
final class MainWindow {
    private static final int ENGINE_TAB = 1;
    private static final int CHAT_TAB = 2;

    private final Wiring wiring;
    private final Words words;
    private final Toolkit kit;
    private final WindowViewModel window;
    private final EngineViewModel engine;
    private final ModelLoader loader;
    private final ModelChooserViewModel chooser;
    private final Lazy<ModelPicker> picker;
    private final ChatViews chat;
    private final Lazy<SettingsCard> settings;
    private final OutsideLinks outside;
    private final Diagnostics diagnostics;
    private final StartNotices notices;
    private final Stage stage;

    /** Builds the views and puts them into the window that {@code look} has opened. */
    MainWindow(Wiring wiring, Toolkit kit, SkeletonWindow look, Path dataFolder) {
        this.wiring = wiring;
        this.kit = kit;
        words = kit.words();
        stage = look.stage();
        window = look.window();
        var preferences = wiring.preferences();
        engine = makeEngine();
        var answers = new RunningAnswers(kit, wiring.conversations(), window);
        look.askBeforeClosing(answers::askBeforeQuitting);
        loader = new ModelLoader(kit, engine, preferences, answers, window);
        chooser =
                new ModelChooserViewModel(
                        preferences, wiring.models(), wiring.background(), loader::chosen);
        kit.own(engine);
        kit.own(chooser);
        picker = new Lazy<>(this::makePicker);
        outside = new OutsideLinks(kit, wiring.background(), SystemOpener.ofSystem()::open);
        notices = makeNotices();
        diagnostics = new Diagnostics(wiring, wiring.engineLog().folder(), words);
        chat = makeChat();
        chat.settleBeforeSending(() -> window.openTab(CHAT_TAB));
        chat.showCardsIn(window::showCard, window::hideCard);
        chat.onGoingOn(answers::wentOn);
        settings = new Lazy<>(() -> makeSettings(dataFolder));
        new Onboarding(kit, wiring, chooser, this::startEngine).in(chat, this::openPicker);
        new Shell(
                kit,
                look,
                preferences,
                wiring.supervisor().state(),
                parts(),
                new ShellActions(commands(), chooser::use, this::showSettings, composer()));
        // A split pane takes its parts in with its skin: only then can they have the focus.
        stage.getScene().getRoot().applyCss();
        chat.focusComposer();
        chat.report(wiring.opening());
        notices.begin();
        FirstFrame.then(picker::get);
    }

    /** The whole window at once, shown. */
    static MainWindow open(Wiring wiring, Words words, Path dataFolder) {
        var kit = Toolkit.create(words);
        ShapedTextRepair.install();
        var look = new SkeletonWindow(kit, wiring.preferences(), () -> {});
        var window = new MainWindow(wiring, kit, look, dataFolder);
        look.show();
        return window;
    }

    Stage stage() {
        return stage;
    }

    private ShellActions.Composer composer() {
        return new ShellActions.Composer(
                chat.composer(), chat::focusComposer, chat::type, chat::paste);
    }

    /** Starts the engine with the settings as they are, once it is known where it lies. */
    void startEngine() {
        loader.start();
    }

    /**
     * Comes to the front and does what a later start of the app was asked for. The engine program
     * stays the one of this start.
     */
    void serve(CommandLine asked) {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
        notices.commandLine(asked.remarks());
        wiring.preferences()
                .change(now -> now.withOptions(all -> all.withLaterCommandLine(asked.options())));
        if (asked.model().isPresent() && asked.start()) {
            chooser.use(asked.model().get(), this::startEngine);
        } else if (asked.start()) {
            startEngine();
        } else {
            asked.model().ifPresent(chooser::use);
        }
    }

    void use(Path model) {
        chooser.use(model);
    }

    SettingsCard settings() {
        return settings.get();
    }

    Toolkit kit() {
        return kit;
    }

    ModelLoader loader() {
        return loader;
    }

    void openConversation(ConversationId id) {
        chat.show(id);
    }

    private EngineViewModel makeEngine() {
        return new EngineViewModel(
                wiring.supervisor(),
                wiring.preferences(),
                wiring.engineLocation(),
                NetworkAddresses::addresses,
                wiring.background(),
                () -> kit.ui().execute(this::openPicker));
    }

    private StartNotices makeNotices() {
        return new StartNotices(
                wiring,
                kit,
                outside::open,
                new SettingsNotices.Ways(
                        () -> window.openTab(ENGINE_TAB), this::showSettings, this::openPicker));
    }

    private ChatViews makeChat() {
        return new ChatViews(
                kit,
                new ChatServices(
                        wiring.conversations(),
                        wiring.preferences(),
                        ChatEngine.of(kit, wiring, chooser.choice(), loader::wanted),
                        wiring.background(),
                        DelayedExecutor.on(wiring.background()),
                        outside::open,
                        ChatEngine.history(wiring)));
    }

    private ModelPicker makePicker() {
        return new ModelPicker(
                kit, chooser, wiring.models().model(), window::showCard, window::hideCard);
    }

    private SettingsCard makeSettings(Path dataFolder) {
        var card =
                new SettingsCard(
                        kit,
                        wiring.preferences(),
                        wiring.engineLocation(),
                        new SettingsHost(
                                dataFolder,
                                Version.text(),
                                outside::open,
                                window::hideCard,
                                wiring.search()::check));
        engine.beforeStart().addForm(card::settleThen);
        return card;
    }

    private void openPicker() {
        picker.get().open();
    }

    private ShellParts parts() {
        return new ShellParts(
                chat.sidebar(),
                new EngineBar(kit, engine, chooser.choice(), this::openPicker).node(),
                banner(),
                chat.conversation(),
                new Lazy<>(this::log),
                List.of(
                        tab(
                                "shell.tab.status",
                                () ->
                                        new StatusPane(
                                                        kit,
                                                        wiring.supervisor(),
                                                        chooser.choice(),
                                                        wiring.sampler().status(),
                                                        wiring.sampler()::attach)
                                                .node()),
                        tab(
                                "shell.tab.engine",
                                () ->
                                        new EnginePanel(
                                                        kit,
                                                        engine,
                                                        chooser.choice(),
                                                        () -> window.openTab(ENGINE_TAB))
                                                .node()),
                        tab("shell.tab.chat", chat::settings)));
    }

    private Parent log() {
        var actions =
                new LogActions(
                        wiring.engineLog().file(),
                        () -> outside.open(wiring.engineLog().folder()),
                        this::copyDiagnostics,
                        window::toggleLog);
        return new LogView(kit, wiring.supervisor().log(), actions).node();
    }

    private Tab tab(String title, Supplier<Node> content) {
        return new Tab(words.of(title), new Lazy<>(content));
    }

    private Parent banner() {
        return new FailureBanner(
                        kit,
                        engine,
                        new FailureWords(words),
                        new BannerActions(
                                () -> settings.get().chooseEngine(stage),
                                this::openPicker,
                                model -> chooser.use(model, this::startEngine),
                                () -> window.openTab(ENGINE_TAB),
                                window::openLog,
                                this::copyDiagnostics))
                .node();
    }

    private Map<Shortcut, Runnable> commands() {
        return WindowCommands.of(
                chat, window, engine, this::openPicker, this::showSettings, this::copyDiagnostics);
    }

    private void showSettings() {
        window.showCard(settings.get().node());
    }

    private void copyDiagnostics() {
        diagnostics.copy(kit.ui(), notices);
    }
}
