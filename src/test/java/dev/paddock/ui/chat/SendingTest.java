package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.connection.Readiness;

import org.junit.jupiter.api.Test;

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
