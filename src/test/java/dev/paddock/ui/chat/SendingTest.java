package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.connection.Readiness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** Sending while there is no engine, or not yet. */
class SendingTest extends ChatModels {
    @Test
    void sendingStartsAnEngineThatIsOffAndSendsOnceItIsReady() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        assertEquals(
                Optional.of("The engine is off. Sending starts it."),
                get(() -> composer.obstacleProperty().get()));
        write("hello");
        run(composer::send);
        assertEquals(1, fake.starts.get());
        assertTrue(get(composer::isWaiting));
        assertEquals("hello", get(() -> composer.textProperty().get()));
        run(() -> composer.readiness(Readiness.STARTING));
        run(() -> composer.readiness(Readiness.LOADING));
        assertTrue(fake.backend.requests.isEmpty());

        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
        assertEquals("", get(() -> composer.textProperty().get()));
        assertFalse(get(composer::isWaiting));
        assertEquals(1, fake.starts.get());
    }

    @Test
    void sendingWhileTheEngineStartsOnlyWaits() throws Exception {
        run(() -> composer.readiness(Readiness.LOADING));
        write("hello");
        run(composer::send);
        assertEquals(0, fake.starts.get());
        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FIND_ENGINE        | No llama-server was found, so nothing can answer.
                    CHOOSE_MODEL       | No model is chosen. Sending leads to the choice.
                    CHOOSE_OTHER_MODEL | The chosen model cannot be used. Choose another one, then send.
                    PRESS_START        | No engine runs. Start it to send.
                    """)
    void whatASendCannotStartIsSaid(BeforeStart before, String sentence) throws Exception {
        run(() -> composer.beforeStart(before));
        for (var off : List.of(Readiness.STOPPED, Readiness.FAILED)) {
            run(() -> composer.readiness(off));
            assertEquals(Optional.of(sentence), get(() -> composer.obstacleProperty().get()));
            write("hello");
            run(composer::send);
            String awaited = get(composer::awaited);
            assertTrue(awaited.startsWith("Not sent yet: "), awaited);
            run(composer::keepHere);
        }
        run(composer::send);
        run(() -> composer.readiness(Readiness.LOADING));
        assertEquals(
                "Your message is sent when the engine is ready. Esc keeps it here.",
                get(composer::awaited));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    STOPPED | Not sent yet. The engine is off. Sending starts it.
                    FAILED  | Not sent yet. The engine has failed. Sending starts it again.
                    """)
    void whatWaitedForAnEngineThatDoesNotComeIsSaidNotToBeSent(Readiness end, String sentence)
            throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        write("hello");
        run(composer::send);
        assertEquals(
                "Not sent yet: the engine is off. Enter starts it, and your message is sent once"
                        + " it is ready; Esc keeps it here.",
                get(composer::awaited));
        run(() -> composer.readiness(Readiness.STARTING));
        run(() -> composer.readiness(end));
        assertFalse(get(composer::isWaiting));
        assertEquals(Optional.of(sentence), get(() -> composer.obstacleProperty().get()));
        run(composer::send);
        assertEquals(2, fake.starts.get());
        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
    }

    @Test
    void whatIsSentWhileTheEngineStopsStartsItAgain() throws Exception {
        run(() -> composer.readiness(Readiness.READY));
        run(() -> composer.readiness(Readiness.STOPPING));
        assertEquals(
                Optional.of(
                        "The engine is stopping… Enter starts it again and sends as soon as it is"
                                + " ready."),
                get(() -> composer.obstacleProperty().get()));
        write("hello");
        run(composer::send);
        assertEquals(1, fake.starts.get());
    }

    @Test
    void whatWaitsCanBeKeptBack() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        write("hello");
        run(composer::send);
        run(composer::keepHere);
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("hello", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());
    }

    @Test
    void aSuggestionStartsTheEngineAndIsSentOnceThatAnswers() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("What is a GGUF?"));
        assertEquals(1, fake.starts.get());
        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
    }

    @Test
    void whatWasChangedOrWhoseEngineFailedIsNotSentUnasked() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("What is a GGUF?"));
        write("What is a GGUF file?");
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("What is a GGUF file?", get(() -> composer.textProperty().get()));

        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("Who are you?"));
        run(() -> composer.readiness(Readiness.FAILED));
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("Who are you?", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());
    }
}
