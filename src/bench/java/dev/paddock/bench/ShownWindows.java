package dev.paddock.bench;

import com.sun.jna.Pointer;
import com.sun.jna.platform.unix.X11;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Asks a display server which windows it shows, whether or not anything is painted in them. */
final class ShownWindows implements AutoCloseable {
    /** Toolkits keep tiny ones for themselves. */
    private static final int LEAST_WIDTH = 200;

    private final X11 server = X11.INSTANCE;
    private final X11.Display display;

    ShownWindows(String name) throws IOException {
        display = server.XOpenDisplay(name);
        if (display == null) {
            throw new IOException("no display " + name);
        }
        // A window may be gone before it is asked.
        server.XSetErrorHandler((_, _) -> 0);
    }

    /**
     * Blocks until a window is shown, looking every 500 µs.
     *
     * @return whether it came to that while {@code process} lived
     */
    boolean await(Process process) throws InterruptedException {
        while (process.isAlive()) {
            if (any()) {
                return true;
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return false;
    }

    private boolean any() {
        var root = server.XDefaultRootWindow(display);
        var children = new PointerByReference();
        var count = new IntByReference();
        server.XQueryTree(
                display,
                root,
                new X11.WindowByReference(),
                new X11.WindowByReference(),
                children,
                count);
        Pointer all = children.getValue();
        boolean shown = false;
        for (int i = 0; i < count.getValue(); i++) {
            shown |= isShown(new X11.Window(all.getNativeLong((long) i * Long.BYTES).longValue()));
        }
        if (all != null) {
            server.XFree(all);
        }
        return shown;
    }

    private boolean isShown(X11.Window window) {
        var what = new X11.XWindowAttributes();
        return server.XGetWindowAttributes(display, window, what) != 0
                && what.map_state == X11.IsViewable
                && what.width >= LEAST_WIDTH;
    }

    @Override
    public void close() {
        server.XCloseDisplay(display);
    }
}
