package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Emoji in every part of a conversation, as the window shows them. */
class EmojiOnScreenTest extends ChatOnScreen {
    private static final String QUESTION = "Is it 🟥 or 👩🏽‍🚀?";
    private static final String ANSWER =
            """
            # Heading 🟦

            A paragraph 🟩 and **strong 🟧** and `code 🟪`.

            - item 🟨

            > quote 🟫

            | cell 🔴 |
            |---|
            | 🔵 |

            ```
            block 🟢
            ```
            """;

    @Test
    void theyAreInColourWhereverTextIs() {
        Stages.runOnFx(() -> input().setText("typed 🟡"));
        Stages.pulses(3);
        assertColoured("🟡");
        ask(QUESTION);
        fake.backend.say(ANSWER);
        fake.backend.finish();
        Stages.await("done", () -> shows("tokens/s"));
        Stages.pulses(3);
        for (String each : List.of("🟥", "🟦", "🟩", "🟧", "🟪", "🟨", "🟫", "🔴", "🔵", "🟢")) {
            assertColoured(each);
        }
        Stages.runOnFx(views::copyLastAnswer);
        assertEquals(ANSWER, clipboard());
    }

    @Test
    void theyAreSelectedAndCopiedAsCharacters() {
        Stages.runOnFx(() -> input().setText("a 👩🏽‍🚀 b"));
        robot.clickOn(".text-area").press(KeyCode.CONTROL).type(KeyCode.A, KeyCode.C);
        robot.release(KeyCode.CONTROL);
        assertEquals("a 👩🏽‍🚀 b", clipboard());
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        TextArea area = Stages.onFx(this::input);
        assertEquals("a 👩🏽‍🚀".length(), Stages.onFx(area::getCaretPosition));
    }

    private static String clipboard() {
        return Stages.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    /** All texts that show it, wherever they are. */
    private void assertColoured(String emoji) {
        Stages.await(emoji + " in colour", () -> isColoured(emoji));
    }

    private boolean isColoured(String emoji) {
        var image = stage.getScene().snapshot(null);
        var texts =
                all().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .filter(ChatOnScreen::isShown)
                        .filter(it -> it.getText().contains(emoji))
                        .toList();
        return !texts.isEmpty() && texts.stream().allMatch(it -> isColoured(it, emoji, image));
    }

    private static boolean isColoured(Text text, String emoji, Image image) {
        int from = text.getText().indexOf(emoji);
        var range = new Path(text.rangeShape(from, from + emoji.length())).getLayoutBounds();
        Bounds place = text.localToScene(range);
        int coloured = 0;
        for (int x = (int) place.getMinX(); x < place.getMaxX(); x++) {
            for (int y = (int) place.getMinY(); y < place.getMaxY(); y++) {
                var colour = image.getPixelReader().getColor(x, y);
                coloured += colour.getSaturation() > 0.4 ? 1 : 0;
            }
        }
        return coloured > place.getWidth() * place.getHeight() / 4;
    }
}
