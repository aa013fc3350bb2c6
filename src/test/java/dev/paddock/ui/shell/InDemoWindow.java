package dev.paddock.ui.shell;

import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.chat.Stages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.util.WaitForAsyncUtils;

/** A test in the window with everything in it but a real engine. */
@ExtendWith(SceneExtension.class)
abstract class InDemoWindow {
    private static final long LIMIT = 20_000;

    DemoWindow demo;

    @BeforeEach
    void showTheWindow() {
        demo = WaitForAsyncUtils.waitForAsyncFx(LIMIT, () -> DemoWindow.shown(900, 600));
        Stages.settle();
    }

    @AfterEach
    void hideTheWindow() {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT, () -> demo.look.stage().hide());
    }
}
