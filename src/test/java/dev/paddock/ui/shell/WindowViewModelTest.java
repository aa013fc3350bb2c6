package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.DemoParts;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class WindowViewModelTest {
    private static final List<Rectangle2D> SCREEN = List.of(new Rectangle2D(0, 0, 1920, 1080));

    private final DemoParts.FakePreferences preferences =
            new DemoParts.FakePreferences(Settings.DEFAULT);
    private final WindowViewModel window = new WindowViewModel(preferences);

    @Test
    void whatAPersonOpensIsKept() {
        window.openLog();
        window.inspector().set(false);

        assertTrue(place().log());
        assertFalse(place().inspector());
    }

    @Test
    void aNarrowWindowClosesTheInspectorForNowOnly() {
        window.fit(true);
        assertFalse(window.inspector().get());
        assertTrue(place().inspector());

        window.fit(false);
        assertTrue(window.inspector().get());
    }

    @Test
    void whatIsOpenedInANarrowWindowIsNotKept() {
        window.inspector().set(false);
        window.fit(true);
        window.openTab(1);
        assertTrue(window.inspector().get());

        window.fit(false);

        assertFalse(window.inspector().get());
        assertFalse(place().inspector());
    }

    @Test
    void theLogComesBackWhenWhatLayOverTheChatIsClosed() {
        window.fit(true);
        window.fitSidebar(true);
        window.fitLog(true);
        window.openLog();
        window.openTab(1);
        assertFalse(window.log().get());
        window.sidebar().set(true);
        assertFalse(window.log().get(), "another one has come in its place");
        window.closeFloating();
        assertTrue(window.log().get());

        window.toggleLog();
        window.openTab(1);
        window.closeFloating();
        assertFalse(window.log().get(), "a person has closed it");
    }

    @Test
    void aPlaceOffEveryScreenIsNotUsed() {
        assertTrue(WindowPlacement.reachable(at(100, 50), SCREEN));
        assertTrue(WindowPlacement.reachable(at(-300, 50), SCREEN));
        assertFalse(WindowPlacement.reachable(at(2000, 50), SCREEN));
        assertFalse(WindowPlacement.reachable(at(100, 1070), SCREEN));
        assertFalse(WindowPlacement.reachable(WindowPlace.DEFAULT, SCREEN));
    }

    @Test
    void onlyAModelCanBeDropped() {
        assertEquals(
                Optional.of(Path.of("b.GGUF")),
                DropZone.model(List.of(new File("a.txt"), new File("b.GGUF"))));
        assertEquals(Optional.empty(), DropZone.model(List.of(new File("a.txt"))));
    }

    private WindowPlace place() {
        return preferences.settings().value().window();
    }

    private static WindowPlace at(double x, double y) {
        return new WindowPlace(x, y, 900, 600, false, true, false);
    }
}
