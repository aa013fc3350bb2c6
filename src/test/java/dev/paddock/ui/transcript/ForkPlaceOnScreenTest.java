package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person who goes from one version of a message to another keeps their place. */
class ForkPlaceOnScreenTest extends TranscriptOnScreen {
    /** Of a pixel. */
    private static final double NEAR = 0.01;

    private static final String LONG = "A line of an answer.\n\n".repeat(80);

    private final List<Message> before = Samples.many(12);
    private final Message question = Samples.question("And now?");

    @Test
    void theBeginningOfAShortAnswerStaysWhereItIs() {
        show("Short.", 1);
        double place = y(question);
        show(LONG, 2);
        assertEquals(place, y(question), NEAR);
        show("Short again.", 1);
        assertEquals(place, y(question), NEAR, "with a gap below it");
        assertFalse(Stages.onFx(() -> shown.view.lookup("#jump").isVisible()));
    }

    @Test
    void theSwitchOfALongAnswerStaysUnderThePointer() {
        show(LONG, 1);
        double place = switchPlace();
        assertTrue(place > 0);
        show("Short.", 2);
        assertEquals(place, switchPlace(), NEAR);
        assertEquals(1, switches());
        double begin = y(question);
        show(LONG + LONG, 1);
        assertEquals(begin, y(question), NEAR);
    }

    @Test
    void aForkOutOfSightComesIntoSight() {
        show(LONG, 1);
        Stages.runOnFx(() -> shown.pane().scrollBy(-900));
        Stages.pulses(2);
        assertEquals(0, switches());
        show("Short.", 2);
        assertEquals(1, switches());
    }

    @Test
    void whoScrollsOrFollowsFillsTheGap() {
        show(LONG, 1);
        Stages.runOnFx(() -> shown.pane().scrollBy(-4_000));
        show("Short.", 2);
        double place = switchPlace();
        Stages.runOnFx(shown.view::follow);
        Stages.pulses(2);
        assertTrue(switchPlace() > place);
        assertTrue(Stages.onFx(() -> shown.pane().getHeight() - switchPlace() < 60));
    }

    private void show(String text, int place) {
        var messages = new ArrayList<>(before);
        messages.add(question);
        var answer = Samples.answer(question, text, "");
        messages.add(answer);
        Stages.runOnFx(
                () -> {
                    shown.transcript.update(messages);
                    shown.transcript.forks(Map.of(answer.id(), new Fork(place, 2)));
                });
        Stages.pulses(3);
    }

    private long switches() {
        return Stages.onFx(
                () -> shown.visible(".row").filter(VersionsCell.class::isInstance).count());
    }

    private double switchPlace() {
        return Stages.onFx(() -> shown.cell(VersionsCell.class).getLayoutY());
    }

    private double y(Message message) {
        return Stages.onFx(
                () ->
                        shown.pane().deck().live().stream()
                                .filter(
                                        cell ->
                                                cell.row()
                                                        .filter(
                                                                row ->
                                                                        row.message()
                                                                                .equals(
                                                                                        message
                                                                                                .id()))
                                                        .isPresent())
                                .findFirst()
                                .orElseThrow()
                                .getLayoutY());
    }
}
