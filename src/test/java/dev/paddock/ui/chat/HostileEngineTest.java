package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.MessageStatus;

import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a broken engine may send; the window goes on, and nothing of it is lost. */
@Timeout(120)
class HostileEngineTest extends ChatOnScreen {
    private static final int LETTERS = 6 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u202e", "[", "`"})
    void aWordOfMillionsOfLettersDoesNotHangTheWindow(String letter) {
        ask("long?");
        var word = letter.repeat(LETTERS);

        fake.backend.say(word);
        Stages.await("streamed", () -> shows(letter.repeat(50)));
        Stages.runOnFx(views::focusComposer);
        robot.type(KeyCode.ESCAPE);

        Stages.await("stopped", () -> shows("You stopped this answer."));
        var answer =
                fake.history.tree(fake.history.conversations().getFirst().id()).branch().getLast();
        assertEquals(MessageStatus.STOPPED, answer.status());
        assertEquals(word.length(), answer.content().length());
        robot.write("next");
        assertEquals("next", Stages.onFx(() -> input().getText()));
    }

    /** The marks that keep a name's direction to itself are not drawn as boxes. */
    @Test
    void theseMarksTakeNoRoom() {
        double bare = Stages.onFx(() -> new Text("name").getLayoutBounds().getWidth());
        double marked =
                Stages.onFx(() -> new Text("\u202aname\u202c").getLayoutBounds().getWidth());
        assertTrue(Math.abs(bare - marked) < 0.5, bare + " and " + marked);
    }
}
