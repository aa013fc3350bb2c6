package dev.paddock.app;

import dev.paddock.desktop.MessageTools;
import dev.paddock.ui.platform.DisplaySupport;

import java.io.PrintStream;

/** Tells why there is no window to somebody who may have no terminal either. */
final class StartFailure {
    private StartFailure() {}

    /** Prints it; after a start from a menu it is shown in a window too, where there is a tool. */
    static void tell(PrintStream err, String reason) {
        err.println(reason);
        if (DisplaySupport.linux() && DisplaySupport.present() && !fromTerminal()) {
            MessageTools.ofSystem().show(reason);
        }
    }

    private static boolean fromTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
