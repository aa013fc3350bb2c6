package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.server.ServerState;
import dev.paddock.ui.chat.transcript.TranscriptView;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Words;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The chat's views as a person uses them, over the real chat domain. */
class ChatJourneyTest {
    private static final String REPLY =
            "See [the docs](https://example.org/docs).\n\n```java\nint answer = 42;\n```\n";

    private final FxRobot robot = new FxRobot();
    private final FakeChat fake = new FakeChat();
    private Stage stage;
    private ChatViews views;

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
                    views =
                            new ChatViews(
                                    new Toolkit(kit.ui(), kit.words(), kit.views(), fake.clock),
                                    fake.services());
                    views.sidebar().setStyle("-fx-pref-width: 240");
                    var root = new BorderPane(views.conversation());
                    root.setLeft(views.sidebar());
                    root.setRight(views.settings());
                    var scene = new Scene(root, 980, 640);
                    theme.dress(scene);
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

    @Test
    void enterSendsShiftEnterBreaksEscapeStops() {
        robot.write("first line");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("second line");
        assertEquals("first line\nsecond line", Stages.onFx(() -> input().getText()));
        robot.type(KeyCode.ENTER);
        Stages.await("sent", () -> !fake.backend.requests.isEmpty());
        assertEquals(
                "first line\nsecond line",
                fake.backend.requests.getFirst().turns().getLast().content());
        assertEquals("", Stages.onFx(() -> input().getText()));

        fake.backend.say("Some words");
        Stages.await("streamed", () -> shows("Some words"));
        robot.write("next");
        robot.type(KeyCode.ESCAPE);
        Stages.await("stopped", () -> shows("You stopped this answer."));
        assertTrue(Stages.onFx(() -> shows("Some words")));
        assertEquals("next", Stages.onFx(() -> input().getText()));
    }

    @Test
    void followingStopsWhenTheReaderScrollsUpAndTheButtonResumesIt() {
        ask("tell me");
        fake.backend.say("line\n\n".repeat(60));
        Stages.await("long", () -> views.transcriptRows() > 40);
        Stages.pulses(3);
        assertTrue(Stages.onFx(() -> transcript().followingProperty().get()));

        robot.moveTo(transcript()).scroll(10, javafx.geometry.VerticalDirection.UP);
        Stages.await("left", () -> !transcript().followingProperty().get());
        double place = Stages.onFx(this::topOfFirstRow);
        fake.backend.say("more\n\n".repeat(30));
        Stages.await("longer", () -> views.transcriptRows() > 80);
        Stages.pulses(3);
        assertEquals(place, Stages.onFx(this::topOfFirstRow), "the text moved");

        robot.clickOn("#jump");
        Stages.await("followed", () -> transcript().followingProperty().get());
        fake.backend.say("the very last words");
        Stages.await("seen", () -> shows("the very last words"));
    }

    @Test
    void codeIsCopiedAndLinksOpenOnlyWhenClicked() {
        ask("how?");
        fake.backend.say(REPLY);
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        assertTrue(fake.opened.isEmpty());

        robot.clickOn((Node) one(Button.class, it -> "Copy code".equals(it.getAccessibleText())));
        assertEquals(
                "int answer = 42;", Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));

        robot.clickOn((Node) one(Text.class, it -> "the docs".equals(it.getText())));
        Stages.await("opened", () -> !fake.opened.isEmpty());
        assertEquals(List.of(URI.create("https://example.org/docs")), fake.opened);

