package dev.paddock.ui.status;

import java.nio.file.Path;

/**
 * What the log leads to outside this feature.
 *
 * @param file where the log of this run is kept
 * @param openFolder shows the files
 * @param close takes the log away
 */
public record LogActions(
        Path file, Runnable openFolder, Runnable copyDiagnostics, Runnable close) {}
