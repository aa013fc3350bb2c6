package dev.paddock.ui.platform;

import com.sun.glass.ui.Application;

/**
 * The name by which a Linux desktop knows which windows are this app's: without one they are all
 * “java”, and stand beside the app's icon in the dock in place of under it. JavaFX has no way to
 * say it but a part that it keeps to itself, which {@code packaging/jvm.options} opens.
 */
public final class WindowClass {
    /** As the menu entry says in {@code StartupWMClass}. */
    public static final String NAME = "dev.paddock.Paddock";

    private WindowClass() {}

    /** On the FX thread, on Linux, before the first window. Elsewhere such names are for people. */
    public static void set() {
        try {
            Application.GetApplication().setName(NAME);
        } catch (LinkageError closed) {
            // The windows keep their common name.
        }
    }
}
