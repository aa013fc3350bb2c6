package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.settings.Appearance;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

/** A settings file that a person has edited, with mistakes. */
class SettingsFileJourneyTest extends Journey {
    private static final String BAD =
            """
            {"loading": {"unsafe": "five"}, "engine": "/a\\u0000b",
             "language": "xx", "zoom": "abc", "code": {"wrapped": "yes"}, "health": {"checkEveryMinutes": -1},
             "options": {"temperature": "hot", "topP": 0.4, "top_p": 0.6, "port": 80},
             "presets": [{"name": "Mine", "options": {"topK": -5}}],
             "window": {"x": 0, "y": 0, "width": 990, "height": 740, "inspector": true}}
            """;

    @Test
    void eachMistakeIsNamedWithWhatHoldsAndNoneIsLost() throws Exception {
        var file = data.resolve("settings.json");
        Files.writeString(file, BAD);
        try (var app = AppUnderTest.open(data, "--temp=0.9", model.toString())) {
            app.awaitShown(
                    "In the settings, “hot” is not allowed for Temperature. What holds now:"
                            + " Command line: 0.9. Allowed: A number from 0 to 2.");
            app.awaitShown(
                    "In the settings, “80” is not allowed for Port. What holds now: Default:"
                            + " 8080. Allowed: A whole number from 1024 to 65535.");
            app.awaitShown(
                    "In the settings, “-1” is not allowed for Check again. What Paddock comes with"
                            + " holds now.");
            app.awaitShown("In the settings, “abc” is not allowed for the zoom of the window.");
            app.awaitShown(
                    "In the settings, “five” is not allowed for the models that are asked about"
                            + " before they are loaded again.");
            app.awaitShown("In the settings, “yes” is not allowed for how code is shown.");
            app.awaitShown(
                    "In the settings, “-5” is not allowed for Top-k in the preset Mine, which");
            app.awaitShown(
                    "Twice in the settings: Top-p. “0.6”, by the old name top_p, does not count."
                            + " What holds now: App settings: 0.4.");
            app.awaitShown(
                    "In the settings, the language “xx” is chosen, which Paddock does not have. It"
                            + " speaks English.");
            app.awaitShown("“/a␀b” cannot be used: it holds a zero character (shown as ␀), which");
            app.wiring.preferences().change(now -> now.withAppearance(Appearance.DARK));
            app.awaitShown("is kept as " + data.resolve("settings.refused-"));
        }
        assertTrue(!Files.readString(file).contains("hot"), "the file was written");
        try (var files = Files.list(data)) {
            var copy =
                    files.filter(each -> each.getFileName().toString().contains(".refused-"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(BAD, Files.readString(copy));
        }
    }
}
