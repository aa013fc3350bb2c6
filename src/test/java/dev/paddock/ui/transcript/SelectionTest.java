package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.transcript.Selection.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class SelectionTest {
    private static final String REPLY =
            "First *paragraph*.\n\n- one\n- two\n\n```\ncode\n```\n\n|a|b|\n|-|-|\n|1|2|\n";

    private final Transcript transcript = new Transcript();
    private final Selection selection = new Selection(transcript.rows());

    @BeforeEach
    void fill() {
        var question = Samples.question("Why?");
        transcript.show(
                new Transcript.Prepared(
                        List.of(question, Samples.answer(question, REPLY, "hidden"))));
    }

    @Test
    void everythingIsCopiedAsItReads() {
        selection.all();
        assertEquals(
                "Why?\n\nFirst paragraph.\n\n• one\n• two\n\ncode\n\na\tb\n1\t2", selection.text());
    }

    @Test
    void aRangeReachesOverRowsNobodySees() {
        int first = indexOf("First paragraph.");
        selection.begin(new Place(first + 1, 2));
        selection.extend(new Place(first, 6));
        assertEquals("paragraph.\n\n• on", selection.text());
        assertEquals(6, selection.from(first));
        assertEquals(2, selection.to(first + 1));
        assertEquals(0, selection.to(first + 2));
    }

    @Test
    void aWordIsSelectedWhole() {
        selection.word(new Place(indexOf("First paragraph."), 9));
        assertEquals("paragraph", selection.text());
    }

    @Test
    void textThatGrowsBelowLeavesItAlone() {
        selection.row(0);
        selection.changed(3, 1, 5);
        assertEquals("Why?", selection.text());
        selection.changed(0, 0, 9);
        assertTrue(selection.isEmpty());
    }

    private int indexOf(String text) {
        return transcript.rows().stream().map(RowText::of).toList().indexOf(text);
    }
}
