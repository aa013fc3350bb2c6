package dev.paddock.ui.chat;

import dev.paddock.ui.common.FocusRing;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.shell.NoticeList;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

import java.util.Set;
import java.util.function.Predicate;

/** The chat's views in a window, over the real chat domain. */
abstract class ChatOnScreen {
    final FxRobot robot = SceneRobot.get();
    final FakeChat fake = new FakeChat();
    Stage stage;
    ChatViews views;

    @BeforeAll
    static void startToolkit() {
        Stages.startToolkit();
    }

    @BeforeEach
    void open() {
        Stages.runOnFx(
                () -> {
                    var theme = new Theme();
                    var kit = Toolkit.create(new Words());
                    var own = new Toolkit(kit.ui(), kit.words(), kit.views(), fake.clock);
                    views = new ChatViews(own, fake.services());
                    views.sidebar().setStyle("-fx-pref-width: 240");
                    views.settings().setStyle("-fx-pref-width: 300");
                    var root = new BorderPane(views.conversation());
                    root.setTop(new NoticeList(own));
                    root.setLeft(views.sidebar());
                    root.setRight(views.settings());
                    var scene = new Scene(root, 980, 640);
                    theme.dress(scene);
                    // As the window does.
                    scene.getAccelerators().put(Shortcut.STOP_ANSWER.keys(), views::stop);
                    FocusRing.in(scene);
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    views.focusComposer();
                });
        Stages.pulses(2);
    }

    @AfterEach
    void close() {
        Stages.runOnFx(stage::close);
        fake.close();
    }

    void ask(String question) {
        Stages.runOnFx(() -> input().setText(question));
        robot.clickOn(".text-area").type(KeyCode.ENTER);
        Stages.await("asked", () -> !fake.backend.requests.isEmpty());
    }

    TextArea input() {
        return (TextArea) stage.getScene().lookup(".composer-box .text-area");
    }

    Set<Node> all() {
        return stage.getScene().getRoot().lookupAll("*");
    }

    <T extends Node> T one(Class<T> type, Predicate<T> which) {
        return Stages.onFx(
                () ->
                        all().stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(ChatOnScreen::isShown)
                                .filter(which)
                                .findFirst()
                                .orElseThrow());
    }

    boolean shows(String text) {
        return all().stream()
                .filter(ChatOnScreen::isShown)
                .anyMatch(
                        node ->
                                isParagraph(node) && ((Text) node).getText().contains(text)
                                        || node instanceof Labeled label
                                                && label.getText() != null
                                                && label.getText().contains(text));
    }

    /** The text inside a label follows the label's only at the next pulse: not looked at. */
    private static boolean isParagraph(Node node) {
        return node instanceof Text && !(node.getParent() instanceof Labeled);
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