        Stages.runOnFx(views::copyLastAnswer);
        assertEquals(REPLY, Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aBrokenAnswerCanBeAskedForAgain() {
        ask("again?");
        Stages.runOnFx(views::stop);
        Stages.await("stopped", () -> shows("You stopped this answer."));
        robot.clickOn((Node) one(Button.class, it -> "Try again".equals(it.getText())));
        Stages.await("asked again", () -> fake.backend.requests.size() == 2);
        fake.backend.say("Here it is.");
        fake.backend.finish();
        Stages.await("answered", () -> shows("Here it is."));
        assertFalse(Stages.onFx(() -> shows("You stopped this answer.")));
    }

    @Test
    void sendingWaitsForTheEngineAndSaysSo() {
        fake.engine.set(new ServerState.Idle());
        Stages.pulses(2);
        robot.write("hello");
        robot.type(KeyCode.ENTER);
        assertEquals("hello", Stages.onFx(() -> input().getText()));
        assertTrue(Stages.onFx(() -> shows("Start the engine to send messages")));
        assertTrue(Stages.onFx(() -> stage.getScene().lookup(".send-button").isDisabled()));
    }

    @Test
    void deletingIsTakenBackAndRenamingIsDoneInPlace() {
        fake.history.put(
                Conversation.untitled("Old name", Samples.NOW.minus(Duration.ofHours(1))),
                List.of());
        fake.conversations.load();
        Stages.await("listed", () -> shows("Old name"));
        robot.clickOn((Node) one(Labeled.class, it -> "Old name".equals(it.getText())));
        robot.type(KeyCode.F2);
        Stages.pulses(2);
        robot.write("New name").type(KeyCode.ENTER);
        Stages.await("renamed", () -> shows("New name") && !shows("Old name"));

        robot.type(KeyCode.DELETE);
        Stages.await("gone", () -> shows("Deleted “New name”"));
        Stages.await("out of the list", () -> list().getItems().isEmpty());
        robot.clickOn((Node) one(Button.class, it -> "Undo".equals(it.getText())));
        Stages.await("back", () -> list().getItems().size() == 2);
    }

    @Test
    void manyConversationsAreListedQuickly() {
        for (int i = 0; i < 2_000; i++) {
            fake.history.put(
                    Conversation.untitled("Number " + i, Samples.NOW.minus(Duration.ofHours(i))),
                    List.of());
        }
        fake.conversations.load();
        Stages.await("listed", () -> list().getItems().size() > 2_000);
        Stages.await("shown", () -> shows("Number 3"));
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        ask("how?");
        fake.backend.say(REPLY);
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        Stages.runOnFx(
                () -> {
                    for (Node node : all()) {
                        if (node.isFocusTraversable() && isShown(node)) {
                            assertTrue(hasName(node), "no name: " + node);
                        }
                    }
                });
    }

    private static boolean hasName(Node node) {
        return node.getAccessibleText() != null
                || node instanceof Labeled labeled && !labeled.getText().isEmpty()
                || node instanceof javafx.scene.control.ScrollPane
                || Optional.ofNullable(
                                node.queryAccessibleAttribute(
                                        javafx.scene.AccessibleAttribute.LABELED_BY))
                        .isPresent();
    }

    private void ask(String question) {
        Stages.runOnFx(() -> input().setText(question));
        robot.clickOn(stage.getScene().lookup(".text-area")).type(KeyCode.ENTER);
        Stages.await("asked", () -> !fake.backend.requests.isEmpty());
    }

    private TextArea input() {
        return (TextArea) stage.getScene().lookup(".composer-box .text-area");
    }

    private TranscriptView transcript() {
        return (TranscriptView) stage.getScene().lookup(".transcript");
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup(".conversations");
    }

    private double topOfFirstRow() {
        return stage.getScene().getRoot().lookupAll(".row").stream()
                .filter(Node::isVisible)
                .mapToDouble(Node::getLayoutY)
                .min()
                .orElseThrow();
    }

    private Set<Node> all() {
        return stage.getScene().getRoot().lookupAll("*");
    }

    private <T extends Node> T one(Class<T> type, Predicate<T> which) {
        return Stages.onFx(
                () ->
                        all().stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(ChatJourneyTest::isShown)
                                .filter(which)
                                .findFirst()
                                .orElseThrow());
    }

    private boolean shows(String text) {
        return all().stream()
                .filter(ChatJourneyTest::isShown)
                .anyMatch(
                        node ->
                                node instanceof Text run && run.getText().contains(text)
                                        || node instanceof Labeled label
                                                && label.getText() != null
                                                && label.getText().contains(text));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
