package dev.paddock.ui.common;

import dev.paddock.option.Catalogue;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Origin;
import dev.paddock.ui.chat.SceneExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** A form of options in a window of its own. */
@ExtendWith(SceneExtension.class)
abstract class OptionFormScreen {
    OptionsOnScreen screen;

    @AfterEach
    void close() {
        screen.close();
    }

    void open(FxRobot robot, Catalogue catalogue, Origin level, OptionChain chain) {
        screen = OptionsOnScreen.open(robot, catalogue, level, chain);
    }

    void open(FxRobot robot) {
        open(robot, EngineOptions.CATALOGUE, Origin.APP, OptionChain.EMPTY);
    }
}
