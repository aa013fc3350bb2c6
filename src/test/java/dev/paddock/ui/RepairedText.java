package dev.paddock.ui;

import dev.paddock.ui.platform.ShapedTextRepair;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Text is laid out in the tests of windows as in the app: mended before the first of it. */
public final class RepairedText implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        String room = context.getRequiredTestClass().getPackageName();
        if (room.startsWith("dev.paddock.ui") || room.startsWith("dev.paddock.app")) {
            ShapedTextRepair.install();
        }
    }
}
