package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Message;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.common.ContextMenus;

import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** All versions at a glance; messages go and come back; a conversation branches. */
class OutlineJourneyTest extends Journey {
    private static List<Message> messages(AppUnderTest app) {
        var conversations = app.wiring.conversations();
        var id = conversations.list().value().getFirst().id();
        return conversations.open(id).join().state().value().messages();
    }

    @Test
    void anotherVersionIsChosenInTheOutlineByTheKeys() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString(), "--predict=8")) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            app.awaitShown("tokens/s");
            var first = messages(app).getLast();
            app.click("Try again");
            app.awaitShown("2 of 2");
            awaitEnd(app);
            app.press(KeyCode.CONTROL, KeyCode.T);
            app.awaitShown("Up and Down go from message to message");
            app.press(KeyCode.UP);
            app.press(KeyCode.ENTER);
            app.awaitShown("1 of 2");
            app.await("the card to go", () -> !app.shows("Up and Down go"));
            assertEquals(first.id(), messages(app).getLast().id());
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("1 of 2");
        }
    }

    @Test
    void messagesGoAndComeBackAndAConversationBranches() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString(), "--predict=8")) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            ask(app, "Tell more");
            awaitEnd(app);
            var all = messages(app);
            assertEquals(4, all.size());
            choose(app, "Delete this message");
            app.awaitShown("Deleted the message “");
            assertEquals(3, messages(app).size());
            app.click("Undo");
            app.await("the message to be back", () -> messages(app).equals(all));

            choose(app, "Branch from here into a new conversation");
            app.awaitShown("Tell me (branch)");
            app.await("the copy to be shown", () -> messages(app).size() == 4);
            choose(app, "Delete this message");
            app.await("the copy to be shorter", () -> messages(app).size() == 3);
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("Tell me (branch)");
            assertEquals(3, messages(again).size());
            assertEquals(2, again.wiring.conversations().list().value().size());
        }
    }

    /** From the menu of the newest message, as the key for it shows it. */
    private static void choose(AppUnderTest app, String name) {
        Stages.settle();
        app.robot.interact(
                () -> ContextMenus.request(app.window.stage().getScene().lookup(".rows-pane")));
        var menu = app.await("a menu", OutlineJourneyTest::menu);
        app.robot.interact(
                () -> {
                    menu.getItems().stream()
                            .filter(item -> name.equals(item.getText()))
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
}
