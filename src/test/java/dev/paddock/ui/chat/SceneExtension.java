package dev.paddock.ui.chat;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window for each test, and for its {@code FxRobot robot} one that does not sleep. */
public final class SceneExtension extends ApplicationExtension {
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return SceneRobot.get();
    }
}
