package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineSearch;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

class BackgroundTest {
    @Test
    void whatComesWhileTheAppEndsIsLeftUndoneWithoutAWord() throws Exception {
        var background = new Background();
        var search =
                new EngineSearch(
                        Optional.empty(),
                        (_, _) -> new EngineLocation.Searching(),
                        _ -> {},
                        background);
        assertEquals(3, background.submit(() -> 3).get(10, TimeUnit.SECONDS));
        background.shutdownNow();
        search.look(Optional.empty());
        assertTrue(background.awaitTermination(10, TimeUnit.SECONDS));
    }
}
