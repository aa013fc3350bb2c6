package dev.paddock.ui.common;

import dev.paddock.option.Catalogue;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A form of options in a window of its own, a person at its keys, and what came of it. */
final class OptionsOnScreen {
    final FxRobot robot;
    final OptionForm form;
    final Toolkit kit;
    final Button elsewhere = new Button("Elsewhere");
    final List<Options> changes = new ArrayList<>();
    final Stage stage = new Stage();
    Origin level;
    OptionChain chain;

    private OptionsOnScreen(FxRobot robot, Catalogue catalogue, Origin level, OptionChain chain) {
        this.robot = robot;
        this.level = level;
        this.chain = chain;
        var words = new Words();
        kit = new Toolkit(new UiThread(), words, new Views(words), InstantSource.system());
        form = new OptionForm(kit, catalogue, this::change);
        form.show(chain, level);
        var scroll = new ScrollPane(new VBox(form.node(), elsewhere));
        scroll.setFitToWidth(true);
        stage.setScene(new Scene(scroll, 340, 600));
        stage.show();
    }

    static OptionsOnScreen open(
            FxRobot robot, Catalogue catalogue, Origin level, OptionChain chain) {
        var opened = new ArrayList<OptionsOnScreen>();
        robot.interact(() -> opened.add(new OptionsOnScreen(robot, catalogue, level, chain)));
        return opened.getFirst();
    }

    private void change(Collection<? extends Option<?>> which, UnaryOperator<Options> how) {
        chain = chain.with(level, how.apply(chain.of(level)));
        changes.add(chain.of(level));
        form.show(chain, level);
    }

    /** As another view or a remedy would. */
    <T> void setElsewhere(Origin origin, Option<T> option, T value) {
        robot.interact(
                () -> {
                    chain = chain.with(origin, chain.of(origin).with(option, value));
                    form.show(chain, level);
                });
    }

    void type(Option<?> option, String text) {
        click(option);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }

    void click(Option<?> option) {
        robot.interact(
                () -> {
                    Scrolling.show(field(option));
                    field(option).requestFocus();
                });
    }

    void leave() {
        robot.interact(elsewhere::requestFocus);
    }

    Node field(Option<?> option) {
        return robot.lookup("#" + option.key()).query();
    }

    String text(Option<?> option) {
        return ((TextInputControl) field(option)).getText();
    }

    String placeholder(Option<?> option) {
        return ((TextInputControl) field(option)).getPromptText();
    }

    String note(Option<?> option) {
        return label(option, ".field-note");
    }

    String origin(Option<?> option) {
        return label(option, ".option-origin");
    }

    private String label(Option<?> option, String selector) {
        return ((Label) row(option).lookup(selector)).getText();
    }

    Button reset(Option<?> option) {
        return (Button) row(option).lookup(".icon-button");
    }

    Node row(Option<?> option) {
        Node at = field(option);
        while (!at.getStyleClass().contains("option-row")) {
            at = at.getParent();
        }
        return at;
    }

    /** The names of the options in sight, from the top. */
    List<String> inSight() {
        return robot.lookup(".option-row .field-name").queryAll().stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    Optional<Node> focused() {
        return Optional.ofNullable(stage.getScene().getFocusOwner());
    }

    void close() {
        robot.interact(stage::hide);
    }
}
