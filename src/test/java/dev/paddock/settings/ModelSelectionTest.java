package dev.paddock.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ModelSelectionTest {
    private static final Path A = Path.of("a.gguf");
    private static final Path B = Path.of("b.gguf");

    private final Settings both = Settings.DEFAULT.withModel(A).withModel(B);

    @Test
    void theNewestIsChosenAndFirst() {
        assertEquals(Optional.of(B), both.model());
        assertEquals(List.of(B, A), both.recentModels());
    }

    @Test
    void oneThatIsChosenAgainMovesToTheFront() {
        assertEquals(List.of(A, B), both.withModel(A).recentModels());
    }

    @Test
    void oneThatIsTakenOffTheRecentOnesMayStayChosen() {
        var without = both.withoutRecentModel(B);
        assertEquals(List.of(A), without.recentModels());
        assertEquals(Optional.of(B), without.model());
    }

    @Test
    void theOldestAreForgotten() {
        var settings = both;
        for (int i = 0; i < ModelSelection.MOST_RECENT; i++) {
            settings = settings.withModel(Path.of(i + ".gguf"));
        }
        assertEquals(ModelSelection.MOST_RECENT, settings.recentModels().size());
        assertEquals(Path.of("0.gguf"), settings.recentModels().getLast());
    }
}
