package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Failure;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.text.Bidi;

class QuotedTest {
    private final FailureWords failures = new FailureWords(new Words());

    private String cause(String fileName) {
        return failures.of(new Failure.ModelUnsupported(Path.of(fileName), "x")).cause();
    }

    /** An override that is never ended would turn the rest of the sentence round. */
    @Test
    void aFileNameTurnsNoWordOfOurs() {
        for (var name : new String[] {"a\u202eb.gguf", "\u2069\u202eevil\u2069.gguf", "נמר.gguf"}) {
            var cause = cause(name);
            int end = cause.indexOf(Quoted.END_OF_EMBEDDING);
            assertTrue(cause.indexOf(Quoted.EMBEDDING) >= 0 && end > 0, cause);
            assertEquals(end, cause.lastIndexOf(Quoted.END_OF_EMBEDDING), "it ends too early");
            var bidi = new Bidi(cause, Bidi.DIRECTION_LEFT_TO_RIGHT);
            for (int i = end + 1; i < cause.length(); i++) {
                assertEquals(0, bidi.getLevelAt(i), cause.substring(i));
            }
        }
    }

    @Test
    void namesThatTurnNothingStayAsTheyAre() {
        assertEquals(-1, cause("Größe 模型 😀.gguf").indexOf(Quoted.EMBEDDING));
    }

    @Test
    void aWordOfMillionsOfLettersIsCutForASentence() {
        var says = "x".repeat(6 << 20);
        var cause = failures.of(new Failure.OutOfMemory(says)).cause();
        assertTrue(cause.length() < Quoted.LONGEST + 200, cause.length() + " letters");
        assertTrue(cause.endsWith("…"), "nothing says that it was cut");
    }
}
