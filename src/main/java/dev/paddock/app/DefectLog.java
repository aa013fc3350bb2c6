package dev.paddock.app;

import dev.paddock.ui.platform.ShapedTextRepair;

import javafx.application.Platform;

import org.slf4j.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs what no other code has caught. What is thrown in a layout comes again with every frame, so
 * each place in the code is told once.
 */
final class DefectLog implements Thread.UncaughtExceptionHandler {
    private static final int MOST_PLACES = 1000;

    private final Logger log;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    DefectLog(Logger log) {
        this.log = log;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable defect) {
        if (told.size() < MOST_PLACES && told.add(place(defect))) {
            log.error("A defect, on {}", thread.getName(), defect);
        }
        if (Platform.isFxApplicationThread()) {
            ShapedTextRepair.install();
        }
    }

    private static String place(Throwable defect) {
        var stack = defect.getStackTrace();
        return defect.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
