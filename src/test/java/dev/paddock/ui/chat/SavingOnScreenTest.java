package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;

import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person takes a conversation out of the app, and in again. */
class SavingOnScreenTest extends ChatOnScreen {
    private final Conversation garden = Conversation.untitled("Garden: tulips?", Samples.NOW);
    @TempDir private Path folder;
    private Optional<Path> chosen = Optional.empty();
    private String suggested = "";

    @BeforeEach
    void fill() {
        var question = Samples.question("When to plant?");
        fake.history.put(garden, List.of(question, Samples.answer(question, "In **autumn**.", "")));
        fake.conversations.load().join();
        Stages.await("listed", () -> shows("Garden: tulips?"));
        Stages.runOnFx(
                () ->
                        views.saver()
                                .askBy(
                                        new FileDialog() {
                                            @Override
                                            public Optional<Path> save(String name, Window owner) {
                                                suggested = name;
                                                return chosen;
                                            }

                                            @Override
                                            public Optional<Path> open(Window owner) {
                                                return chosen;
                                            }
                                        }));
    }

    @Test
    void savesOneAndSaysWhere() throws Exception {
        choose("garden.md", "Save as a file…");
        Stages.await("told", () -> shows("Saved as " + chosen.orElseThrow()));
        assertEquals("Garden  tulips", suggested.replace("  ", "  ").strip());
        var text = Files.readString(chosen.orElseThrow());
        assertTrue(text.contains("## You\n\nWhen to plant?"), text);
        assertTrue(text.contains("In **autumn**."), text);
    }

    @Test
    void copiesWithWhoSaidWhat() {
        press("Copy as text");
        Stages.await(
                "copied",
                () ->
                        Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                                .filter(it -> it.contains("You:\nWhen to plant?"))
                                .isPresent());
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        choose("no/such/folder/all.json", "Save all conversations…");
        Stages.await("told", () -> shows("Not saved as " + chosen.orElseThrow()));
        assertTrue(Stages.onFx(() -> shows("it is not there")));
    }

    @Test
    void importsWhatItSavedAndOverwritesNothing() {
        choose("all.json", "Save all conversations…");
        Stages.await("saved", () -> shows("Saved as"));
        press("Import conversations…");
        Stages.await("told", () -> shows("one was there already and is as it was."));
        fake.conversations.delete(garden.id()).join();
        fake.history.purgeDeleted();
        Stages.await("empty", () -> shows("No conversations yet."));
        robot.clickOn("Import conversations…");
        Stages.await("there again", () -> shows("Garden: tulips?"));
        assertTrue(Stages.onFx(() -> shows("One conversation was added from")));
    }

    @Test
    void anotherFileIsRefusedWithItsReason() throws Exception {
        chosen = Optional.of(folder.resolve("other.json"));
        Files.writeString(chosen.get(), "{\"hello\":\"world\"}");
        press("Import conversations…");
        Stages.await("told", () -> shows("it is no file of conversations that Paddock saved"));
    }

    private void choose(String name, String item) {
        chosen = Optional.of(folder.resolve(name));
        press(item);
    }

    /** In the menu of the conversation. */
    private void press(String item) {
        Stages.runOnFx(
                () ->
                        all().stream()
                                .filter(ListCell.class::isInstance)
                                .map(node -> (ListCell<?>) node)
                                .filter(cell -> cell.getItem() instanceof SidebarEntry.Item)
                                .flatMap(cell -> cell.getContextMenu().getItems().stream())
                                .filter(one -> item.equals(one.getText()))
                                .findFirst()
                                .ifPresent(MenuItem::fire));
    }
}
