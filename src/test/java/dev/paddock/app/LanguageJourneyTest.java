package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.words.Language;
import dev.paddock.ui.words.Languages;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Locale;

/** The language of the window is the one that a person chose, and never the system's. */
class LanguageJourneyTest extends Journey {
    private static final Language GERMAN = new Language("de");

    private final Locale system = Locale.getDefault();
    private final Words two = new Words(Languages.listed("languages-planted.txt"));

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(system);
    }

    @Test
    void aChosenLanguageIsThatOfTheWindowAndItsNumbers() throws Exception {
        Locale.setDefault(Locale.FRANCE);
        try (var app = AppUnderTest.open(two, data, model.toString())) {
            openTab(app, "Engine");
            assertEquals("tokens, 1 to 16,777,216, or auto", contextRange(app));
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.awaitShown("Settings");
            assertTrue(app.shows("English"));
            app.robot.interact(() -> languages(app).setValue(GERMAN));
            app.awaitShown("Deutsch from the next start of Paddock.");
        }
        try (var app = AppUnderTest.open(two, data, model.toString())) {
            openTab(app, "Maschine");
            assertEquals("Token, 1 bis 16.777.216, oder auto", contextRange(app));
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.awaitShown("Einstellungen");
            assertEquals(GERMAN, languages(app).getValue());
            assertFalse(app.shows("from the next start of Paddock"));
            // What is not translated yet is said in the usual language.
            app.awaitShown("Engine options");
        }
        // The German words are gone: the usual ones are there again.
        try (var app = AppUnderTest.open(new Words(), data, model.toString())) {
            openTab(app, "Engine");
            assertEquals("tokens, 1 to 16,777,216, or auto", contextRange(app));
        }
    }

    @Test
    void oneLanguageIsNoChoice() throws Exception {
        Locale.setDefault(Locale.GERMANY);
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.awaitShown("Appearance");
            assertFalse(app.shows("Language"));
            assertFalse(app.shows("English"));
        }
    }

    private static String contextRange(AppUnderTest app) {
        return label(app, "#contextSize", ".option-range");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Language> languages(AppUnderTest app) {
        Node box = app.robot.lookup("#language").query();
        return (ComboBox<Language>) box;
    }
}
