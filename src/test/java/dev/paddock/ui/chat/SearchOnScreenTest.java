package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.ui.chat.SidebarEntry.Item;
import dev.paddock.ui.chat.SidebarEntry.Place;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person looks for something in all conversations. */
class SearchOnScreenTest extends ChatOnScreen {
    private static final String HERONS = "Herons like a quiet pond in the shade.";

    private final Conversation garden = Conversation.untitled("Garden", Samples.NOW);
    private final Conversation taxes =
            Conversation.untitled("Taxes", Samples.NOW.minusSeconds(3600));
    private final Conversation pond =
            Conversation.untitled("A pond", Samples.NOW.minusSeconds(7200));

    @BeforeEach
    void fill() {
        fake.history.put(garden, talk(60, 7, HERONS));
        fake.history.put(taxes, talk(2, 0, "Nothing to be deducted."));
        fake.history.put(pond, talk(2, 0, "Dig it first."));
        fake.conversations.load().join();
        Stages.await("listed", () -> shows("Taxes"));
    }

    @Test
    void showsPlacesAsOneTypesAndOpensTheOneThatIsClicked() {
        find("pond");
        assertEquals(List.of("Garden", HERONS, "A pond"), entries());
        var text =
                Stages.onFx(() -> (FoundText) stage.getScene().lookup(".found-place .found-text"));
        Stages.await(
                "all of it to be marked",
                () -> ((Text) text.lookup(".found-mark")).getText().equals("pond"));
        robot.clickOn(".found-place .found-text");
        Stages.await("its place", () -> marks(HERONS));
        assertEquals("pond", Stages.onFx(() -> search().getText()), "what was found stays");
    }

    @Test
    void goesByKeysAndBackToWhereThePersonWas() {
        robot.clickOn("Taxes");
        Stages.await("opened", () -> shows("Nothing to be deducted."));
        Stages.runOnFx(views::focusComposer);
        find("quiet");
        robot.type(KeyCode.DOWN);
        Stages.await("its place", () -> marks(HERONS));
        assertTrue(Stages.onFx(() -> list().isFocused()));
        robot.type(KeyCode.UP).type(KeyCode.UP);
        assertTrue(Stages.onFx(() -> search().isFocused()), "back in the field");
        robot.type(KeyCode.ESCAPE);
        Stages.await("where one was", () -> shows("Nothing to be deducted."));
        assertEquals("", Stages.onFx(() -> search().getText()));
        assertTrue(Stages.onFx(() -> input().isFocused()));
        Stages.await("all", () -> entries().contains("Taxes"));
    }

    @Test
    void enterGoesToTheFirstPlaceAndThenToTheComposer() {
        find("herons");
        robot.type(KeyCode.ENTER);
        Stages.await("its place", () -> marks(HERONS));
        robot.type(KeyCode.ENTER);
        assertTrue(Stages.onFx(() -> input().isFocused()));
    }

    @Test
    void saysThatNothingIsThereAndOffersAll() {
        find("zebra");
        Stages.await("told", () -> shows("Nothing holds “zebra”."));
        robot.clickOn("Show all conversations");
        Stages.await("all", () -> entries().contains("Taxes"));
        assertTrue(Stages.onFx(() -> search().isFocused()));
    }

    private void find(String text) {
        Stages.runOnFx(views::focusSearch);
        robot.write(text);
        Stages.await("found", () -> !entries().contains("Taxes"));
    }

    /** Questions and answers, one of which says {@code what}. */
    private static List<Message> talk(int messages, int at, String what) {
        var all = new ArrayList<Message>();
        for (int i = 0; i < messages; i += 2) {
            var question = Samples.question("Question " + i);
            all.add(question);
            all.add(Samples.answer(question, i / 2 == at ? what : "Answer " + i, ""));
        }
        return all;
    }

    private List<String> entries() {
        return Stages.onFx(
                () ->
                        list().getItems().stream()
                                .flatMap(
                                        entry ->
                                                switch (entry) {
                                                    case Item(_, var title, _) ->
                                                            Optional.of(title.text()).stream();
                                                    case Place(_, var hit) ->
                                                            Optional.of(hit.excerpt().text())
                                                                    .stream();
                                                    case SidebarEntry.Heading _,
                                                            SidebarEntry.Remark _ ->
                                                            Optional.<String>empty().stream();
                                                })
                                .toList());
    }

    /** Whether a row in sight has {@code text} and something selected. */
    private boolean marks(String text) {
        return all().stream()
                .filter(node -> node.getStyleClass().contains("selection-panels"))
                .filter(node -> !((Path) node).getElements().isEmpty())
                .filter(ChatOnScreen::isShown)
                .anyMatch(node -> textOf(node.getParent()).contains(text));
    }

    private static String textOf(Node parent) {
        return parent.lookupAll("*").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    @SuppressWarnings("unchecked")
    private ListView<SidebarEntry> list() {
        return (ListView<SidebarEntry>) stage.getScene().lookup(".conversations");
    }

    private TextField search() {
        return (TextField) stage.getScene().lookup("#search");
    }
}
