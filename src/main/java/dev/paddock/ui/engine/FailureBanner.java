package dev.paddock.ui.engine;

import dev.paddock.engine.Failure;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.PortHolderWords;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says above the chat what failed, why, and offers what mends it. */
public final class FailureBanner {
    private static final String KV_IN_RAM = "--no-kv-offload";

    private final Toolkit kit;
    private final EngineViewModel engine;
    private final FailureWords failures;
    private final BannerActions actions;
    private final Parent node;
    private final BooleanProperty counting = new SimpleBooleanProperty();
    private BannerContent shown = new BannerContent.Nothing();
    private BannerContent dismissed = new BannerContent.Nothing();

    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label cause;
    @FXML private Label remedy;
    @FXML private Pane buttons;
    @FXML private Button copyDiagnostics;
    @FXML private Button dismiss;

    public FailureBanner(
            Toolkit kit, EngineViewModel engine, FailureWords failures, BannerActions actions) {
        this.kit = kit;
        this.engine = engine;
        this.failures = failures;
        this.actions = actions;
        node = kit.views().load("failure-banner", this);
        Tooltips.put(
                copyDiagnostics,
                kit.words().of("server.banner.copyDiagnostics"),
                Shortcut.COPY_DIAGNOSTICS);
        Tooltips.put(dismiss, kit.words().of("server.banner.dismiss"));
        ContextMenus.copyable(node, kit.words(), node::getAccessibleText);
        build(shown);
        kit.watch(engine.state(), _ -> refresh());
        kit.watch(engine.refused(), _ -> refresh());
        kit.watch(engine.engine(), _ -> refresh());
        WhileShowing.eachSecond(node, counting, this::tick);
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void copyDiagnostics() {
        actions.copyDiagnostics().run();
    }

    @FXML
    private void dismiss() {
        dismissed = shown;
        engine.dismiss();
        refresh();
    }

    private void refresh() {
        var state = engine.state().value();
        var now =
                BannerContent.of(state, engine.refused().value(), engine.engine().value())
                        .after(shown, state);
        if (now instanceof BannerContent.Nothing) {
            dismissed = now;
        }
        var next = now.equals(dismissed) ? new BannerContent.Nothing() : now;
        if (!next.equals(shown)) {
            shown = next;
            build(next);
            counting.set(next instanceof BannerContent.Retrying);
        }
    }

    private void tick() {
        if (shown instanceof BannerContent.Retrying retrying) {
            title.setText(countdown(retrying));
        }
    }

    private void build(BannerContent notice) {
        boolean visible = !(notice instanceof BannerContent.Nothing);
        node.setVisible(visible);
        node.setManaged(visible);
        switch (notice) {
            case BannerContent.Nothing _ -> {}
            case BannerContent.Broken(var failure) -> {
                var text = failures.of(failure);
                fill(Severity.BAD, text.title(), text.cause(), text.remedy());
                buttons(Remedy.against(failure));
                offerMore(failure);
            }
            case BannerContent.Retrying retrying ->
                    retrying(retrying.failure(), countdown(retrying));
            case BannerContent.Restarting(var failure, int attempt) ->
                    retrying(failure, kit.words().of("server.banner.restarting", attempt));
            case BannerContent.Stuck(var why) ->
                    ask(
                            why,
                            button("server.bar.restart", engine::restart, true),
                            button("server.banner.wait", this::dismiss, false));
            case BannerContent.Stalled(var why) ->
                    ask(
                            why,
                            button("server.banner.wait", engine::waitOn, true),
                            button("server.banner.stop", engine::stop, false));
            case BannerContent.Warned warned -> {
                var warnings = warned.warnings();
                var first = failures.of(warnings.getFirst());
                var causes =
                        warnings.stream()
                                .map(each -> failures.of(each).cause())
                                .collect(Collectors.joining("\n"));
                fill(warned.severity(), first.title(), causes, first.remedy());
                buttons(Remedy.about(warnings.getFirst()));
            }
        }
    }

    private void retrying(Failure failure, String how) {
        var text = failures.of(failure);
        fill(Severity.WARNING, how, text.title(), text.cause());
        var stop = button("server.banner.stopTrying", engine::stop, true);
        buttons.getChildren().setAll(stop, button(new Remedy.OpenLog(), false));
    }

    /** Who holds a port, in full, for those who want to see to it themselves. */
    private void offerMore(Failure failure) {
        if (failure instanceof Failure.PortTaken(_, var holder)) {
            var brief = cause.getText();
            holder.flatMap(new PortHolderWords(kit.words())::more)
                    .ifPresent(details -> buttons.getChildren().add(more(brief, details)));
        }
    }

    private Button more(String brief, String details) {
        var more = new Button(kit.words().of("server.banner.more"));
        more.getStyleClass().add("remedy");
        more.setOnAction(
                _ -> {
                    boolean open = cause.getText().equals(brief);
                    cause.setText(open ? brief + "\n" + details : brief);
                    more.setText(
                            kit.words().of(open ? "server.banner.less" : "server.banner.more"));
                });
        return more;
    }

    /** It is not over yet: a person decides. */
    private void ask(Failure why, Button first, Button second) {
        var text = failures.of(why);
        fill(Severity.WARNING, text.title(), text.cause(), text.remedy());
        buttons.getChildren().setAll(first, second, button(new Remedy.OpenLog(), false));
    }

    private String countdown(BannerContent.Retrying retrying) {
        var left = Duration.between(kit.clock().instant(), retrying.until());
        return kit.words()
                .of(
                        "server.banner.retrying",
                        kit.words().figures().elapsed(EngineView.roundedUp(left)),
                        retrying.attempt());
    }

    private void fill(Severity tone, String titleText, String causeText, String remedyText) {
        tone.applyTo(node);
        icon.setIconCode(icon(tone));
        title.setText(titleText);
        cause.setText(causeText);
        remedy.setText(remedyText);
        remedy.setVisible(!remedyText.isEmpty());
        remedy.setManaged(!remedyText.isEmpty());
        node.setAccessibleText(String.join(" ", titleText, causeText, remedyText));
    }

    private static Feather icon(Severity tone) {
        return switch (tone) {
            case BAD -> Feather.ALERT_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case NEUTRAL, BUSY, GOOD -> Feather.INFO;
        };
    }

    private void buttons(List<Remedy> remedies) {
        var made = new ArrayList<Button>();
        for (Remedy each : remedies) {
            if (possible(each)) {
                made.add(button(each, made.isEmpty()));
            }
        }
        buttons.getChildren().setAll(made);
    }

    /** What is so already changes nothing. */
    private boolean possible(Remedy offered) {
        if (offered instanceof Remedy.DropArgument(var flag)) {
            return engine.hasArgument(flag);
        }
        if (offered instanceof Remedy.KvCacheInRam) {
            return !engine.hasArgument(KV_IN_RAM) && !engine.hasArgument("-nkvo");
        }
        return !(offered instanceof Remedy.AutoLayers)
                || !(engine.inForce(EngineOptions.GPU_LAYERS) instanceof GpuLayers.Auto);
    }

    private Button button(Remedy offered, boolean first) {
        return switch (offered) {
            case Remedy.ChooseEngine _ ->
                    button("server.remedy.chooseEngine", actions.chooseEngine(), first);
            case Remedy.ChooseModel _ ->
                    button("server.remedy.chooseModel", actions.chooseModel(), first);
            case Remedy.UseModel(var model) ->
                    button("server.remedy.firstPart", () -> useModel(model), first);
            case Remedy.FreePort _ ->
                    button("server.remedy.nextPort", engine::startOnFreePort, first);
            case Remedy.HalveContext _ ->
                    button(
                            "server.remedy.halveContext",
                            engine::startWithHalfContext,
                            first,
                            kit.words().figures().count(engine.halfContext()));
            case Remedy.UseContext(int tokens) ->
                    button(
                            "server.remedy.largestContext",
                            () -> engine.startWithContext(tokens),
                            first,
                            kit.words().figures().count(tokens));
            case Remedy.DropArgument(var flag) -> dropArgument(flag, first);
            case Remedy.AutoLayers _ ->
                    layers("server.remedy.autoLayers", new GpuLayers.Auto(), first);
            case Remedy.ProcessorOnly _ ->
                    layers("server.remedy.processorOnly", new GpuLayers.None(), first);
            case Remedy.FewerLayers(int layers) ->
                    layers("server.remedy.fewerLayers", new GpuLayers.Count(layers), first, layers);
            case Remedy.KvCacheInRam _ ->
                    button(
                            "server.remedy.kvCacheInRam",
                            () -> engine.startWithArgument(KV_IN_RAM),
                            first);
            case Remedy.EditSettings _ ->
                    button("server.remedy.editSettings", actions.editSettings(), first);
            case Remedy.StartAgain _ -> button("server.remedy.startAgain", engine::start, first);
            case Remedy.OpenLog _ -> button("server.remedy.openLog", actions.openLog(), first);
        };
    }

    private Button layers(String wordKey, GpuLayers layers, boolean first, Object... values) {
        Runnable start = () -> engine.startWith(EngineOptions.GPU_LAYERS, layers);
        return button(wordKey, start, first, values);
    }

    private Button dropArgument(String flag, boolean first) {
        Runnable start = () -> engine.startWithoutArgument(flag);
        return button("server.remedy.dropArgument", start, first, flag);
    }

    private void useModel(Path model) {
        actions.useModel().accept(model);
    }

    private Button button(String wordKey, Runnable action, boolean first, Object... values) {
        var button = new Button(kit.words().of(wordKey, values));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        button.getStyleClass().add(first ? "remedy-first" : "remedy");
        return button;
    }
}
