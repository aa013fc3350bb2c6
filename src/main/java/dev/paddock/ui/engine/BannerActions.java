package dev.paddock.ui.engine;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where the banner leads: places outside this feature.
 *
 * @param useModel chooses a model and loads it
 */
public record BannerActions(
        Runnable chooseEngine,
        Runnable chooseModel,
        Consumer<Path> useModel,
        Runnable editSettings,
        Runnable openLog,
        Runnable copyDiagnostics) {}
