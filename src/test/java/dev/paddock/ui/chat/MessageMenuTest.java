package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.common.ContextMenus;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person can do with a message, by pointer and by keyboard. */
class MessageMenuTest extends ChatOnScreen {
    private static final String REPLY =
            "See **[the docs](https://example.org/docs)**.\n\n"
                    + "```java\nint answer = 42;\n```\n\n"
                    + "| a | b |\n|---|---|\n| 1 | 2 |\n";

    @BeforeEach
    void answered() {
        ask("how?");
        fake.backend.say(REPLY);
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        Stages.pulses(2);
    }

    @Test
    void theMessageInSightHasAMenuForTheKeyboard() {
        robot.clickOn(".rows-pane");
        var items = menuOf(one(Node.class, it -> it.getStyleClass().contains("rows-pane")));

        assertEquals(
                List.of(
                        "Copy code",
                        "Save code as a file…",
                        "Wrap long lines of code",
                        "Number lines of code",
                        "Copy table",
                        "Copy table as Markdown",
                        "Copy table as CSV",
                        "Copy as text",
                        "Copy as Markdown",
                        "Fold or unfold the figures",
                        "Try again",
                        "Edit",
                        "Branch from here into a new conversation",
                        "Delete this message",
                        "Delete from here on",
                        "All messages and versions…",
                        "Select all"),
                items);
        choose("Copy as Markdown");
        assertEquals(REPLY, copied());
    }

    @Test
    void textIsCopiedAsItIsSeen() {
        menuAt(text("See "));
        choose("Copy as text");
        assertEquals("See the docs.\n\nint answer = 42;\n\na\tb\n1\t2", copied());
    }

    @Test
    void aLinkIsCopiedAndOpened() {
        assertTrue(menuAt(text("the docs")).containsAll(List.of("Open link", "Copy address")));
        choose("Copy address");
        assertEquals("https://example.org/docs", copied());
    }

    @Test
    void whatIsNotOpenedIsNoLinkButHasItsAddress() {
        ask("and files?");
        fake.backend.say("Not [the file](file:///tmp/nothing.txt).");
        fake.backend.finish();
        Stages.await("shown", () -> shows("the file"));
        var file = text("the file");
        assertFalse(file.getStyleClass().contains("link"));
        assertFalse(file.isFocusTraversable());
        assertTrue(text("the docs").getStyleClass().contains("link"));
        var items = menuAt(file);
        assertFalse(items.contains("Open link"));
        choose("Copy address");
        assertEquals("file:///tmp/nothing.txt", copied());
    }

    @Test
    void codeAndTablesHaveTheirOwn() {
        menuAt(one(Text.class, it -> it.getText().contains("answer =")));
        choose("Copy code");
        assertEquals("int answer = 42;", copied());

        menuAt(text("2"));
        choose("Copy table");
        assertEquals("a\tb\n1\t2", copied());
    }

    @Test
    void aKeyOnTheActionsOfAMessageOffersEachOfItsBlocks() {
        ask("and another?");
        fake.backend.say("```\none\n```\n\nand\n\n```\ntwo\n```\n");
        fake.backend.finish();
        Stages.await("two answers", () -> buttons().count() == 2);
        Stages.pulses(2);
        var last = Stages.onFx(() -> buttons().toList().getLast());
        var items = menuOf(last);
        assertEquals(List.of("Code block 1 of 2", "Code block 2 of 2"), items.subList(0, 2));
        assertFalse(items.contains("Copy table"), items.toString());
        Stages.runOnFx(
                () -> {
                    var menu = (Menu) menu().orElseThrow().getItems().get(1);
                    menu.getItems().getFirst().fire();
                });
        assertEquals("two", copied());
    }

    @Test
    void selectedTextComesFirst() {
        robot.doubleClickOn((Node) text("See "));
        assertEquals("Copy", menuAt(text("See ")).getFirst());
        choose("Copy");
        assertEquals("See", copied().strip());
    }

    @Test
    void aQuestionGoesIntoTheComposerBelowWhatStandsThere() {
        Stages.runOnFx(() -> input().setText("And"));
        menuAt(text("how?"));
        choose("Put into the composer");
        Stages.await("there", () -> input().getText().equals("And\nhow?"));
        assertTrue(Stages.onFx(() -> input().isFocused()));
    }

    @Test
    void aConversationOfTheListHasOneForTheKeyboard() {
        robot.clickOn(".conversations").type(KeyCode.DOWN);
        var list = one(Node.class, it -> it.getStyleClass().contains("conversations"));
        assertEquals(
                List.of(
                        "Rename",
                        "Copy title",
                        "Delete",
                        "Copy as Markdown",
                        "Copy as text",
                        "Save as a file…",
                        "Save all conversations…",
                        "Import conversations…"),
                menuOf(list));
    }

    @Test
    void actionsOfTheLastMessageAreAlwaysThereAndOthersOnFocus() {
        ask("again?");
        fake.backend.say("short");
        fake.backend.finish();
        Stages.await("two", () -> buttons().count() == 2);
        Stages.pulses(2);
        robot.moveTo(".text-area");
        Stages.await("only of the last", () -> opacities().equals(List.of(0.0, 1.0)));

        Stages.runOnFx(() -> buttons().findFirst().orElseThrow().requestFocus());
        Stages.await("of both", () -> opacities().equals(List.of(1.0, 1.0)));
    }

    /** Those that copy an answer, from above to below. */
    private Stream<Button> buttons() {
        return all().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(ChatOnScreen::isShown)
                .filter(it -> it.getParent().getStyleClass().contains("footer-box"))
                .filter(it -> "Copy message".equals(it.getAccessibleText()))
                .sorted((a, b) -> Double.compare(y(a), y(b)));
    }

    private static double y(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private List<Double> opacities() {
        return buttons().map(Node::getOpacity).toList();
    }

    private Text text(String content) {
        return one(Text.class, it -> content.equals(it.getText()));
    }

    private List<String> menuAt(Node node) {
        robot.rightClickOn(node);
        return items();
    }

    private List<String> menuOf(Node focused) {
        Stages.runOnFx(() -> ContextMenus.request(focused));
        return items();
    }

    private List<String> items() {
        Stages.await("a menu", () -> menu().isPresent());
        return Stages.onFx(
                () ->
                        menu().orElseThrow().getItems().stream()
                                .map(MenuItem::getText)
                                .filter(it -> it != null)
                                .toList());
    }

    private void choose(String name) {
        Stages.runOnFx(
                () -> {
                    var menu = menu().orElseThrow();
                    menu.getItems().stream()
                            .filter(it -> name.equals(it.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    menu.hide();
                });
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(ContextMenu::isShowing)
                .findFirst();
    }

    private static String copied() {
        return Stages.onFx(() -> Clipboard.getSystemClipboard().getString());
    }
}
