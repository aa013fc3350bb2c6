package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.Scene;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Set;

class ShortcutsCardTest {
    @BeforeAll
    static void toolkit() {
        Stages.startToolkit();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 844})
    void theKeysOfAllShortcutsStandInLine(int width) {
        assertEquals(1, Stages.onFx(() -> distances(width)).size());
    }

    @Test
    void twoColumnsHaveRoomInASmallWindow() {
        assertEquals(2, Stages.onFx(() -> columns(844)));
    }

    /** From where each column of shortcuts begins to its keys. */
    private static Set<Double> distances(double width) {
        var found = new HashSet<Double>();
        card(width)
                .lookupAll(".shortcut-column .keys")
                .forEach(keys -> found.add(keys.getLayoutX()));
        return found;
    }

    private static int columns(double width) {
        var lefts = new HashSet<Double>();
        card(width).lookupAll(".shortcut-column").forEach(column -> lefts.add(column.getLayoutX()));
        return lefts.size();
    }

    private static Parent card(double width) {
        var card = new ShortcutsCard(new Words(), () -> {}).node();
        var scene = new Scene(card, width, 540);
        new Theme().dress(scene);
        // The second pass knows how wide the names are.
        for (int pass = 0; pass < 3; pass++) {
            card.applyCss();
            card.layout();
        }
        return card;
    }
}
